import type { PlainDate } from '#platform/clock.ts'
import { formatDay } from '#platform/i18n/day.ts'
import { sameFacts } from '../model/change.ts'
import { groupBy } from '../model/group-by.ts'
import { placementFault, type ParentLevels } from '../model/placement.ts'
import { PROVINCES } from '../model/provinces.ts'
import { wordsOf } from '../model/search-terms.ts'
import type { Level, UnitFacts } from '../model/unit.ts'
import type { Column, FaultCode } from '../model/import-faults.ts'
import { readRow, type Draft, type Fault, type ImportRow } from './rows.ts'

/** A unit as the import knows it: its last version. */
export interface KnownUnit extends UnitFacts {
  readonly id: string
  readonly code: string | null
  readonly provinceId: string
  readonly valid: string
  readonly from: PlainDate | null
  /** Whether the caller may put units below it. */
  readonly isOwn: boolean
  /** Whether the caller may change it: all below the caller's own unit, not that itself. */
  readonly mayChange: boolean
}

export interface KnownArea {
  readonly id: string
  readonly code: string
  readonly name: string
  readonly fullName: string
  /** Code of its province. */
  readonly provinceId: string
}

export interface Known {
  readonly units: readonly KnownUnit[]
  readonly areas: readonly KnownArea[]
  readonly today: PlainDate
  readonly newId: () => string
  /** Whether a Ministry may be created: by who runs the server. */
  readonly mayFound: boolean
}

/** What becomes of a row. */
export interface PlannedRow {
  readonly row: number
  readonly action: 'create' | 'change' | 'same'
  readonly id: string
  readonly code: string | null
  readonly provinceId: string
  readonly from: PlainDate
  readonly facts: UnitFacts
  /** How many rows of the file must be written before it. */
  readonly wave: number
  /** The unit as it is; null when it is new. */
  readonly before: KnownUnit | null
}

export interface ImportPlan {
  readonly good: readonly PlannedRow[]
  readonly faults: readonly Fault[]
}

/**
 * What an import would do: creates units that are unknown, gives known ones a new version where the file says something
 * else, leaves the rest. A unit is known by its code, else by its name below the same superior. Rows may name superiors
 * that other rows create, in any order. A row that depends on a faulty one is faulty.
 */
export function planImport(rows: readonly ImportRow[], known: Known): ImportPlan {
  return planAll(beginPlanning(rows.map(readRow), known))
}

type Outcome = PlannedRow | 'faulty'

/** A superior: a known unit or the row that makes it. */
type Superior = { readonly kind: 'known'; readonly unit: KnownUnit } | { readonly kind: 'row'; readonly planned: PlannedRow }

/** What the planning of one file keeps in mind. */
interface Planning {
  readonly drafts: readonly Draft[]
  readonly known: Known
  readonly faults: Fault[]
  readonly outcomes: Map<Draft, Outcome>
  /** Rows whose superiors are being looked up: to meet one of them again is a circle. */
  readonly underWay: Set<Draft>
  readonly byCode: ReadonlyMap<string, KnownUnit>
  readonly byId: ReadonlyMap<string, KnownUnit>
  readonly byName: ReadonlyMap<string, readonly KnownUnit[]>
  readonly rowsByCode: ReadonlyMap<string, readonly Draft[]>
  readonly rowsByName: ReadonlyMap<string, readonly Draft[]>
  readonly areasByName: ReadonlyMap<string, readonly KnownArea[]>
  /** Row by the unit that it makes or changes. */
  readonly taken: Map<string, number>
  readonly faultyRows: Set<number>
}

function beginPlanning(drafts: readonly Draft[], known: Known): Planning {
  return {
    drafts,
    known,
    faults: [],
    outcomes: new Map(),
    underWay: new Set(),
    byCode: new Map(known.units.flatMap((unit) => (unit.code ? [[unit.code.toLowerCase(), unit]] : []))),
    byId: new Map(known.units.map((unit) => [unit.id, unit])),
    byName: groupBy(known.units, (unit) => [fold(unit.name)]),
    rowsByCode: groupBy(drafts, (draft) => (draft.code ? [draft.code.toLowerCase()] : [])),
    rowsByName: groupBy(drafts, (draft) => [fold(draft.name)]),
    areasByName: groupBy(known.areas, (area) => [...new Set([area.code, fold(area.name), fold(area.fullName)])]),
    taken: new Map(),
    faultyRows: new Set(),
  }
}

