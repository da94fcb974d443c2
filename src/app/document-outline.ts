import type { Deadline, DocumentModel, Finding, Item, LegalBasis, Section, Severity, Target, TextItem } from '@songhanh/vanban/model'
import { formatDay } from '#platform/i18n/day.ts'

const SEVERITY: Readonly<Record<Severity, string>> = { error: 'LỖI', warning: 'NÊN XEM', info: 'LƯU Ý' }

const QUALIFIER = { before: 'trước', by: 'chậm nhất', on: 'ngày', from: 'từ' } as const satisfies Record<NonNullable<Deadline['qualifier']>, string>

interface Part {
  readonly title: string
  readonly count: number
  readonly lines: readonly string[]
}

/** A document as readable lines: what was found of each part, in the order of the page. */
export function outlineOf(model: DocumentModel): readonly string[] {
  const { header, signer } = model
  const number = codeOf(header.number, header.symbol)
  const head = [
    joined([header.docType ?? 'Không rõ loại văn bản', number && `số ${number}`]),
    header.title,
    joined([header.parentIssuer, header.issuer], ' – '),
    joined([header.place, dayText(header.date)], ', '),
  ].flatMap((line) => line || [])
  const parts: readonly Part[] = [
    part('Văn bản được viện dẫn', model.legalBases.map(basisLine)),
    { title: 'Nội dung', count: model.sections.length, lines: model.sections.flatMap((section) => sectionLines(section, 0)) },
    part('Chỉ tiêu', model.targets.map(targetLine)),
    part('Mốc thời gian', model.deadlines.map(deadlineLine)),
    part('Ngày lễ, đợt hoạt động', model.observances.map((observance) => `${observance.name}: ${dateText(observance.date)}`)),
    part('Phân công', model.assignments.map(({ party, duties }) => `${party}: ${duties.length} việc`)),
    part('Nơi nhận', model.recipients),
    part('Người ký', signer ? [joined([signer.authority, signer.position, signer.name], ' – ')] : []),
    { title: 'Chỗ cần xem lại', count: model.findings.length, lines: model.findings.flatMap(findingLines) },
  ]
  return [...head, ...parts.flatMap(({ title, count, lines }) => (lines.length > 0 ? ['', `${title} (${count})`, ...lines.map((line) => `  ${line}`)] : []))]
}

function part(title: string, lines: readonly string[]): Part {
  return { title, count: lines.length, lines }
}

/** The lines of one finding: code and severity, note, quotation, and what to write instead. */
export function findingLines({ code, severity, quote, note, proposal }: Finding & { readonly proposal?: string }): readonly string[] {
  return [
    `[${SEVERITY[severity]}] ${code}: ${note}`,
    ...(quote === null ? [] : [`    “${shortened(quote, 160)}”`]),
    ...(proposal === undefined ? [] : [`    → “${shortened(proposal, 160)}”`]),
  ]
}

function sectionLines(section: Section, depth: number): readonly string[] {
  const indent = '  '.repeat(depth)
  const heading = joined([section.label, section.title || null], '. ')
  const items = section.items.length > 0 ? ` [${section.items.length} ý]` : ''
  return [
    `${indent}${heading}${items}`,
    ...section.items.map((item) => `${indent}    ${itemLine(item)}`),
    ...section.children.flatMap((child) => sectionLines(child, depth + 1)),
  ]
}

function itemLine(item: Item): string {
  if ('table' in item) return `(bảng ${item.table.rows.length} dòng)`
  return `${item.marker ?? '·'} ${shortened(textOf(item), 110)}`
}

function textOf({ text, items }: TextItem): string {
  return items.length === 0 ? text : `${text} (+${items.length})`
}

/** A law is named by its subject alone: “Luật Bình đẳng giới”. */
function basisLine({ type, number, symbol, date, issuer, subject }: LegalBasis): string {
  const isNamed = subject?.toLowerCase().startsWith(type.toLowerCase()) ?? false
  return joined([isNamed ? null : type, codeOf(number, symbol), dayText(date), issuer, subject && shortened(subject, 90)])
}

function targetLine({ subject, op, value, unit, period }: Target): string {
  return `${shortened(subject, 90)}: ${joined([op, value === null ? '?' : String(value).replace('.', ','), unit, period])}`
}

function deadlineLine({ date, qualifier, text }: Deadline): string {
  return `${joined([qualifier && QUALIFIER[qualifier], dateText(date)])}: ${shortened(text, 90)}`
}

function codeOf(number: string | null, symbol: string | null): string | null {
  return number || symbol ? `${number ?? '…'}/${symbol ?? '…'}` : null
}

function dayText(date: string | null): string | null {
  return date === null ? null : `ngày ${dateText(date)}`
}

/** Days as people write them; spans with a dash; a day of which parts are blank as it is. */
function dateText(date: string): string {
  if (date.startsWith('text:')) return date.slice('text:'.length)
  return date
    .split('/')
    .map((part) => {
      const [, month, day] = /^--(\d\d)(?:-(\d\d))?$/.exec(part) ?? []
      if (month) return day ? `${day}/${month}` : `tháng ${Number(month)}`
      if (/^\d{4}-\d\d$/.test(part)) return part.split('-').toReversed().join('/')
      return /^\d{4}-\d\d-\d\d$/.test(part) ? formatDay(part) : part
    })
    .join(' – ')
}

function joined(parts: readonly (string | null)[], by = ' '): string {
  return parts.filter((part) => part !== null && part !== '').join(by)
}

function shortened(text: string, most: number): string {
  const flat = text.replace(/\s+/g, ' ')
  return flat.length > most ? `${flat.slice(0, most - 1)}…` : flat
}
