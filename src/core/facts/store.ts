import { sql, type Transaction } from 'kysely'
import { queryFor } from '#core/access/operation.ts'
import { tablesOf } from '#platform/db/connect.ts'
import type { PlainDate } from '#platform/clock.ts'
import type { Measure } from './model/measure.ts'
import type { FactTables } from './tables.ts'

export const query = queryFor<FactTables>()

export const factTables = tablesOf<FactTables>()

/** A transaction of any module: what these functions touch, they name themselves. */
export type AnyTx<DB = unknown> = Transaction<DB>

const declared = new WeakMap<object, Promise<readonly Measure[]>>()

/** What the modules declare that they count; read once in a transaction, where one answer adds up many figures. */
export function measuresOf<DB>(tx: AnyTx<DB>): Promise<readonly Measure[]> {
  const known = declared.get(tx)
  if (known) return known
  const read = factTables(tx).selectFrom('facts.measure').select(['code', 'number', 'over', 'breakdowns', 'appliesTo']).orderBy('code').execute()
  declared.set(tx, read)
  return read
}

/**
 * Says that facts of a unit have changed on these days. To be called in the transaction of every change that moves a
 * fact, for the days before and after it; the totals follow within two seconds of the commit.
 */
export async function markChanged<DB>(tx: AnyTx<DB>, changed: { readonly unitId: string; readonly provinceId: string; readonly days: readonly PlainDate[] }): Promise<void> {
  if (changed.days.length === 0) return
  await sql`
    insert into facts.dirty (province_id, unit_id, from_day, to_day)
    select distinct ${changed.provinceId}, ${changed.unitId}::uuid, day, day from unnest(${[...changed.days]}::date[]) day
    on conflict do nothing`.execute(tx)
}

/** Has totals of spans of days, both ends in, kept from now on: of a reporting round, of a year. */
export async function trackPeriods<DB>(tx: AnyTx<DB>, periods: readonly { readonly from: PlainDate; readonly to: PlainDate }[]): Promise<void> {
  await sql`
    insert into facts.period (from_day, to_day)
    select "from", "to" from jsonb_to_recordset(${JSON.stringify(periods)}::jsonb) as p ("from" date, "to" date)
    on conflict (from_day, to_day) do nothing`.execute(tx)
}
