import { sql, type Transaction } from 'kysely'
import { commandFor, queryFor } from '#core/access/operation.ts'
import { groupBy } from '#core/units/model/group-by.ts'
import type { Line } from '#core/facts/model/measure.ts'
import type { Level, SchoolLevel } from '#core/units/model/unit.ts'
import type { PlainDate } from '#platform/clock.ts'
import { tablesOf } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import type { Definition } from './model/definition.ts'
import type { SetTarget, SuperiorTarget, TargetKind } from './model/targets.ts'
import type { TotalCell } from './model/sums.ts'
import type { DefinitionRest, IndicatorsDb } from './tables.ts'

export const command = commandFor<IndicatorsDb>()
export const query = queryFor<IndicatorsDb>()

/** A transaction of others, narrowed to the tables of this module. */
export const indicatorTables = tablesOf<IndicatorsDb>()

type Tx = Transaction<IndicatorsDb>

export interface UnitRow {
  readonly id: string
  readonly provinceId: string
  readonly name: string
  readonly level: Level
  readonly schoolLevels: readonly SchoolLevel[]
}

/** A unit as of a day; a closed one as it last was. @throws AppError `not_found` */
export async function unitOn(tx: Tx, unitId: string, day: PlainDate): Promise<UnitRow> {
  const found = await sql<UnitRow>`
    select u.id, u.province_id, v.name, v.level, v.school_levels
    from units.unit u join units.unit_version v on v.unit_id = u.id
    where u.id = ${unitId} and lower(v.valid) <= ${day}::date
    order by v.valid desc limit 1`.execute(tx)
  const row = found.rows[0]
  if (!row) throw new AppError('not_found', 'units.not_found')
  return row
}

/** A commune looks down its administrative line, everybody else the professional one. */
export function lineOf(level: Level): Line {
  return level === 'commune' ? 'administrative' : 'professional'
}

export type UnitBelow = UnitRow & { readonly provinceCode: string | null }

/** The units directly below, by name; `provinceCode` of those whose area is a whole province. */
export async function unitsBelow(tx: Tx, unitId: string, line: Line, day: PlainDate): Promise<UnitBelow[]> {
  const found = await sql<UnitBelow>`
    select u.id, u.province_id, v.name, v.level, v.school_levels, area.code as province_code
    from units.unit_ancestor a
    join units.unit u on u.id = a.unit_id
    join units.unit_version v on v.unit_id = u.id and v.valid @> ${day}::date
    left join units.area area on area.id = v.area_id and area.level = 'province'
    where a.ancestor_id = ${unitId} and a.line = ${line} and a.depth = 1 and a.valid @> ${day}::date
    order by v.name collate "vi-x-icu"`.execute(tx)
  return found.rows
}

export type UnitBelowBetween = UnitRow & { readonly closedOn: PlainDate | null }

/** The units that stood directly below on any day of a span, as they last did, by name. */
export async function unitsBelowBetween(tx: Tx, unitId: string, line: Line, { from, to }: { from: PlainDate; to: PlainDate }): Promise<UnitBelowBetween[]> {
  const found = await sql<UnitBelowBetween>`
    select u.id, u.province_id, u.closed_on, v.name, v.level, v.school_levels
    from (
      select distinct a.unit_id from units.unit_ancestor a
      where a.ancestor_id = ${unitId} and a.line = ${line} and a.depth = 1 and a.valid && daterange(${from}, ${to}, '[]')
    ) a
    join units.unit u on u.id = a.unit_id
    cross join lateral (
      select name, level, school_levels from units.unit_version v where v.unit_id = u.id and lower(v.valid) <= ${to}::date order by v.valid desc limit 1
    ) v
    order by v.name collate "vi-x-icu"`.execute(tx)
  return found.rows
}

/** Everything that stands below, on any depth. */
export async function unitsAnywhereBelow(tx: Tx, unitId: string, line: Line, day: PlainDate): Promise<UnitRow[]> {
  const found = await sql<UnitRow>`
    select u.id, u.province_id, v.name, v.level, v.school_levels
    from units.unit_ancestor a
    join units.unit u on u.id = a.unit_id
    join units.unit_version v on v.unit_id = u.id and v.valid @> ${day}::date
    where a.ancestor_id = ${unitId} and a.line = ${line} and a.depth > 0 and a.valid @> ${day}::date
    order by v.name collate "vi-x-icu"`.execute(tx)
  return found.rows
}