function planAll(planning: Planning): ImportPlan {
  const good = planning.drafts.map((draft) => outcomeOf(planning, draft)).filter((outcome) => outcome !== 'faulty')
  return { good, faults: planning.faults.sort((a, b) => a.row - b.row) }
}

function outcomeOf(planning: Planning, draft: Draft): Outcome {
  const done = planning.outcomes.get(draft)
  if (done) return done
  planning.underWay.add(draft)
  const outcome = planRow(planning, draft)
  planning.underWay.delete(draft)
  planning.outcomes.set(draft, outcome)
  return outcome
}

function planRow(planning: Planning, draft: Draft): Outcome {
  for (const { column, code, params } of draft.faults) report(planning, draft, column, code, params)
  const superiors = { administrative: superiorOf(planning, draft, 'administrative'), professional: superiorOf(planning, draft, 'professional') }
  const existing = knownUnitOf(planning, draft, superiors)
  if (!existing && draft.level === 'ministry' && !planning.known.mayFound) report(planning, draft, 'level', 'ministry_is_founded')
  if (existing && draft.level && draft.level !== existing.level) report(planning, draft, 'level', 'level_differs')
  if (draft.code && (planning.rowsByCode.get(draft.code.toLowerCase())?.length ?? 0) > 1) report(planning, draft, 'code', 'code_twice', { value: draft.code })
  const provinceId = provinceIdOf(planning, draft, existing, superiors)
  const areaId = areaIdOf(planning, draft, provinceId)
  if (planning.faultyRows.has(draft.row)) return 'faulty'

  const facts = factsOf(draft, existing, superiors, areaId)
  const from = draft.from ?? (existing ? planning.known.today : laterOf(`${planning.known.today.slice(0, 4)}-01-01`, ...[superiors.administrative, superiors.professional].map(beginOf)))
  if (existing && sameFacts(existing, facts)) {
    const action = draft.code === null || draft.code === existing.code ? 'same' : 'change'
    return plannedRow(planning, draft, action, existing, provinceId, existing.from ?? from, facts, superiors)
  }
  if (existing && !existing.mayChange) report(planning, draft, 'name', 'not_yours')
  checkPlace(planning, draft, facts, superiors, existing, from)
  refuseTwin(planning, draft, existing, facts)
  return planning.faultyRows.has(draft.row) ? 'faulty' : plannedRow(planning, draft, existing ? 'change' : 'create', existing, provinceId, from, facts, superiors)
}

function plannedRow(planning: Planning, draft: Draft, action: PlannedRow['action'], before: KnownUnit | null, provinceId: string, from: PlainDate, facts: UnitFacts, superiors: Superiors): PlannedRow {
  const waves = Object.values(superiors).map((superior) => (superior?.kind === 'row' && superior.planned.action === 'create' ? superior.planned.wave + 1 : 0))
  const id = before?.id ?? planning.known.newId()
  return { row: draft.row, action, id, code: draft.code ?? before?.code ?? null, provinceId, from, facts, wave: Math.max(0, ...waves), before }
}

/** The unit or the row that a cell names by code or by name; null when the cell is empty or faulty. */
function superiorOf(planning: Planning, draft: Draft, column: 'administrative' | 'professional'): Superior | null {
  const text = draft[column]
  if (text === '') return null
  const key = fold(text)
  const byCode = planning.byCode.get(text.toLowerCase())
  if (byCode) return { kind: 'known', unit: byCode }
  const rows = (planning.rowsByCode.get(text.toLowerCase()) ?? planning.rowsByName.get(key) ?? []).filter((row) => row !== draft)
  const units = (planning.byName.get(key) ?? []).filter((unit) => !rows.some((row) => row.code && row.code === unit.code))
  if (rows.length + units.length > 1) return pickSuperior(planning, draft, column, units, rows)
  if (units[0]) return { kind: 'known', unit: units[0] }
  return rows[0] ? rowAsSuperior(planning, draft, column, rows[0]) : report(planning, draft, column, 'parent_unknown', { value: text })
}

