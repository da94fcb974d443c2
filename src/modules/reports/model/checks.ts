import { cellsOf, type Body, type Cell } from './body.ts'
import { partsOf, sectionsOf, type Form, type TablePart } from './form.ts'
import { runsIn, similarity } from './similarity.ts'

export interface ReportCheck {
  /** Stable while the thing stands: what a note is said to. */
  readonly id: string
  readonly code: string
  /** An error blocks; a doubt asks for a note; the rest is told. */
  readonly severity: 'error' | 'doubt' | 'info'
  /** Key of the part or cell. */
  readonly field: string | null
  readonly params: Record<string, string | number>
  readonly note: string | null
}

/** A figure that the unit gave in another report over the same window. */
export interface ElsewhereFigure {
  readonly code: string
  readonly value: number
  readonly title: string
}

export interface EarlierText {
  readonly title: string
  readonly key: string
  readonly text: string
}

export interface Comparisons {
  readonly elsewhere: readonly ElsewhereFigure[]
  readonly earlierTexts: readonly EarlierText[]
  /** The words of the superior's call. */
  readonly instructions: string | null
  /** What the plans of superiors ask of the unit in the year of the report. */
  readonly plans: readonly { readonly title: string; readonly text: string }[]
}

export const NO_COMPARISONS: Comparisons = { elsewhere: [], earlierTexts: [], instructions: null, plans: [] }

/** A change by more than this share against the period before asks for a note. */
const JUMP = 0.3
/** Below this many a change by some persons is no jump. */
const FEW = 10
const SAME_TEXT = 0.7

type Found = Omit<ReportCheck, 'id' | 'note'>

/** What a careful reader would ask before the report goes out. Errors first, then what needs a note. */
export function checkReport(form: Form, body: Body, notes: Readonly<Record<string, string>>, compare: Comparisons): ReportCheck[] {
  const found = [...missingTexts(form, body), ...arithmetic(form, body), ...jumps(body), ...handOverRecords(body), ...gaps(form, body), ...records(body), ...staleSentences(body), ...otherReports(body, compare), ...copies(body, compare)]
  const order = { error: 0, doubt: 1, info: 2 }
  // The note of a figure, from its dialog or the workbook, answers its jump as well.
  const ofCells = new Map(cellsOf(body).map(({ key, note }) => [key, note]))
  return found
    .map((check) => {
      const id = `${check.code}:${check.field ?? ''}`
      const said = Object.hasOwn(notes, id) && notes[id]!.trim() !== '' ? notes[id]! : null
      return { ...check, id, note: check.code === 'jump' ? (said ?? ofCells.get(check.field!) ?? null) : said }
    })
    .sort((a, b) => order[a.severity] - order[b.severity])
}

/** What keeps a report from going on: errors, and doubts that nobody has said anything to. */
export function blockersOf(checks: readonly ReportCheck[]): ReportCheck[] {
  return checks.filter(({ severity, note }) => severity === 'error' || (severity === 'doubt' && note === null))
}

function missingTexts(form: Form, body: Body): Found[] {
  const texts = new Map(body.parts.flatMap((part) => (part.kind === 'text' ? [[part.key, part.text] as const] : [])))
  return partsOf(form).flatMap((part): Found[] => (part.kind === 'text' && part.required && !texts.get(part.key) ? [{ code: 'text_missing', severity: 'error', field: part.key, params: { ask: part.ask } }] : []))
}

const tables = (form: Form) => partsOf(form).filter((part): part is TablePart => part.kind === 'table')

/** Columns of which each is a part of the other one. */
const WITHIN: readonly (readonly [string, string])[] = [
  ['female', 'total'],
  ['male', 'total'],
  ['minority', 'total'],
  ['minority_female', 'female'],
  ['minority_female', 'minority'],
]

/** Nữ ≤ tổng; nữ + nam ≤ tổng; parts of a row add up to it; persons ≤ contacts. @source domain/reporting.md §4 */
function arithmetic(form: Form, body: Body): Found[] {
  const cells = new Map(cellsOf(body).map((cell) => [cell.key, cell]))
  return tables(form).flatMap(({ key, table }) => {
    const valueAt = (row: string, column: string) => cells.get(`${key}/${row}/${column}`)?.value ?? null
    const column = (name: string) => table.columns.find((one) => one.key === name)?.label ?? name
    return table.rows.flatMap((row): Found[] => {
      const more = WITHIN.flatMap(([part, whole]): Found[] => {
        const [a, b] = [valueAt(row.key, part), valueAt(row.key, whole)]
        return a !== null && b !== null && a > b ? [{ code: 'part_exceeds', severity: 'error', field: `${key}/${row.key}/${part}`, params: { row: row.label, part: column(part), partValue: a, whole: column(whole), wholeValue: b } }] : []
      })
      const sums = (row.sumOf ?? []).length === 0 ? [] : table.columns.flatMap((at): Found[] => {
        const whole = valueAt(row.key, at.key)
        const parts = row.sumOf!.map((part) => valueAt(part, at.key))
        if (whole === null || parts.some((part) => part === null)) return []
        const sum = parts.reduce<number>((total, part) => total + part!, 0)
        return sum === whole ? [] : [{ code: 'sum_differs', severity: 'error', field: `${key}/${row.key}/${at.key}`, params: { row: row.label, column: at.label, whole, sum } }]
      })
      const [women, men, all] = [valueAt(row.key, 'female'), valueAt(row.key, 'male'), valueAt(row.key, 'total')]
      const sexes: Found[] = women !== null && men !== null && all !== null && women + men > all ? [{ code: 'sexes_exceed', severity: 'error', field: `${key}/${row.key}/total`, params: { row: row.label, women, men, whole: all } }] : []
      return [...more, ...sums, ...sexes]
    })
  })
}

