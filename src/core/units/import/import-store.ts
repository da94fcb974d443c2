import { sql } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import { parseRange } from '../model/day-range.ts'
import type { Tx } from '../tree-store.ts'
import type { KnownArea, KnownUnit, PlannedRow } from './plan.ts'

/**
 * The units that an import may touch or name: those at or below `rootId` within the reach of the transaction's person,
 * and those above it; every unit when no root is named.
 */
export async function knownUnits(tx: Tx, rootId: string | null, today: PlainDate): Promise<KnownUnit[]> {
  const below = rootId
    ? sql`select a.unit_id from units.unit_ancestor a
        where a.ancestor_id = ${rootId} and a.valid @> ${today}::date and a.unit_id in (select units.writable())`
    : sql`select id from units.unit`
  const above = rootId ? sql`select a.ancestor_id from units.unit_ancestor a where a.unit_id = ${rootId} and a.valid @> ${today}::date` : sql`select null::uuid where false`
  const found = await sql<Omit<KnownUnit, 'from'>>`
    with own (unit_id) as materialized (${below}), superior (ancestor_id) as materialized (${above})
    select u.id, u.code, u.province_id, v.valid, v.name, v.level, v.school_levels, v.form, v.ownership, v.symbol, v.place, v.area_id,
      v.administrative_parent_id, v.professional_parent_id, u.id in (select unit_id from own) as is_own, u.id in (select unit_id from own) and u.id is distinct from ${rootId}::uuid as may_change
    from (select unit_id from own union select ancestor_id from superior) r (id)
    join units.unit u on u.id = r.id
    join units.unit_version v on v.unit_id = u.id and upper_inf(v.valid)
    where u.closed_on is null`.execute(tx)
  return found.rows.map((row) => ({ ...row, from: parseRange(row.valid).from }))
}

/** Provinces and communes of a day. */
export async function knownAreas(tx: Tx, day: PlainDate): Promise<KnownArea[]> {
  const found = await sql<KnownArea>`
    select a.id, a.code, v.name, v.full_name, coalesce(p.code, a.code) as province_id
    from units.area_version v
    join units.area a on a.id = v.area_id
    left join units.area p on p.id = v.parent_id
    where v.valid @> ${day}::date and a.level in ('province', 'commune')`.execute(tx)
  return found.rows
}

/** What the recordset functions of PostgreSQL read. */
function recordOf({ id, code, provinceId, from, facts, before }: PlannedRow) {
  const { schoolLevels, areaId, administrativeParentId, professionalParentId, ...rest } = facts
  return {
    ...rest,
    id,
    code,
    province_id: provinceId,
    starts: from,
    replaced: before?.valid ?? null,
    school_levels: schoolLevels,
    area_id: areaId,
    administrative_parent_id: administrativeParentId,
    professional_parent_id: professionalParentId,
  }
}

const RECORD = sql`as r (
  id uuid, code text, province_id text, starts date, replaced daterange, name text, level text, school_levels text[], form text, ownership text,
  symbol text, place text, area_id uuid, administrative_parent_id uuid, professional_parent_id uuid)`

const COLUMNS = sql`unit_id, valid, name, level, school_levels, form, ownership, symbol, place, area_id, administrative_parent_id, professional_parent_id, search_name`
const VALUES = sql`r.name, r.level, r.school_levels, r.form, r.ownership, r.symbol, r.place, r.area_id, r.administrative_parent_id, r.professional_parent_id, platform.fold(r.name)`

/** Writes new units, all at once. */
export async function insertBatch(tx: Tx, rows: readonly PlannedRow[]): Promise<void> {
  if (rows.length === 0) return
  const records = JSON.stringify(rows.map(recordOf))
  await sql`insert into units.unit (id, province_id, code) select r.id, r.province_id, r.code from jsonb_to_recordset(${records}::jsonb) ${RECORD}`.execute(tx)
  await sql`
    insert into units.unit_version (${COLUMNS})
    select r.id, daterange(r.starts, null), ${VALUES}
    from jsonb_to_recordset(${records}::jsonb) ${RECORD}`.execute(tx)
}

/** Gives known units a version from the day of their row on, in place of the last where both begin on one day. */
export async function changeBatch(tx: Tx, rows: readonly PlannedRow[]): Promise<void> {
  if (rows.length === 0) return
  const records = JSON.stringify(rows.map(recordOf))
  await sql`
    delete from units.unit_version v using jsonb_to_recordset(${records}::jsonb) ${RECORD}
    where v.unit_id = r.id and v.valid = r.replaced and lower(v.valid) = r.starts`.execute(tx)
  await sql`
    update units.unit_version v set valid = daterange(lower(v.valid), r.starts)
    from jsonb_to_recordset(${records}::jsonb) ${RECORD}
    where v.unit_id = r.id and v.valid = r.replaced`.execute(tx)
  await sql`
    insert into units.unit_version (${COLUMNS})
    select r.id, daterange(r.starts, null), ${VALUES}
    from jsonb_to_recordset(${records}::jsonb) ${RECORD}`.execute(tx)
  await sql`
    update units.unit u set code = r.code
    from jsonb_to_recordset(${records}::jsonb) ${RECORD}
    where u.id = r.id and r.code is not null and u.code is distinct from r.code`.execute(tx)
}

/** Whether some of the codes belong to units outside the import's sight. */
export async function foreignCodes(tx: Tx, codes: readonly string[], knownIds: ReadonlySet<string>): Promise<Set<string>> {
  if (codes.length === 0) return new Set()
  const found = await sql<{ id: string; code: string }>`
    select u.id, u.code from units.unit u join unnest(${[...codes]}::text[]) as c (code) on c.code = u.code`.execute(tx)
  return new Set(found.rows.filter((row) => !knownIds.has(row.id)).map((row) => row.code))
}