/** Of several bodies with one name, the only one of the caller's own; a fault when that leaves a choice. */
function pickSuperior(planning: Planning, draft: Draft, column: 'administrative' | 'professional', units: readonly KnownUnit[], rows: readonly Draft[]): Superior | null {
  const own = units.filter((unit) => unit.isOwn)
  if (rows.length === 0 && own.length === 1) return { kind: 'known', unit: own[0]! }
  const same = rows.length === 1 && own.length === 1 && !planning.underWay.has(rows[0]!) ? outcomeOf(planning, rows[0]!) : null
  if (same && same !== 'faulty' && same.id === own[0]!.id) return { kind: 'known', unit: own[0]! }
  return report(planning, draft, column, 'parent_ambiguous', { value: draft[column], count: units.length + rows.length })
}

function rowAsSuperior(planning: Planning, draft: Draft, column: Column, row: Draft): Superior | null {
  if (planning.underWay.has(row)) return report(planning, draft, column, 'circle', { value: row.name })
  const planned = outcomeOf(planning, row)
  if (planned === 'faulty') return report(planning, draft, column, 'parent_faulty', { value: row.name, parentRow: row.row })
  return { kind: 'row', planned }
}

function knownUnitOf(planning: Planning, draft: Draft, superiors: Superiors): KnownUnit | null {
  if (draft.code) {
    const byCode = planning.byCode.get(draft.code.toLowerCase())
    if (byCode) return byCode
  }
  const parents = Object.values(superiors).flatMap((superior) => (superior ? [idOf(superior)] : []))
  const twins = (planning.byName.get(fold(draft.name)) ?? []).filter(
    (unit) => (!draft.code || !unit.code) && (parents.length === 0 || parents.includes(unit.administrativeParentId ?? '') || parents.includes(unit.professionalParentId ?? '')),
  )
  return twins.length === 1 ? twins[0]! : null
}

function provinceIdOf(planning: Planning, draft: Draft, existing: KnownUnit | null, superiors: Superiors): string {
  if (existing) return existing.provinceId
  const above = Object.values(superiors).flatMap((superior) => (superior ? [superior.kind === 'known' ? superior.unit.provinceId : superior.planned.provinceId] : []))
  const inherited = above.find((province) => province !== '00')
  if (inherited) return inherited
  if (draft.level !== 'department') return '00'
  const named = provinceNamed(draft.area) ?? provinceNamed(draft.name)
  if (!named) report(planning, draft, 'area', 'province_missing')
  return named ?? '00'
}

function areaIdOf(planning: Planning, draft: Draft, provinceId: string): string | null | undefined {
  if (draft.area === '') return undefined
  // Without reference data there is nothing to name.
  if (planning.known.areas.length === 0) return undefined
  const found = (planning.areasByName.get(/^\d+$/.test(draft.area) ? draft.area : fold(draft.area)) ?? []).filter((area) => provinceId === '00' || area.provinceId === provinceId)
  if (found.length === 1) return found[0]!.id
  report(planning, draft, 'area', found.length === 0 ? 'area_unknown' : 'area_ambiguous', { value: draft.area })
  return undefined
}

