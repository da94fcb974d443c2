import type { Cell, Measure } from '#core/facts/model/measure.ts'
import { appliesTo } from '#core/facts/model/measure.ts'
import type { Level, SchoolLevel } from '#core/units/model/unit.ts'

/** A unit as the year knows it; superiors do not change. */
export interface LedgerUnit {
  readonly id: string
  readonly name: string
  readonly level: Level
  readonly schoolLevels: readonly SchoolLevel[]
  readonly administrative: string | null
  readonly professional: string | null
  /** First day on which it no longer exists. */
  closedOn: string | null
}

/** One thing that counts, as it was entered. */
export interface Entry extends Cell {
  readonly unitId: string
  readonly onDay: string
  readonly value: number
}

/** What was entered during the year, kept beside the product: sums by hand are made of it alone. */
export interface Ledger {
  readonly units: Map<string, LedgerUnit>
  /** Who carries on a closed unit. */
  readonly heirs: Map<string, string>
  /** By record: a correction takes the place of what the record said. */
  readonly records: Map<string, readonly Entry[]>
}

export const emptyLedger = (): Ledger => ({ units: new Map(), heirs: new Map(), records: new Map() })

/** An entry without break-downs, or with those that are told. */
export function entry(unitId: string, onDay: string, measure: string, value: number, cell: Partial<Omit<Cell, 'measure'>> = {}): Entry {
  return { unitId, onDay, measure, value, sex: '', ageGroup: '', ethnicity: '', audience: '', detail: '', ...cell }
}

export interface Span {
  readonly from: string
  readonly to: string
}

/** What one unit itself has in a span: values by the text of their cell. */
export type OwnCells = ReadonlyMap<string, { readonly cell: Cell; readonly value: number }>

export function cellText({ measure, sex, ageGroup, ethnicity, audience, detail }: Cell): string {
  return [measure, sex, ageGroup, ethnicity, audience, detail].join('|')
}

/** The declaration of a measure by its code; `*` stands for any text. */
export function declaredAs(measures: readonly Measure[], code: string): Measure {
  const found = measures.find((one) => one.code === code) ?? measures.find((one) => one.code.includes('*') && new RegExp(`^${one.code.replaceAll('.', '\\.').replace('*', '.*')}$`).test(code))
  if (!found) throw new Error(`nobody declares ${code}`)
  return found
}

interface Kept extends Entry {
  readonly recordId: string
}

/** Entries by unit and measure, to be summed over many spans. */
export function sorted(ledger: Ledger): ReadonlyMap<string, ReadonlyMap<string, readonly Kept[]>> {
  const units = new Map<string, Map<string, Kept[]>>()
  for (const [recordId, entries] of ledger.records) {
    for (const one of entries) {
      const measures = units.get(one.unitId) ?? new Map<string, Kept[]>()
      units.set(one.unitId, measures)
      measures.set(one.measure, [...(measures.get(one.measure) ?? []), { ...one, recordId }])
    }
  }
  return units
}

/** Sums of one unit over a span, by the rules of the measures: added; the latest day alone; the largest activity alone. */
export function ownCells(ledger: Ledger, entries: ReturnType<typeof sorted>, measures: readonly Measure[], unitId: string, { from, to }: Span): OwnCells {
  const cells = new Map<string, { cell: Cell; value: number }>()
  const { closedOn } = ledger.units.get(unitId)!
  const heir = ledger.heirs.get(unitId)
  for (const [code, all] of entries.get(unitId) ?? []) {
    let counted = all.filter(({ onDay }) => from <= onDay && onDay <= to)
    const { over, number } = declaredAs(measures, code)
    if (over === 'last') {
      const isCountedAgain = closedOn !== null && closedOn <= to && heir !== undefined && (entries.get(heir)?.get(code) ?? []).some(({ onDay }) => closedOn <= onDay && onDay <= to)
      const latest = counted.reduce((day, { onDay }) => (onDay > day ? onDay : day), '')
      counted = isCountedAgain ? [] : counted.filter(({ onDay }) => onDay === latest)
    } else if (number === 'persons') {
      const largest = largestRecord(counted)
      counted = counted.filter(({ recordId }) => recordId === largest)
    }
    for (const one of counted) {
      const text = cellText(one)
      cells.set(text, { cell: one, value: (cells.get(text)?.value ?? 0) + one.value })
    }
  }
  return cells
}