export interface StoredDefinition extends Definition {
  readonly id: string
  readonly ownerId: string
  readonly ownerName: string
  readonly withdrawnOn: PlainDate | null
  readonly reason: string
  /** 0: the unit itself. */
  readonly depth: number
}

interface DefinitionRow {
  readonly id: string
  readonly ownerId: string
  readonly ownerName: string
  readonly code: string
  readonly version: number
  readonly validFrom: PlainDate
  readonly withdrawnOn: PlainDate | null
  readonly nameVi: string
  readonly nameEn: string
  readonly unitOfMeasure: Definition['unit']
  readonly formula: string
  readonly definition: DefinitionRest
  readonly reason: string
  readonly depth: number
}

/** Every version that the unit or a superior of it made, nearest owner first, newest version first. */
export async function definitionsAbove(tx: Tx, unitId: string, day: PlainDate): Promise<StoredDefinition[]> {
  const found = await sql<DefinitionRow>`
    select d.id, d.unit_id as owner_id, v.name as owner_name, d.code, d.version, d.valid_from, d.withdrawn_on, d.name_vi, d.name_en,
      d.unit_of_measure, d.formula, d.definition, d.reason, min(a.depth)::int as depth
    from units.unit_ancestor a
    join indicators.definition d on d.unit_id = a.ancestor_id
    join units.unit_version v on v.unit_id = d.unit_id and v.valid @> ${day}::date
    where a.unit_id = ${unitId} and a.valid @> ${day}::date
    group by d.province_id, d.id, v.name
    order by depth, d.code, d.version desc`.execute(tx)
  return found.rows.map(({ nameVi, nameEn, unitOfMeasure, definition, ...row }) => ({ ...definition, ...row, name: { vi: nameVi, en: nameEn || nameVi }, unit: unitOfMeasure }))
}

export interface NewDefinition extends Definition {
  readonly id: string
  readonly unitId: string
  readonly provinceId: string
  readonly reason: string
  readonly createdBy: string
  readonly createdAt: Date
}

export async function insertDefinition(tx: Tx, { id, unitId, provinceId, reason, createdBy, createdAt, ...definition }: NewDefinition): Promise<void> {
  const { code, version, validFrom, name, unit, formula, ...rest } = definition
  await tx
    .insertInto('indicators.definition')
    .values({
      id, unitId, provinceId, code, version, validFrom, withdrawnOn: null, nameVi: name.vi, nameEn: name.en, unitOfMeasure: unit, formula,
      definition: JSON.stringify(rest), reason, createdBy, createdAt,
    })
    .execute()
}

/** Ends every version of a code that a unit made. @returns how many ended */
export async function withdrawDefinitions(tx: Tx, unitId: string, code: string, on: PlainDate): Promise<number> {
  const ended = await tx
    .updateTable('indicators.definition')
    .set({ withdrawnOn: on })
    .where('unitId', '=', unitId)
    .where('code', '=', code)
    .where('withdrawnOn', 'is', null)
    .executeTakeFirst()
  return Number(ended.numUpdatedRows)
}

export interface TargetRow extends SetTarget {
  readonly code: string
  readonly unitId: string
  readonly baseline: string | null
  readonly baselineYear: number | null
  readonly givenBy: string | null
  readonly decisionNumber: string | null
  readonly decisionOn: PlainDate | null
  readonly decisionText: string | null
  readonly note: string | null
}

const TARGET = ['code', 'unitId', 'year', 'kind', 'value', 'baseline', 'baselineYear', 'givenBy', 'decisionNumber', 'decisionOn', 'decisionText', 'note'] as const

export async function targetsOfUnits(tx: Tx, unitIds: readonly string[], codes?: readonly string[]): Promise<TargetRow[]> {
  if (unitIds.length === 0) return []
  const rows = tx.selectFrom('indicators.target').select(TARGET).where(sql<boolean>`unit_id = any (${[...unitIds]}::uuid[])`)
  return (codes ? rows.where('code', 'in', ['', ...codes]) : rows).orderBy('year').execute()
}