function checkPlace(planning: Planning, draft: Draft, facts: UnitFacts, superiors: Superiors, existing: KnownUnit | null, from: PlainDate): void {
  const levels: ParentLevels = { administrative: levelOf(superiors.administrative), professional: levelOf(superiors.professional) }
  const fault = placementFault(facts, {
    administrative: levels.administrative ?? levelById(planning, facts.administrativeParentId),
    professional: levels.professional ?? levelById(planning, facts.professionalParentId),
  }, null)
  if (fault) report(planning, draft, COLUMN_OF_FAULT[fault], fault)
  const begin = laterOf('', ...[superiors.administrative, superiors.professional].map(beginOf))
  if (from < begin) report(planning, draft, 'from', 'before_parent', { day: formatDay(begin) })
  if (existing?.from && from < existing.from) report(planning, draft, 'from', 'before_last_change', { day: formatDay(existing.from) })
  const named = Object.values(superiors).filter((superior) => superior !== null)
  const moves = !existing || existing.administrativeParentId !== facts.administrativeParentId || existing.professionalParentId !== facts.professionalParentId
  if (moves && named.length > 0 && !named.some((superior) => superior.kind === 'row' || superior.unit.isOwn)) report(planning, draft, 'professional', 'parent_not_yours')
}

function levelById(planning: Planning, id: string | null): Level | null {
  return id === null ? null : (planning.byId.get(id)?.level ?? null)
}

/** Two rows that say the same unit. */
function refuseTwin(planning: Planning, draft: Draft, existing: KnownUnit | null, facts: UnitFacts): void {
  const key = existing ? existing.id : [fold(facts.name), facts.administrativeParentId, facts.professionalParentId].join('|')
  const first = planning.taken.get(key)
  if (first === undefined) planning.taken.set(key, draft.row)
  else if (existing || !draft.code) report(planning, draft, 'name', 'row_twice', { parentRow: first })
}

function report(planning: Planning, draft: Draft, column: Column, code: FaultCode, params: Fault['params'] = {}): null {
  planning.faultyRows.add(draft.row)
  planning.faults.push({ row: draft.row, column, code, params })
  return null
}

interface Superiors {
  readonly administrative: Superior | null
  readonly professional: Superior | null
}

const COLUMN_OF_FAULT = {
  parent_missing: 'professional',
  parent_not_above: 'professional',
  school_levels_missing: 'schoolLevels',
  body_teaches: 'schoolLevels',
  district_closed: 'level',
} as const satisfies Record<string, Column>

function factsOf(draft: Draft, existing: KnownUnit | null, superiors: Superiors, areaId: string | null | undefined): UnitFacts {
  const isSchool = draft.level === 'school'
  // A cell that is empty, or a column that is missing, leaves a known unit as it is.
  return {
    name: draft.name,
    level: draft.level!,
    schoolLevels: draft.schoolLevels ?? existing?.schoolLevels ?? [],
    form: draft.form ?? existing?.form ?? (isSchool ? 'ordinary' : null),
    ownership: draft.ownership ?? existing?.ownership ?? (isSchool ? 'public' : null),
    symbol: draft.symbol || (existing?.symbol ?? null),
    place: draft.place || (existing?.place ?? null),
    areaId: areaId === undefined ? (existing?.areaId ?? null) : areaId,
    administrativeParentId: superiors.administrative ? idOf(superiors.administrative) : (existing?.administrativeParentId ?? null),
    professionalParentId: superiors.professional ? idOf(superiors.professional) : (existing?.professionalParentId ?? null),
  }
}

function idOf(superior: Superior): string {
  return superior.kind === 'known' ? superior.unit.id : superior.planned.id
}

function levelOf(superior: Superior | null): Level | null {
  if (!superior) return null
  return superior.kind === 'known' ? superior.unit.level : superior.planned.facts.level
}

function beginOf(superior: Superior | null): PlainDate {
  if (!superior) return ''
  return (superior.kind === 'known' ? superior.unit.from : superior.planned.from) ?? ''
}

function laterOf(...days: readonly PlainDate[]): PlainDate {
  return days.reduce((later, day) => (day > later ? day : later), '')
}

const PROVINCE_NAMES = Object.entries(PROVINCES).map(([code, name]) => ({ code, name: fold(name) }))

/** The province whose code or name the text has. */
function provinceNamed(text: string): string | null {
  const folded = fold(text)
  return PROVINCE_NAMES.find(({ code, name }) => text === code || ` ${folded} `.includes(` ${name} `))?.code ?? null
}

function fold(text: string): string {
  return wordsOf(text).join(' ')
}