function largestRecord(entries: readonly Kept[]): string | undefined {
  const sums = new Map<string, { value: number; onDay: string }>()
  for (const { recordId, value, onDay } of entries) sums.set(recordId, { value: (sums.get(recordId)?.value ?? 0) + value, onDay })
  return [...sums].sort(([a, one], [b, other]) => other.value - one.value || (one.onDay === other.onDay ? (a < b ? -1 : 1) : one.onDay < other.onDay ? 1 : -1))[0]?.[0]
}

export interface Asked extends Span {
  readonly unitId: string
  readonly scope: 'own' | 'below'
  readonly line: 'administrative' | 'professional'
  readonly tree: 'then' | 'now'
}

export interface Told {
  readonly value: number
  readonly known: number
  readonly positive: number
}

export interface ByHand {
  readonly rows: ReadonlyMap<string, Told>
  readonly wholes: ReadonlyMap<string, Told & { readonly units: number }>
  readonly units: number
  readonly missing: readonly string[]
}

/** Every superior of a unit on a line, itself first. */
function chain(ledger: Ledger, id: string, line: Asked['line']): string[] {
  const above = ledger.units.get(id)![line]
  return above === null ? [id] : [id, ...chain(ledger, above, line)]
}

/** Totals by hand: what the product must say. `own` gives the sums of one unit over the span. */
export function byHand(ledger: Ledger, own: (unitId: string) => OwnCells, measures: readonly Measure[], asked: Asked): ByHand {
  const { unitId, line, tree, scope } = asked
  const isIn = (id: string) => (scope === 'own' ? id === unitId : chain(ledger, id, line).includes(unitId))
  const groups = new Map<string, OwnCells[]>()
  for (const { id, closedOn } of ledger.units.values()) {
    const place = tree === 'now' && closedOn !== null ? (ledger.heirs.get(id) ?? id) : id
    if (isIn(place)) groups.set(place, [...(groups.get(place) ?? []), own(id)])
  }
  const rows = new Map<string, Told>()
  const wholes = new Map<string, Told>()
  const knownUnits = new Set<string>()
  for (const [place, parts] of groups) {
    const cells = new Map<string, number>()
    const sums = new Map<string, number>()
    for (const [text, { cell, value }] of parts.flatMap((part) => [...part])) {
      cells.set(text, (cells.get(text) ?? 0) + value)
      sums.set(cell.measure, (sums.get(cell.measure) ?? 0) + value)
    }
    for (const [text, value] of cells) tell(rows, text, value)
    for (const [measure, value] of sums) tell(wholes, measure, value)
    if (sums.size > 0) knownUnits.add(place)
  }
  const scoped = [...ledger.units.values()].filter(({ id, closedOn }) => isIn(id) && (tree === 'then' || closedOn === null))
  const isExpected = (measure: Measure, unit: LedgerUnit) =>
    (unit.closedOn === null || (unit.closedOn > asked.from && (measure.over !== 'last' || unit.closedOn > asked.to))) && appliesTo(measure, unit)
  const expected = scoped.filter((unit) => measures.some((measure) => isExpected(measure, unit)))
  return {
    rows,
    wholes: new Map([...wholes].map(([measure, told]) => [measure, { ...told, units: scoped.filter((unit) => isExpected(declaredAs(measures, measure), unit)).length }])),
    units: expected.length,
    missing: expected.filter(({ id }) => !knownUnits.has(id)).map(({ id }) => id).sort(),
  }
}

function tell(told: Map<string, Told>, key: string, value: number): void {
  const { value: sum, known, positive } = told.get(key) ?? { value: 0, known: 0, positive: 0 }
  told.set(key, { value: sum + value, known: known + 1, positive: positive + (value > 0 ? 1 : 0) })
}
