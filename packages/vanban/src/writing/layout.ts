import type { DocumentModel, Item, Section, Signer, Table, TableItem, TextItem } from '../model.ts'
import { balancedLines, widest } from './balance.ts'
import { faceOf, isLetter, letterhead } from './letterhead.ts'
import { FormChoiceError, refusedChoices } from './form-choices.ts'
import { cased, formOf, millimetres, points, type Form, type FormChoices } from './form.ts'
import { rulesOn, type FormRules } from './form-rules.ts'
import { appendixLabel, headingForm } from './numbering.ts'
import { drawChart } from './chart.ts'
import type { Centred, CentredRole, Ending, Heading, Layout, Paragraph, ParagraphRole, Part, Properties, Run, Sheet, Signature } from './parts.ts'
import { printable, printableLines } from './printable.ts'
import { layoutTable, leastWidth } from './table-layout.ts'
import { closed, decider, isCapitals, punctuated, referenceLine, signerLines } from './wording.ts'

export interface LayoutOptions {
  /** Marks the document as a draft under its number. */
  readonly draft?: boolean
  /** What the unit has chosen within the decree. */
  readonly choices?: FormChoices
  /** Rule sets to take the one of the document's day from; those that ship when not given. */
  readonly ruleSets?: readonly FormRules[]
}

/** Centred headings keep so far from the margins, together, in millimetres. */
const CLEAR = 20
const APPENDIX_CLEAR = 10
const DEEPEST_HEADING = 6
/** A title of so many letters with which its text begins is no title but its first words, as a reader names the part. */
const CUT_TITLE = 60

/**
 * Lays a document out in the form of Decree 30: which parts it has, in which order, with which words, sizes and breaks.
 * Sections keep the labels they have (see `numberSections` for those without).
 *
 * @throws {FormChoiceError} when the unit's choices leave the limits of the decree
 */
export function layout(model: DocumentModel, options: LayoutOptions = {}): Layout {
  const document = cleaned(model)
  const rules = rulesOn(document.header.date, options.ruleSets)
  const choices = options.choices ?? {}
  const refused = refusedChoices(choices, document.header, rules)
  if (refused.length > 0) throw new FormChoiceError(refused)
  const form = formOf(rules, choices.bodySize)
  const appendices = document.sections.filter(isAppendix)
  return {
    form,
    properties: properties(document),
    sheets: [
      mainSheet(document, form, { draft: options.draft === true, choices }),
      ...appendices.map((appendix, index) => appendixSheet(appendix, appendixLabel(index, appendices.length), document, form)),
    ],
  }
}

function mainSheet(model: DocumentModel, form: Form, options: { readonly draft: boolean; readonly choices: FormChoices }): Sheet {
  const body = model.sections.filter((section) => !isAppendix(section))
  const closing = model.closing === null ? [] : [paragraph('closing', model.closing)]
  const parts = [
    letterhead(model.header, form, options),
    ...titleParts(model, form),
    ...addresseeParts(model),
    ...openingParts(model, form),
    ...body.flatMap((section) => sectionParts(section, 1, { form, width: form.portraitText })),
    ...closing,
  ]
  return { landscape: false, parts: [...introduced(ended(parts)), ...endingParts(model)] }
}

