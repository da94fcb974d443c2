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

/**
 * A page of units and the place where the next begins: the unit of the code, then names that begin with the phrase, then
 * those that have it within, then those that have the words apart; each by name.
 *
 * Names that begin with the phrase come from the index in order, so that a word that nearly every name begins with costs
 * no more than a rare one.
 */
export async function findUnits(tx: Tx, search: UnitSearch): Promise<{ units: Found[]; next: Place | null }> {
  const steps = search.phrase ? STEPS.filter(({ rank }) => search.after === null || rank >= Math.min(search.after[0], 2)) : [EVERYTHING]
  const units: Found[] = []
  for (const step of steps) {
    if (units.length > search.limit) break
    units.push(...(await stepOf(tx, search, step, search.limit + 1 - units.length)))
  }
  const page = units.slice(0, search.limit)
  const last = page.at(-1)
  return { units: page, next: units.length > search.limit && last ? [last.rank, last.searchName, last.id] : null }
}

/** A part of the answer. Ranks: 0 code, 1 beginning, 2 within, 3 words apart. */
interface SearchStep {
  readonly rank: number
  readonly rankOf: (search: UnitSearch) => RawBuilder<number>
  readonly where: (search: UnitSearch) => RawBuilder<boolean>
}

const EVERYTHING: SearchStep = { rank: 0, rankOf: () => sql`0`, where: () => sql`true` }

const STEPS: readonly SearchStep[] = [
  { rank: 0, rankOf: () => sql`0`, where: ({ code }) => isCode(code) },
  { rank: 1, rankOf: () => sql`1`, where: ({ phrase, code }) => sql`${beginsWith(phrase)} and ${isCode(code)} is not true` },
  {
    rank: 2,
    rankOf: ({ phrase }) => sql`case when v.search_name like ${`% ${phrase}%`} then 2 else 3 end`,
    where: ({ phrase, terms, code }) => sql`v.search_words @@ ${terms}::tsquery and not ${beginsWith(phrase)} and ${isCode(code)} is not true`,
  },
]

function isCode(code: string | null): RawBuilder<boolean> {
  return sql`v.unit_id = (select id from units.unit where code = ${code})`
}

/** In terms of the index on the folded name, which is bytewise. A phrase has letters, digits and blanks alone. */
function beginsWith(phrase: string): RawBuilder<boolean> {
  const behind = phrase.slice(0, -1) + String.fromCharCode(phrase.charCodeAt(phrase.length - 1) + 1)
  return sql`(v.search_name collate "C" >= ${phrase} and v.search_name collate "C" < ${behind})`
}

async function stepOf(tx: Tx, search: UnitSearch, { rankOf, where }: SearchStep, limit: number): Promise<Found[]> {
  const { day, after } = search
  const rank = rankOf(search)
  const behind = after ? sql<boolean>`(${rank}, v.search_name collate "C", v.unit_id) > (${after[0]}::int, ${after[1]} collate "C", ${after[2]}::uuid)` : sql<boolean>`true`
  const found = await sql<Found>`
    with page as (
      select v.unit_id, v.valid, v.search_name, ${rank} as rank
      from units.unit_version v
      where ${where(search)} and ${sql.join(conditions(search), sql` and `)} and ${behind}
      order by rank, v.search_name collate "C", v.unit_id
      limit ${limit}
    )
    select page.rank, page.search_name, u.id, u.code, v.name, v.level, v.school_levels, v.form, v.ownership, u.closed_on,
      ${areaName(day)} as area_name,
      ${named(sql.ref('v.administrativeParentId'), day)} as administrative_parent,
      ${named(sql.ref('v.professionalParentId'), day)} as professional_parent
    from page
    join units.unit u on u.id = page.unit_id
    join units.unit_version v on v.unit_id = page.unit_id and v.valid = page.valid
    order by page.rank, page.search_name collate "C", page.unit_id`.execute(tx)
  return found.rows
}

function conditions({ level, schoolLevel, areaId, below, parent, day, withClosed }: UnitSearch): RawBuilder<boolean>[] {
  const alive = sql<boolean>`v.valid @> ${day}::date`
  const closed = sql<boolean>`exists (select from units.unit u where u.id = v.unit_id and u.closed_on <= ${day}::date and u.closed_on = upper(v.valid))`
  const when = withClosed ? sql<boolean>`(${alive} or (upper(v.valid) <= ${day}::date and ${closed}))` : alive
  const all = [when]
  if (level) all.push(sql`v.level = ${level}`)
  if (schoolLevel) all.push(sql`${schoolLevel} = any (v.school_levels)`)
  if (areaId) all.push(sql`v.area_id in (${areasWithin(areaId)})`)
  if (below) {
    // `is true` keeps the list whole, hashed once: as a join it is looked up for every unit of the nation, 38,000 times.
    all.push(sql`(v.unit_id in (
      select a.unit_id from units.unit_ancestor a
      where a.ancestor_id = ${below} and (a.valid @> ${day}::date or (${withClosed} and upper(a.valid) <= ${day}::date)))) is true`)
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
