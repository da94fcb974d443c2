import { sql, type RawBuilder } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import type { UnitRow } from './contract.ts'
import type { Level, SchoolLevel } from './model/unit.ts'
import type { Tx } from './tree-store.ts'

/** Where a page of units ended: rank of the match, folded name, id. */
export type Place = readonly [rank: number, name: string, id: string]

export interface UnitSearch {
  /** What was typed, as folded words with single blanks; empty for everything. */
  readonly phrase: string
  /** The same as a `tsquery`; null for everything. */
  readonly terms: string | null
  readonly code: string | null
  readonly level?: Level | undefined
  readonly schoolLevel?: SchoolLevel | undefined
  readonly areaId?: string | undefined
  readonly below?: string | undefined
  /** Directly below `parent.id`. */
  readonly parent?: { readonly id: string; readonly line?: 'administrative' | 'professional' | undefined }
  readonly day: PlainDate
  readonly withClosed: boolean
  readonly after: Place | null
  readonly limit: number
}

type Found = UnitRow & { readonly rank: number; readonly searchName: string }

/** A page of units and the place where the next begins; the whole phrase first, then by name. */
export async function findUnits(tx: Tx, search: UnitSearch): Promise<{ units: Found[]; next: Place | null }> {
  const { phrase, day, after, limit } = search
  const rank = phrase
    ? sql<number>`case
        when v.search_name = ${phrase} or v.unit_id = (select id from units.unit where code = ${search.code}) then 0
        when v.search_name like ${`${phrase}%`} then 1
        when v.search_name like ${`% ${phrase}%`} then 2
        else 3 end`
    : sql<number>`0`
  const found = await sql<Found>`
    with page as (
      select v.unit_id, v.valid, v.search_name, ${rank} as rank
      from units.unit_version v
      join units.unit u on u.id = v.unit_id
      where ${sql.join(conditions(search), sql` and `)}
        and ${after ? sql<boolean>`(${rank}, v.search_name collate "C", v.unit_id) > (${after[0]}::int, ${after[1]} collate "C", ${after[2]}::uuid)` : sql<boolean>`true`}
      order by rank, v.search_name collate "C", v.unit_id
      limit ${limit + 1}
    )
    select page.rank, page.search_name, u.id, u.code, v.name, v.level, v.school_levels, v.form, v.ownership, u.closed_on,
      ${areaName(day)} as area_name,
      ${named(sql.ref('v.administrativeParentId'), day)} as administrative_parent,
      ${named(sql.ref('v.professionalParentId'), day)} as professional_parent
    from page
    join units.unit u on u.id = page.unit_id
    join units.unit_version v on v.unit_id = page.unit_id and v.valid = page.valid
    order by page.rank, page.search_name collate "C", page.unit_id`.execute(tx)
  const units = found.rows.slice(0, limit)
  const last = units.at(-1)
  return { units, next: found.rows.length > limit && last ? [last.rank, last.searchName, last.id] : null }
}

function conditions({ terms, code, level, schoolLevel, areaId, below, parent, day, withClosed }: UnitSearch): RawBuilder<boolean>[] {
  const alive = sql<boolean>`v.valid @> ${day}::date`
  const when = withClosed ? sql<boolean>`(${alive} or (u.closed_on <= ${day}::date and upper(v.valid) = u.closed_on))` : alive
  const all = [when]
  if (terms) all.push(sql`(v.search_words @@ ${terms}::tsquery or v.unit_id = (select id from units.unit where code = ${code}))`)
  if (level) all.push(sql`v.level = ${level}`)
  if (schoolLevel) all.push(sql`${schoolLevel} = any (v.school_levels)`)
  if (areaId) all.push(sql`v.area_id in (${areasWithin(areaId)})`)
  if (below) {
    all.push(sql`v.unit_id in (
      select a.unit_id from units.unit_ancestor a
      where a.ancestor_id = ${below} and (a.valid @> ${day}::date or (${withClosed} and upper(a.valid) = u.closed_on)))`)
  }
  if (parent) {
    const lines = [sql<boolean>`v.administrative_parent_id = ${parent.id}`, sql<boolean>`v.professional_parent_id = ${parent.id}`]
    all.push(parent.line === 'administrative' ? lines[0]! : parent.line === 'professional' ? lines[1]! : sql`(${sql.join(lines, sql` or `)})`)
  }
  return all
}

/** An area and what it ever held: a commune belongs to a province through its district of the time. */
function areasWithin(areaId: string) {
  return sql`
    with recursive inside (id) as (
      select ${areaId}::uuid
      union
      select v.area_id from inside join units.area_version v on v.parent_id = inside.id
    )
    select id from inside`
}

/** Name of the area of version `v` as of a day, else as it last was. */
export function areaName(day: PlainDate): RawBuilder<string | null> {
  return sql`(
    select a.full_name from units.area_version a
    where a.area_id = v.area_id
    order by a.valid @> ${day}::date desc, a.valid desc
    limit 1)`
}

/** `{id, name}` of a unit as of a day, else as it last was; null without one. */
export function named(unitId: RawBuilder<unknown>, day: PlainDate): RawBuilder<{ id: string; name: string } | null> {
  return sql`(
    select jsonb_build_object('id', n.unit_id, 'name', n.name) from units.unit_version n
    where n.unit_id = ${unitId}
    order by n.valid @> ${day}::date desc, n.valid desc
    limit 1)`
}
