import { sql, type Transaction } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import { parseRange, type DayRange } from './model/day-range.ts'
import type { Level, SuccessionKind, UnitFacts } from './model/unit.ts'
import type { UnitTables } from './tables.ts'

export type Tx = Transaction<UnitTables>

export interface Identity {
  readonly id: string
  readonly provinceId: string
  readonly code: string | null
  readonly closedOn: PlainDate | null
}

/** One version of a unit: what it said, and when. */
export interface Version extends UnitFacts, DayRange {
  readonly unitId: string
  /** As PostgreSQL prints it; names the row. */
  readonly valid: string
}

const FACTS = ['name', 'level', 'schoolLevels', 'form', 'ownership', 'symbol', 'place', 'areaId', 'administrativeParentId', 'professionalParentId'] as const

/** Changes of the tree come one after the other: what one of them checks, another must not undo meanwhile. */
export async function lockTree(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('units.tree', 0))`.execute(tx)
}

/** @throws AppError `not_found` */
export async function identityOf(tx: Tx, unitId: string): Promise<Identity> {
  const found = await tx.selectFrom('units.unit').select(['id', 'provinceId', 'code', 'closedOn']).where('id', '=', unitId).executeTakeFirst()
  if (!found) throw new AppError('not_found', 'units.not_found')
  return found
}

/** Every version of some units, each unit's newest first. */
export async function versionsOf(tx: Tx, unitIds: readonly string[]): Promise<Version[]> {
  if (unitIds.length === 0) return []
  const rows = await tx
    .selectFrom('units.unitVersion')
    .select(['unitId', 'valid', ...FACTS])
    .where('unitId', 'in', unitIds)
    .orderBy('unitId')
    .orderBy('valid', 'desc')
    .execute()
  return rows.map((row) => ({ ...row, ...parseRange(row.valid) }))
}

/** The newest version of a unit. @throws AppError `not_found` */
export async function lastVersion(tx: Tx, unitId: string): Promise<Version> {
  const [last] = await versionsOf(tx, [unitId])
  if (!last) throw new AppError('not_found', 'units.not_found')
  return last
}

/** Level and province of the units that exist on a day. */
export async function bodiesOn(tx: Tx, unitIds: readonly string[], day: PlainDate): Promise<Map<string, { level: Level; provinceId: string }>> {
  if (unitIds.length === 0) return new Map()
  const rows = await tx
    .selectFrom('units.unitVersion as v')
    .innerJoin('units.unit as u', 'u.id', 'v.unitId')
    .select(['u.id', 'u.provinceId', 'v.level'])
    .where('u.id', 'in', unitIds)
    .where(sql<boolean>`v.valid @> ${day}::date`)
    .execute()
  return new Map(rows.map(({ id, ...body }) => [id, body]))
}

/** Whether one of two units stands above the other on a day, on either line, or they are the same. */
export async function standInLine(tx: Tx, one: string, other: string, day: PlainDate): Promise<boolean> {
  const found = await sql`
    select 1 from units.unit_ancestor
    where (unit_id, ancestor_id) in ((${one}, ${other}), (${other}, ${one})) and valid @> ${day}::date
    limit 1`.execute(tx)
  return found.rows.length > 0
}

/** @throws AppError `conflict` when the code belongs to another unit */
export async function insertUnit(tx: Tx, unit: { id: string; provinceId: string; code: string | null }): Promise<void> {
  await refuseTakenCode(tx, unit.id, unit.code)
  await tx.insertInto('units.unit').values({ ...unit, closedOn: null }).execute()
}

/** @throws AppError `conflict` when the code belongs to another unit */
export async function storeCode(tx: Tx, unitId: string, code: string | null): Promise<void> {
  await refuseTakenCode(tx, unitId, code)
  await tx.updateTable('units.unit').set({ code }).where('id', '=', unitId).execute()
}

async function refuseTakenCode(tx: Tx, unitId: string, code: string | null): Promise<void> {
  if (code === null) return
  const taken = await tx.selectFrom('units.unit').select('id').where('code', '=', code).where('id', '<>', unitId).executeTakeFirst()
  if (taken) throw new AppError('conflict', 'units.code_taken', { code })
}

export async function insertVersion(tx: Tx, unitId: string, days: DayRange, facts: UnitFacts): Promise<void> {
  await tx
    .insertInto('units.unitVersion')
    .values({ unitId, valid: sql`daterange(${days.from}::date, ${days.until}::date)`, ...columnsOf(facts) })
    .execute()
}

export async function updateVersion(tx: Tx, version: Pick<Version, 'unitId' | 'valid'>, facts: UnitFacts): Promise<void> {
  await tx.updateTable('units.unitVersion').set(columnsOf(facts)).where('unitId', '=', version.unitId).where('valid', '=', version.valid).execute()
}

function columnsOf(facts: UnitFacts) {
  const { name, level, schoolLevels, form, ownership, symbol, place, areaId, administrativeParentId, professionalParentId } = facts
  return {
    name,
    level,
    schoolLevels: [...schoolLevels],
    form,
    ownership,
    symbol,
    place,
    areaId,
    administrativeParentId,
    professionalParentId,
    searchName: sql<string>`platform.fold(${name})`,
  }
}

/** Ends a version on a day within it. */
export async function cutVersion(tx: Tx, version: Version, on: PlainDate): Promise<void> {
  await tx
    .updateTable('units.unitVersion')
    .set({ valid: sql`daterange(${version.from}::date, ${on}::date)` })
    .where('unitId', '=', version.unitId)
    .where('valid', '=', version.valid)
    .execute()
}

export async function closeIdentity(tx: Tx, unitId: string, on: PlainDate): Promise<void> {
  await tx.updateTable('units.unit').set({ closedOn: on }).where('id', '=', unitId).execute()
}

export interface Step {
  readonly fromId: string
  readonly toId: string | null
  readonly onDay: PlainDate
  readonly kind: SuccessionKind
  readonly decision: string | null
}

export async function insertSuccessions(tx: Tx, steps: readonly Step[]): Promise<void> {
  if (steps.length === 0) return
  await tx
    .insertInto('units.succession')
    .values([...steps])
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Versions that name one of the units as their superior on a day or later. */
export async function versionsBelow(tx: Tx, unitIds: readonly string[], from: PlainDate): Promise<Version[]> {
  const rows = await tx
    .selectFrom('units.unitVersion')
    .select(['unitId', 'valid', ...FACTS])
    .where((where) => where.or([where('administrativeParentId', 'in', unitIds), where('professionalParentId', 'in', unitIds)]))
    .where('unitId', 'not in', unitIds)
    .where(sql<boolean>`valid && daterange(${from}::date, null)`)
    .orderBy('unitId')
    .orderBy('valid')
    .execute()
  return rows.map((row) => ({ ...row, ...parseRange(row.valid) }))
}

const CIRCLE = 'UN001'

/**
 * Derives anew who stands above these units and all below them.
 * @throws AppError `conflict` when a unit would stand above itself
 */
export async function deriveAncestors(tx: Tx, unitIds: readonly string[]): Promise<void> {
  try {
    await sql`select units.derive_ancestors(${[...unitIds]}::uuid[])`.execute(tx)
  } catch (cause) {
    if (cause instanceof Error && 'code' in cause && cause.code === CIRCLE) throw new AppError('conflict', 'units.circle', {}, { cause })
    throw cause
  }
}