function jumps(body: Body): Found[] {
  return cellsOf(body).flatMap(({ key, value, previous }): Found[] => {
    const share = jumpOf(value, previous)
    return share === null ? [] : [{ code: 'jump', severity: 'doubt', field: key, params: { value: value!, previous: previous!, percent: Math.round(Math.abs(share) * 100), more: share > 0 ? 1 : 0 } }]
  })
}

/** By which share a figure differs from the period before, where that asks for a note; null where it does not. */
export function jumpOf(value: number | null, previous: number | null): number | null {
  if (value === null || previous === null || Math.max(value, previous) < FEW || previous === 0) return null
  const share = (value - previous) / previous
  return Math.abs(share) > JUMP ? share : null
}

/** A figure by hand in the place of one that the records give. */
function handOverRecords(body: Body): Found[] {
  return cellsOf(body).flatMap(({ key, byHand, value, computed, note }): Found[] =>
    byHand && computed !== null && value !== null && value !== computed && !note ? [{ code: 'hand_differs', severity: 'doubt', field: key, params: { value, computed } }] : [],
  )
}

function gaps(form: Form, body: Body): Found[] {
  const bodies = new Map(body.parts.map((part) => [part.key, part]))
  return sectionsOf(form.sections).flatMap(({ section }) =>
    section.parts.flatMap((part): Found[] => {
      const given = bodies.get(part.key)
      if (!given || (given.kind !== 'figures' && given.kind !== 'table')) return []
      const missing = given.cells.filter(({ state }) => state === 'no_data').length
      const name = part.kind === 'table' ? `${part.table.code}. ${part.table.title}` : section.title
      return missing > 0 ? [{ code: 'no_data', severity: 'info', field: part.key, params: { name, missing, of: given.cells.length } }] : []
    }),
  )
}

/** Minh chứng, and lượt ≥ người: of the records under the sentences. */
function records(body: Body): Found[] {
  return body.parts.flatMap((part): Found[] => {
    if (part.kind !== 'told') return []
    const { withoutEvidence, morePersons } = part.doubtful
    const named = (sources: readonly { label: string }[]) => sources.slice(0, 3).flatMap(({ label }) => (label ? [`“${label.replace(/[“”"]/g, '')}”`] : [])).join(', ')
    return [
      ...(withoutEvidence.length > 0 ? [{ code: 'evidence_missing', severity: 'doubt' as const, field: part.key, params: { n: withoutEvidence.length, names: named(withoutEvidence) } }] : []),
      ...(morePersons.length > 0 ? [{ code: 'contacts_below_persons', severity: 'error' as const, field: part.key, params: { n: morePersons.length, names: named(morePersons) } }] : []),
    ]
  })
}

function staleSentences(body: Body): Found[] {
  return body.parts.flatMap((part) =>
    part.kind === 'told' ? part.sentences.flatMap(({ key, isStale, text }): Found[] => (isStale && text !== null ? [{ code: 'sentence_stale', severity: 'doubt', field: key, params: {} }] : [])) : [],
  )
}

function otherReports(body: Body, { elsewhere }: Comparisons): Found[] {
  const given = new Map<string, ElsewhereFigure>()
  for (const figure of elsewhere) if (!given.has(figure.code)) given.set(figure.code, figure)
  return cellsOf(body).flatMap((cell): Found[] => {
    const other = given.get(cell.code)
    return other && cell.value !== null && !same(cell, other.value) ? [{ code: 'differs_elsewhere', severity: 'doubt', field: cell.key, params: { value: cell.value, other: other.value, report: other.title } }] : []
  })
}

function same(cell: Cell, other: number): boolean {
  return Math.abs((cell.value ?? 0) - other) < 1e-9
}

/** “Only the date changed”: a text that stands in last year's report, in the superior's own call, or in the superior's plan. */
function copies(body: Body, { earlierTexts, instructions, plans }: Comparisons): Found[] {
  const asked = plans.map(({ title, text }) => ({ title, runs: runsIn(text) }))
  return body.parts.flatMap((part): Found[] => {
    if (part.kind !== 'text' || part.text === null) return []
    const { text } = part
    const earlier = earlierTexts.filter(({ key }) => key === part.key).map((one) => ({ title: one.title, share: similarity(text, one.text) })).sort((a, b) => b.share - a.share)[0]
    if (earlier && earlier.share >= SAME_TEXT) return [{ code: 'copied_earlier', severity: 'doubt', field: part.key, params: { percent: Math.round(earlier.share * 100), report: earlier.title } }]
    const fromCall = instructions ? similarity(text, instructions) : 0
    if (fromCall >= SAME_TEXT) return [{ code: 'copied_superior', severity: 'doubt', field: part.key, params: { percent: Math.round(fromCall * 100) } }]
    const plan = asked.map(({ title, runs }) => ({ title, share: similarity(text, runs) })).sort((a, b) => b.share - a.share)[0]
    return plan && plan.share >= SAME_TEXT ? [{ code: 'copied_plan', severity: 'doubt', field: part.key, params: { percent: Math.round(plan.share * 100), plan: plan.title } }] : []
  })
}