function appendixSheet(appendix: Section, ownLabel: string, model: DocumentModel, form: Form): Sheet {
  const [first, ...others] = appendix.items
  const printed = first && 'text' in first && /^\(\s*(Ban hành )?Kèm theo/iu.test(first.text) ? first.text : null
  const reference = appendix.reference ?? printed ?? referenceLine(model.header)
  const items = printed !== null && appendix.reference === undefined ? others : appendix.items
  const landscape = appendix.landscape ?? tablesOf(appendix).some((table) => leastWidth(table) > form.portraitText)
  const width = landscape ? form.landscapeText : form.portraitText
  const room = width - APPENDIX_CLEAR
  const title = cased(appendix.title, form.styles.appendixTitle)
  return {
    landscape,
    parts: introduced([
      centred('appendix', appendix.label ?? ownLabel, form, { level: 1, room }),
      ...(title === '' ? [] : [centred('appendixTitle', title, form, { room })]),
      centred('reference', reference, form, { ruled: true, after: 12, room }),
      ...leadInParts(appendix),
      ...itemsParts(items, width),
      ...appendix.children.flatMap((child) => sectionParts(child, 2, { form, width })),
    ]),
  }
}

function titleParts(model: DocumentModel, form: Form): readonly Part[] {
  const { docType, title } = model.header
  if (isLetter(model.header)) return []
  return [
    ...(docType === null ? [] : [centred('type', docType, form, { before: 12 })]),
    ...(title === null ? [] : [centred('subject', title, form, { before: docType === null ? 12 : 0, ruled: true, after: 12 })]),
  ]
}

function addresseeParts(model: DocumentModel): readonly Part[] {
  const names = model.header.addressees ?? []
  if (names.length === 0) return []
  const bare = names.map((name) => name.replace(/^[-–+•]\s*/u, ''))
  return [{ kind: 'addressees', intro: 'Kính gửi:', names: bare.length === 1 ? bare : punctuated(bare) }]
}

/** The bases with who decides above them, how things stand, the sentence that leads to the body, or the word “QUYẾT ĐỊNH:”. */
function openingParts(model: DocumentModel, form: Form): readonly Part[] {
  const decision = /^(quyết định|nghị quyết)$/iu.test(model.header.docType ?? '')
  const [first] = model.preamble
  const printed = first !== undefined && isCapitals(first) ? first : null
  const above = printed ?? (decision ? decider(model.header, model.signer) : null)
  const bases = punctuated(model.preamble.slice(printed === null ? 0 : 1))
  const lead = model.lead ?? (decision ? `${model.header.docType ?? ''}:` : null)
  const isOrder = lead !== null && (isCapitals(lead) || model.lead === null)
  return [
    ...(above === null ? [] : [centred('decider', above, form, { after: 8 })]),
    ...bases.map((text) => ({ ...paragraph('basis', text), runs: [run(text, form.styles.basis)] })),
    ...(model.situation ?? []).map((text) => paragraph('text', text)),
    ...(lead === null ? [] : isOrder ? [centred('order', lead, form, { before: 10, after: 8 })] : [paragraph('lead', lead)]),
  ]
}

interface Sheeted {
  readonly form: Form
  /** Of the text. */
  readonly width: number
}

function sectionParts(section: Section, level: number, on: Sheeted): readonly Part[] {
  const { form, width } = on
  const below = [
    ...leadInParts(section),
    ...itemsParts(section.items, width),
    ...section.children.flatMap((child) => sectionParts(child, level + 1, on)),
  ]
  const heading = headingForm(section.label, section.title)
  const style = form.styles[heading.style]
  const [first, ...others] = section.items
  const text = first && 'text' in first && first.marker === null ? first : null
  if (text && (section.runIn === true || section.title === '')) {
    const runs = runIn(heading.label, section.title, text.text, section.runIn === true || style.bold)
    const rest = [...leadInParts(section), ...itemsParts(text.items, width), ...itemsParts(others, width)]
    return [{ ...paragraph('text', ''), runs }, ...rest, ...section.children.flatMap((child) => sectionParts(child, level + 1, on))]
  }
  if (heading.style === 'division') return [...division(heading.label ?? '', section.title, level, form), ...below]
  const words = [heading.label, cased(section.title, style)].filter((word) => word !== null && word !== '').join(' ')
  return words === '' ? below : [headingPart(level, words, style.bold), ...below]
}

/** The sentences that introduce what stands under a heading. */
function leadInParts({ leadIns = [] }: Section): readonly Part[] {
  return leadIns.map((text) => ({ ...paragraph('text', text), keepWithNext: true }))
}

/** “Phần I” over its title. */
function division(label: string, title: string, level: number, form: Form): readonly Part[] {
  return [
    centred('division', label, form, { level, before: 6, after: title === '' ? 6 : 0 }),
    ...(title === '' ? [] : [centred('divisionTitle', title, form, { after: 6 })]),
  ]
}

/** The label and title of a heading that opens a paragraph, then its text, which may repeat the title. */
function runIn(label: string | null, title: string, text: string, bold: boolean): readonly Run[] {
  if (title !== '' && text.startsWith(title) && (title.length >= CUT_TITLE || /^[\s\p{P}]*$/u.test(text.slice(title.length)))) return runIn(label, '', text, bold)
  const repeats = title !== '' && text.startsWith(title) && /^\s?[.:]/u.test(text.slice(title.length))
  const rest = repeats ? text.slice(title.length + 1).trim() : text
  const sign = title === '' || /[.:;!?]$/u.test(title) ? '' : repeats ? text.charAt(title.length) : ':'
  const head = [label, title].filter((word) => word !== null && word !== '').join(' ') + sign.trim()
  return head === '' ? [run(text)] : [run(head, { bold }), run(` ${rest}`)]
}

function itemsParts(items: readonly Item[], width: number, level = 0): readonly Part[] {
  return items.flatMap((item): readonly Part[] => {
    if ('table' in item) return tableParts(item, width)
    return textParts(item, item.marker === null && level === 0 ? 0 : level + 1)
  })
}

function tableParts({ table, chart }: TableItem, width: number): readonly Part[] {
  if (table.rows.length + table.head.length === 0) return []
  const drawing = chart === undefined ? null : drawChart(table, chart, width)
  return [layoutTable(table, width), ...(drawing === null ? [] : [{ kind: 'chart' as const, ...drawing }])]
}

function textParts(item: TextItem, level: number): readonly Part[] {
  const words = [item.marker ?? '', item.text].filter((word) => word !== '').join(' ')
  const own = words === '' ? [] : [{ ...paragraph(level === 0 ? 'text' : 'bullet', words), level }]
  return [...own, ...item.items.flatMap((child) => textParts(child, level + 1))]
}

/** The sentence above a table stays with it. */
function introduced(parts: readonly Part[]): readonly Part[] {
  return parts.map((part, index) => (part.kind === 'paragraph' && parts[index + 1]?.kind === 'table' ? { ...part, keepWithNext: true } : part))
}

/** The last words get `./.` and stay with the signature. */
function ended(parts: readonly Part[]): readonly Part[] {
  const last = parts.at(-1)
  if (last?.kind !== 'paragraph' || last.role === 'basis') return parts
  const words = last.runs.at(-1)
  if (words === undefined) return parts
  const runs = [...last.runs.slice(0, -1), { ...words, text: closed(words.text) }]
  return [...parts.slice(0, -1), { ...last, runs, keepWithNext: true }]
}

function endingParts(model: DocumentModel): readonly Ending[] {
  const recipients = punctuated(model.recipients.map((name) => name.replace(/^[-–+•]\s*/u, '')).filter((name) => name !== ''))
  const left = model.secretary === undefined ? null : signature(model.secretary)
  const right = signature(model.signer)
  if (recipients.length === 0 && left === null && right.titles.length === 0 && right.name === null) return []
  return [{ kind: 'ending', recipients: recipients.map((line) => `- ${line}`), left, right }]
}

function signature(signer: Signer | null): Signature {
  return { titles: signerLines(signer), name: signer?.name ?? null }
}

interface CentredOptions {
  readonly ruled?: boolean
  readonly before?: number
  readonly after?: number
  readonly level?: number
  readonly room?: number
}

function centred(role: CentredRole, text: string, form: Form, options: CentredOptions = {}): Centred {
  const style = form.styles[role]
  const lines = balancedLines(cased(text, style), faceOf(style), style.size, points(options.room ?? form.portraitText - CLEAR))
  return {
    kind: 'centred',
    role,
    lines,
    style,
    rule: options.ruled ? millimetres(widest(lines, faceOf(style), style.size) * style.rule) : 0,
    before: options.before ?? 0,
    after: options.after ?? 0,
    level: options.level ?? 0,
  }
}

function headingPart(level: number, text: string, bold: boolean): Heading {
  return { kind: 'heading', level: Math.min(level, DEEPEST_HEADING), runs: [run(text, { bold })] }
}

function paragraph(role: ParagraphRole, text: string): Paragraph {
  return { kind: 'paragraph', role, level: 0, runs: [run(text)], keepWithNext: false }
}

function run(text: string, style: { readonly bold?: boolean; readonly italic?: boolean } = {}): Run {
  return { text, bold: style.bold ?? false, italic: style.italic ?? false }
}

function properties(model: DocumentModel): Properties {
  const { docType, title, issuer, issuerName, date } = model.header
  return {
    title: [docType, title].filter((words) => words !== null).join(' ') || 'Văn bản',
    subject: title ?? '',
    creator: issuerName ?? issuer ?? '',
    date: date !== null && isDay(date) ? date : null,
  }
}

function isDay(date: string): boolean {
  const day = new Date(`${date}T00:00:00Z`)
  return !Number.isNaN(day.getTime()) && day.toISOString().slice(0, 10) === date
}

function isAppendix(section: Section): boolean {
  return section.kind === 'appendix' && section.depth === 1
}

function tablesOf(section: Section): readonly Table[] {
  return [...section.items.flatMap((item) => ('table' in item ? [item.table] : [])), ...section.children.flatMap(tablesOf)]
}

/** The model with every text as it can be printed. */
function cleaned(model: DocumentModel): DocumentModel {
  return cleanedValue(model, '') as DocumentModel
}

/** Plain data are walked as such; only the cells of tables keep their lines. */
function cleanedValue(value: unknown, key: string): unknown {
  if (typeof value === 'string') return key === 'head' || key === 'rows' ? printableLines(value) : printable(value)
  if (Array.isArray(value)) return value.map((own) => cleanedValue(own, key))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, cleanedValue(own, name)]))
}
