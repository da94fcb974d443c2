import type { PlainDate } from '#platform/clock.ts'
import type { Body, BodyPart, Cell, Sentence } from './body.ts'
import type { Consolidated } from './consolidate.ts'
import { cellPlaces, partsOf, type Form, type FormPart, type TextPart, type ToldPart } from './form.ts'
import type { SentenceGroup } from './group-sentences.ts'
import type { ToldSentence } from './tell.ts'

/** Texts of the form that gather what units wrote; the others the superior writes alone. */
const GATHERED = ['highlights', 'difficulties', 'next', 'proposals']
const MOST_LINES = 10
/** So many units are named; of more, the number alone. */
const MOST_NAMES = 3

export interface PickedQuote {
  readonly key: string
  readonly reportId: string
  readonly unitName: string
  readonly part: string
  readonly text: string
}

export interface ToConsolidate {
  readonly form: Form
  readonly window: { readonly from: PlainDate; readonly to: PlainDate }
  readonly figures: readonly Consolidated[]
  /** What people wrote, by part; it stands instead of what is put together. */
  readonly texts: Readonly<Record<string, string>>
  readonly quotes: readonly PickedQuote[]
  /** The superior's own work, from its own records. */
  readonly own: ReadonlyMap<string, readonly ToldSentence[]>
  readonly groups: ReadonlyMap<string, readonly SentenceGroup[]>
  readonly until: PlainDate
}

/** A consolidation as it reads, in the form of its round: own work, quotes with their unit, gathered texts, summed figures. */
export function consolidatedBody(input: ToConsolidate): Body {
  const figures = new Map(input.figures.map((figure) => [figure.key, figure]))
  const { code, version } = input.form
  return { form: { code, version }, window: input.window, parts: partsOf(input.form).map((part) => bodyPart(part, input, figures)) }
}

function bodyPart(part: FormPart, input: ToConsolidate, figures: ReadonlyMap<string, Consolidated>): BodyPart {
  const { key } = part
  if (part.kind === 'told') return { kind: 'told', key, sentences: toldSentences(part, input), doubtful: { withoutEvidence: [], morePersons: [] } }
  if (part.kind === 'text') return { kind: 'text', key, text: writtenText(part, input) }
  const places = part.kind === 'table' ? cellPlaces(part) : part.codes.map((code) => ({ key: `${key}/${code}`, code }))
  return { kind: part.kind, key, cells: places.map(({ key: place, code }) => cellOf(place, code, figures.get(place), part.kind)) }
}

function toldSentences(part: ToldPart, { texts, quotes, own, until }: ToConsolidate): Sentence[] {
  const auto = (own.get(part.key) ?? []).map(({ key, text, sources }) => ({ key, text, auto: text, isEdited: false, isStale: false, sources }))
  const written = texts[part.key]
  const told: Sentence[] = written === undefined ? auto : written.trim() === '' ? [] : [{ key: `${part.key}#own`, text: written.trim(), auto: auto.map(({ text }) => text).join('\n') || null, isEdited: true, isStale: false, sources: auto.flatMap(({ sources }) => sources) }]
  const picked = quotes
    .filter((quote) => quote.part === part.key)
    .map((quote) => ({ key: `${part.key}#${quote.key}`, text: quoted(quote), auto: null, isEdited: true, isStale: false, sources: [{ table: 'reports.report', id: quote.reportId, label: quote.unitName, onDay: until }] }))
  return [...told, ...picked]
}

function writtenText(part: TextPart, input: ToConsolidate): string | null {
  const quotes = input.quotes.filter((quote) => quote.part === part.key)
  // What is quoted is not said a second time.
  const picked = new Set(quotes.map(({ key }) => key))
  const groups = (input.groups.get(part.key) ?? []).filter(({ sentences }) => !sentences.some(({ key }) => picked.has(key)))
  const lines = [input.texts[part.key] ?? gatheredText(part.key, groups) ?? '', ...quotes.map(quoted)]
  return lines.map((line) => line.trim()).filter((line) => line !== '').join('\n') || null
}

function quoted({ text, unitName }: PickedQuote): string {
  return `${text.trim().replace(/[.;]+$/, '')} (${unitName}).`
}

/** What units wrote, in lines with how many wrote it; null where the superior writes alone. */
export function gatheredText(key: string, groups: readonly SentenceGroup[]): string | null {
  if (!GATHERED.includes(key) || groups.length === 0) return null
  return groups
    .slice(0, MOST_LINES)
    .map(({ text, units }) => `${text} (${units.length <= MOST_NAMES ? units.join(', ') : `${units.length} đơn vị`}).`)
    .join('\n')
}

function cellOf(key: string, code: string, figure: Consolidated | undefined, kind: 'figures' | 'table'): Cell {
  const { name = null, unit = null, value = null, part = null, whole = null, estimate = null, known = 0, units = 0 } = figure ?? {}
  return {
    key, code, name, unit, value, part, whole, estimate, known, units,
    state: value === null ? 'no_data' : 'value',
    computed: value,
    byHand: false,
    note: figure ? noteOf(figure, kind) : null,
    previous: null,
    formulaVersion: null,
    sources: null,
  }
}

/** What the reader must know of a number: a mean, units that say yes, units that are missing. */
function noteOf({ rollUp, known, units, value }: Consolidated, kind: 'figures' | 'table'): string | null {
  if (value === null) return null
  if (rollUp === 'mean') return `trung bình của ${known} đơn vị`
  if (rollUp === 'count_units') return `${value}/${known} đơn vị có`
  return kind === 'table' && known < units ? `${known}/${units} đơn vị` : null
}
