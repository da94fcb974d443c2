import { sql, type Transaction } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'

export interface UnitNamed {
  readonly id: string
  readonly name: string
}

export async function hasUnits(tx: Transaction<unknown>): Promise<boolean> {
  return (await sql`select 1 from units.unit limit 1`.execute(tx)).rows.length > 0
}

/** Units that exist on the day and are called so, written with or without diacritics; at most a handful. */
export async function unitsCalled(tx: Transaction<unknown>, name: string, today: PlainDate): Promise<UnitNamed[]> {
  const found = await sql<UnitNamed>`
    select unit_id as id, name from units.unit_version
    where search_name = platform.fold(${name}) and valid @> ${today}::date
    order by name, id
    limit 5`.execute(tx)
  return found.rows
}

export async function unitWithId(tx: Transaction<unknown>, id: string, today: PlainDate): Promise<UnitNamed | undefined> {
  const found = await sql<UnitNamed>`select unit_id as id, name from units.unit_version where unit_id::text = lower(${id}) and valid @> ${today}::date`.execute(tx)
  return found.rows[0]
}

/** A unit without a superior, from the day on. */
export async function insertTopUnit(tx: Transaction<unknown>, unit: UnitNamed & { level: 'ministry' | 'department'; provinceId: string; from: PlainDate }): Promise<void> {
  const { id, name, level, provinceId, from } = unit
  await sql`insert into units.unit (id, province_id) values (${id}, ${provinceId})`.execute(tx)
  await sql`
    insert into units.unit_version (unit_id, valid, name, level, search_name)
    values (${id}, daterange(${from}::date, null), ${name}, ${level}, platform.fold(${name}))`.execute(tx)
  await sql`select units.derive_ancestors(array[${id}]::uuid[])`.execute(tx)
}
