import { sql } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import type { Tx } from './tree-store.ts'

/** Code of the province that holds an area, by the newest versions on the way up; null when it stands nowhere. */
export async function provinceOf(tx: Tx, areaId: string | null): Promise<string | null> {
  if (areaId === null) return null
  const found = await sql<{ code: string }>`
    with recursive up (id) as (
      select ${areaId}::uuid
      union
      select (select v.parent_id from units.area_version v where v.area_id = up.id order by v.valid desc limit 1)
      from up
      where up.id is not null
    )
    select a.code from up join units.area a on a.id = up.id where a.level = 'province'`.execute(tx)
  return found.rows[0]?.code ?? null
}

export interface AreaSearch {
  /** A `tsquery` over folded words. */
  readonly terms: string
  readonly level?: string | undefined
  readonly parentId?: string | undefined
  readonly day: PlainDate
  readonly limit: number
}

export interface AreaRow {
  readonly id: string
  readonly code: string
  readonly fullName: string
  readonly parentName: string | null
}

/** Areas of a day whose names have the words, by name. */
export async function findAreas(tx: Tx, { terms, level, parentId, day, limit }: AreaSearch): Promise<AreaRow[]> {
  const found = await sql<AreaRow>`
    select a.id, a.code, v.full_name, p.full_name as parent_name
    from units.area_version v
    join units.area a on a.id = v.area_id
    left join units.area_version p on p.area_id = v.parent_id and p.valid @> ${day}::date
    where v.search_words @@ ${terms}::tsquery
      and v.valid @> ${day}::date
      and ${level ? sql<boolean>`a.level = ${level}` : sql<boolean>`true`}
      and ${parentId ? sql<boolean>`v.parent_id = ${parentId}` : sql<boolean>`true`}
    order by length(v.search_name), v.search_name collate "C", a.id
    limit ${limit}`.execute(tx)
  return found.rows
}
