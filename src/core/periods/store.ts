import { sql, type Transaction } from 'kysely'
import { commandFor, queryFor } from '#core/access/operation.ts'
import type { UnitTables } from '#core/units/tables.ts'
import type { PlainDate } from '#platform/clock.ts'
import type { HolidayView } from './contract.ts'
import type { Holidays } from './model/working-days.ts'
import type { PeriodTables } from './tables.ts'

export type PeriodsDb = PeriodTables & UnitTables
export const command = commandFor<PeriodsDb>()
export const query = queryFor<PeriodsDb>()

/** Every day of a span that the ordinary week does not say, as it holds for a unit: the word of the nearest superior goes before the nation's. */
export async function holidayRows(tx: Transaction<unknown>, unitId: string, from: PlainDate, to: PlainDate): Promise<HolidayView[]> {
  const found = await sql<HolidayView>`
    select distinct on (day) day, kind, name, basis, source, by_unit_id
    from (
      select day, kind, name, basis, source, null::uuid as by_unit_id, 1000 as distance
      from periods.holiday
      where day between ${from}::date and ${to}::date
      union all
      select c.day, c.kind, c.name, c.basis, c.source, c.unit_id, min(a.depth)
      from units.unit_ancestor a
      join periods.holiday_change c on c.unit_id = a.ancestor_id
      where a.unit_id = ${unitId} and a.valid @> units.app_today() and c.day between ${from}::date and ${to}::date
      group by c.day, c.kind, c.name, c.basis, c.source, c.unit_id
    ) as said
    order by day, distance`.execute(tx)
  return found.rows
}

/** The days off and the days worked in exchange, as they hold for a unit. */
export async function holidaysOf(tx: Transaction<unknown>, unitId: string, from: PlainDate, to: PlainDate): Promise<Holidays> {
  const rows = await holidayRows(tx, unitId, from, to)
  const days = (kind: HolidayView['kind']) => new Set(rows.filter((row) => row.kind === kind).map(({ day }) => day))
  return { off: days('off'), working: days('working') }
}

export async function putChange(tx: Transaction<PeriodsDb>, change: Omit<PeriodTables['periods.holidayChange'], 'changedAt'> & { changedAt: Date }): Promise<void> {
  const { kind, name, basis, source, changedAt } = change
  await tx
    .insertInto('periods.holidayChange')
    .values(change)
    .onConflict((conflict) => conflict.columns(['unitId', 'day']).doUpdateSet({ kind, name, basis, source, changedAt }))
    .execute()
}

/** What the unit said of the day. */
export function changeOf(tx: Transaction<PeriodsDb>, unitId: string, day: PlainDate) {
  return tx.selectFrom('periods.holidayChange').select(['kind', 'name', 'basis', 'source']).where('unitId', '=', unitId).where('day', '=', day).forUpdate().executeTakeFirst()
}

export async function deleteChange(tx: Transaction<PeriodsDb>, unitId: string, day: PlainDate): Promise<void> {
  await tx.deleteFrom('periods.holidayChange').where('unitId', '=', unitId).where('day', '=', day).execute()
}
