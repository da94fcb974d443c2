import { sql } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import { parseRange } from './model/day-range.ts'
import { areaName, named } from './search-store.ts'
import type { UnitView } from './contract.ts'
import type { Tx } from './tree-store.ts'

type VersionView = UnitView['current']

/** The versions of a unit with the names of what they point to, newest first. */
export async function versionViews(tx: Tx, unitId: string, today: PlainDate): Promise<VersionView[]> {
  const found = await sql<Omit<VersionView, 'from' | 'until'> & { valid: string }>`
    select v.valid, v.name, v.level, v.school_levels, v.form, v.ownership, v.symbol, v.place, v.area_id,
      v.administrative_parent_id, v.professional_parent_id,
      ${areaName(today)} as area_name,
      ${named(sql.ref('v.administrativeParentId'), today)} as administrative_parent,
      ${named(sql.ref('v.professionalParentId'), today)} as professional_parent
    from units.unit_version v
    where v.unit_id = ${unitId}
    order by v.valid desc`.execute(tx)
  return found.rows.map(({ valid, ...version }) => ({ ...version, ...parseRange(valid) }))
}

/** The steps of a unit's history, with the names that the units had then; newest first. */
export async function successionsOf(tx: Tx, unitId: string): Promise<UnitView['successions']> {
  const nameBefore = (id: string) => sql`(
    select jsonb_build_object('id', n.unit_id, 'name', n.name) from units.unit_version n
    where n.unit_id = ${sql.ref(id)}
    order by n.valid @> (s.on_day - 1) desc, n.valid desc
    limit 1)`
  const nameAfter = (id: string) => sql`(
    select jsonb_build_object('id', n.unit_id, 'name', n.name) from units.unit_version n
    where n.unit_id = ${sql.ref(id)}
    order by n.valid @> s.on_day desc, n.valid desc
    limit 1)`
  const found = await sql<UnitView['successions'][number]>`
    select ${nameBefore('s.fromId')} as from, ${nameAfter('s.toId')} as to, s.on_day, s.kind, s.decision
    from units.succession s
    where s.from_id = ${unitId} or s.to_id = ${unitId}
    order by s.on_day desc, s.kind, s.from_id`.execute(tx)
  return found.rows
}

export async function superiorsOf(tx: Tx, unitId: string, day: PlainDate): Promise<UnitView['superiors']> {
  const found = await sql<UnitView['superiors'][number]>`
    select v.unit_id as id, v.name, v.level, a.line, a.depth
    from units.unit_ancestor a
    join units.unit_version v on v.unit_id = a.ancestor_id and v.valid @> ${day}::date
    where a.unit_id = ${unitId} and a.depth > 0 and a.valid @> ${day}::date
    order by a.line, a.depth`.execute(tx)
  return found.rows
}

export async function childCounts(tx: Tx, unitId: string, day: PlainDate): Promise<UnitView['childCounts']> {
  const found = await sql<UnitView['childCounts']>`
    select count(*) filter (where administrative_parent_id = ${unitId})::int as administrative,
      count(*) filter (where professional_parent_id = ${unitId})::int as professional
    from units.unit_version
    where (administrative_parent_id = ${unitId} or professional_parent_id = ${unitId}) and valid @> ${day}::date`.execute(tx)
  return found.rows[0]!
}

export interface TreeRow {
  readonly id: string
  readonly name: string
  readonly level: UnitView['current']['level']
  readonly administrativeParentId: string | null
  readonly professionalParentId: string | null
}

/**
 * The tree as of a day: a unit and everything below it on either line, down to a depth; from the bodies without a
 * superior when no root is named. By level, then by name.
 */
export async function treeAsOf(tx: Tx, day: PlainDate, rootId: string | null, depth: number): Promise<TreeRow[]> {
  const found = await sql<TreeRow>`
    with roots as (
      select v.unit_id from units.unit_version v
      where v.valid @> ${day}::date
        and ${rootId ? sql<boolean>`v.unit_id = ${rootId}` : sql<boolean>`v.administrative_parent_id is null and v.professional_parent_id is null`}
    ),
    reached as (
      select distinct a.unit_id
      from roots
      join units.unit_ancestor a on a.ancestor_id = roots.unit_id and a.depth <= ${depth} and a.valid @> ${day}::date
    )
    select v.unit_id as id, v.name, v.level, v.administrative_parent_id, v.professional_parent_id
    from reached
    join units.unit_version v on v.unit_id = reached.unit_id and v.valid @> ${day}::date
    order by array_position(array['ministry', 'department', 'district_office', 'commune', 'school'], v.level), v.search_name collate "C", v.unit_id`.execute(tx)
  return found.rows
}
