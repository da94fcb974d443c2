import { sql, type Transaction } from 'kysely'
import { commandFor, queryFor } from '#core/access/operation.ts'
import type { Form as SchoolForm, Level, Ownership, SchoolLevel } from '#core/units/model/unit.ts'
import type { PlainDate } from '#platform/clock.ts'
import { tablesOf } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import type { ReportsDb } from './tables.ts'

export const command = commandFor<ReportsDb>()
export const query = queryFor<ReportsDb>()

/** A transaction of others, narrowed to the tables of this module. */
export const reportTables = tablesOf<ReportsDb>()

export type Tx = Transaction<ReportsDb>

export interface UnitRow {
  readonly id: string
  readonly provinceId: string
  readonly name: string
  readonly level: Level
  readonly schoolLevels: readonly SchoolLevel[]
  readonly form: SchoolForm | null
  readonly ownership: Ownership | null
  readonly symbol: string | null
  readonly place: string | null
  readonly closedOn: PlainDate | null
}

/** A unit in its version of a day, in its last one when it is closed. @throws AppError `not_found` */
export async function unitOn(tx: Tx, unitId: string, day: PlainDate): Promise<UnitRow> {
  const row = await tx
    .selectFrom('units.unit as u')
    .innerJoin('units.unitVersion as v', 'v.unitId', 'u.id')
    .select(['u.id', 'u.provinceId', 'v.name', 'v.level', 'v.schoolLevels', 'v.form', 'v.ownership', 'v.symbol', 'v.place', 'u.closedOn'])
    .where('u.id', '=', unitId)
    .orderBy(sql`v.valid @> ${day}::date`, 'desc')
    .orderBy('v.valid', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) throw new AppError('not_found', 'units.not_found')
  return row
}

/** Who carries on what a unit left. */
export async function successorsOf(tx: Tx, unitId: string, today: PlainDate): Promise<{ id: string; name: string }[]> {
  const found = await sql<{ id: string; name: string }>`
    with recursive carried (id) as (
      select s.to_id from units.succession s where s.from_id = ${unitId} and s.to_id is not null and s.to_id <> s.from_id
      union
      select s.to_id from carried c join units.unit u on u.id = c.id and u.closed_on <= ${today}::date
      join units.succession s on s.from_id = c.id and s.to_id is not null and s.to_id <> s.from_id
    )
    select v.unit_id as id, v.name from carried c
    join units.unit_version v on v.unit_id = c.id and v.valid @> ${today}::date
    order by v.search_name, v.unit_id`.execute(tx)
  return found.rows
}

/** Names of people by their ids, as far as the reader sees them. */
export async function namesOfPeople(tx: Tx, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await tx.selectFrom('people.person').select(['id', 'fullName']).where('id', 'in', wanted).execute()
  return new Map(rows.map((row) => [row.id, row.fullName]))
}

/** The body whose name stands above the unit's on its documents: the commune of a school that it manages, else the professional superior. */
export async function parentNameOf(tx: Tx, unitId: string, day: PlainDate): Promise<string | null> {
  const found = await sql<{ name: string }>`
    select p.name from units.unit_version v
    join units.unit_version p on p.unit_id = coalesce(v.administrative_parent_id, v.professional_parent_id) and p.valid @> ${day}::date
    where v.unit_id = ${unitId} and v.valid @> ${day}::date`.execute(tx)
  return found.rows[0]?.name ?? null
}

/** The last name of a unit. */
export async function nameOfUnit(tx: Tx, unitId: string): Promise<string> {
  const row = await tx.selectFrom('units.unitVersion').select('name').where('unitId', '=', unitId).orderBy('valid', 'desc').limit(1).executeTakeFirst()
  return row?.name ?? ''
}
