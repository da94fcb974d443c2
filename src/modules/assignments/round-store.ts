import { sql } from 'kysely'
import { OPEN_STATES } from './model/assignment-lifecycle.ts'
import type { PlainDate } from '#platform/clock.ts'
import type { Tx } from './store.ts'

/** Units with open work whose people have not been looked after today. */
export async function unitsToVisit(tx: Tx, today: PlainDate): Promise<string[]> {
  const found = await sql<{ unitId: string }>`
    select distinct x.unit_id
    from assignments.assignment x
    left join assignments.daily_round r on r.unit_id = x.unit_id
    where x.state = any (${[...OPEN_STATES]}::text[]) and (r.reminded_on is null or r.reminded_on < ${today}::date)
    order by 1`.execute(tx)
  return found.rows.map(({ unitId }) => unitId)
}

/** Takes the day of a unit for this transaction. @returns whether it was still to be done */
export async function claimDay(tx: Tx, unitId: string, today: PlainDate): Promise<boolean> {
  const found = await sql`
    insert into assignments.daily_round (province_id, unit_id, reminded_on)
    select province_id, id, ${today}::date from units.unit where id = ${unitId}
    on conflict (province_id, unit_id) do update set reminded_on = excluded.reminded_on where daily_round.reminded_on < excluded.reminded_on
    returning 1`.execute(tx)
  return found.rows.length > 0
}