/** What the superiors have for themselves, nearest first, their own decision before what they were given. */
export async function superiorTargets(tx: Tx, unitId: string, day: PlainDate): Promise<(SuperiorTarget & { code: string })[]> {
  const found = await sql<SuperiorTarget & { code: string }>`
    select distinct on (code, year) code, year, value::text as value, unit_id, unit_name
    from (
      select t.code, t.year, t.value, t.unit_id, v.name as unit_name, a.depth, t.kind
      from units.unit_ancestor a
      join indicators.target t on t.unit_id = a.ancestor_id and t.kind in ('own', 'given')
      join units.unit_version v on v.unit_id = t.unit_id and v.valid @> ${day}::date
      where a.unit_id = ${unitId} and a.depth > 0 and a.valid @> ${day}::date
    ) above
    order by code, year, depth, kind desc`.execute(tx)
  return found.rows
}

export interface NewTarget {
  readonly id: string
  readonly provinceId: string
  readonly unitId: string
  readonly code: string
  readonly year: number
  readonly kind: TargetKind
  readonly value: string
  readonly baseline?: string | null
  readonly baselineYear?: number | null
  readonly givenBy?: string | null
  readonly decisionNumber?: string | null
  readonly decisionOn?: PlainDate | null
  readonly decisionText?: string | null
  readonly note?: string | null
  readonly changedBy: string
  readonly changedAt: Date
}

export async function putTargets(tx: Tx, targets: readonly NewTarget[]): Promise<void> {
  for (const target of targets) {
    const row = { baseline: null, baselineYear: null, givenBy: null, decisionNumber: null, decisionOn: null, decisionText: null, note: null, ...target }
    const { id: _id, ...changes } = row
    await tx
      .insertInto('indicators.target')
      .values(row)
      .onConflict((conflict) => conflict.columns(['unitId', 'code', 'year', 'kind']).doUpdateSet(changes))
      .execute()
  }
}

/** @returns whether there was one */
export async function deleteTarget(tx: Tx, unitId: string, code: string, year: number, kind: TargetKind): Promise<boolean> {
  const gone = await tx.deleteFrom('indicators.target').where('unitId', '=', unitId).where('code', '=', code).where('year', '=', year).where('kind', '=', kind).executeTakeFirst()
  return gone.numDeletedRows > 0n
}

/** What units themselves have of measures in a span, straight from the facts. */
export async function cellsOfUnits(tx: Tx, asked: { unitIds: readonly string[]; from: PlainDate; to: PlainDate; measures: readonly string[] }): Promise<(Omit<TotalCell, 'known' | 'positive'> & { unitId: string })[]> {
  if (asked.unitIds.length === 0 || asked.measures.length === 0) return []
  const found = await sql<Omit<TotalCell, 'known' | 'positive'> & { unitId: string }>`
    select unit_id, measure, sex, age_group, ethnicity, audience, detail, value::text as value
    from facts.unit_cells(${[...asked.unitIds]}::uuid[], ${asked.from}, ${asked.to}, ${[...asked.measures]})`.execute(tx)
  return found.rows
}

/** Names of units as of a day. */
export async function unitNames(tx: Tx, ids: readonly string[], day: PlainDate): Promise<ReadonlyMap<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await sql<{ unitId: string; name: string }>`
    select distinct on (unit_id) unit_id, name from units.unit_version
    where unit_id = any (${[...ids]}::uuid[]) and lower(valid) <= ${day}::date
    order by unit_id, valid desc`.execute(tx)
  return new Map(found.rows.map(({ unitId, name }) => [unitId, name]))
}

/** Units of the same level, and of the same levels of schooling, under the same professional superior; the unit itself not. */
export async function similarUnits(tx: Tx, unit: UnitRow, day: PlainDate): Promise<string[]> {
  const found = await sql<{ id: string }>`
    select v.unit_id as id
    from units.unit_version own
    join units.unit_version v on v.professional_parent_id = own.professional_parent_id and v.valid @> ${day}::date
    where own.unit_id = ${unit.id} and own.valid @> ${day}::date and v.unit_id <> own.unit_id
      and v.level = own.level and v.school_levels @> own.school_levels and v.school_levels <@ own.school_levels`.execute(tx)
  return found.rows.map(({ id }) => id)
}

/** Pupils of each unit at the latest count of a span. */
export async function sizesOf(tx: Tx, unitIds: readonly string[], { from, to }: { from: PlainDate; to: PlainDate }): Promise<ReadonlyMap<string, number>> {
  const cells = await cellsOfUnits(tx, { unitIds, from, to, measures: ['pupils.enrolled'] })
  return new Map([...groupBy(cells, (cell) => [cell.unitId])].map(([unitId, rows]) => [unitId, rows.reduce((sum, row) => sum + Number(row.value), 0)]))
}
