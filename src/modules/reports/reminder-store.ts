import { sql } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import { OPEN_STATES } from './model/board.ts'
import type { ReportState } from './model/lifecycle.ts'
import type { Tx } from './store.ts'

/** Open rounds that have not reminded anybody today. */
export async function roundsToRemind(tx: Tx, today: PlainDate): Promise<string[]> {
  const found = await sql<{ id: string }>`select id from reports.round where state in ('open', 'closed') and (reminded_on is null or reminded_on < ${today}::date)
    and exists (select from reports.report p where p.round_id = round.id and p.state = any (${OWING}::text[]) and (round.state = 'open' or p.state = 'returned' or p.extended_until >= ${today}::date))
    order by due_on, id`.execute(tx)
  return found.rows.map(({ id }) => id)
}

export async function markReminded(tx: Tx, roundId: string, today: PlainDate): Promise<void> {
  await tx.updateTable('reports.round').set({ remindedOn: today }).where('id', '=', roundId).execute()
}

export interface OwedReport {
  readonly id: string
  readonly unitId: string
  readonly unitName: string
  readonly state: ReportState
  readonly dueOn: PlainDate
  /** From when on the unit has had to think of that day. */
  readonly givenOn: PlainDate
}

const OWING: readonly ReportState[] = [...OPEN_STATES, 'returned']

/** Reports of a round that units still owe, units that were closed aside; a returned one is due on the day that was asked for. */
export async function owedReports(tx: Tx, roundId: string, today: PlainDate): Promise<OwedReport[]> {
  const found = await sql<OwedReport>`
    select p.id, p.unit_id, n.name as unit_name, p.state,
      coalesce(p.answer_by, p.extended_until, r.due_on) as due_on,
      (coalesce(case when p.answer_by is not null then p.decided_at end, r.opened_at) at time zone 'Asia/Ho_Chi_Minh')::date as given_on
    from reports.report p
    join reports.round r on r.id = p.round_id
    join units.unit u on u.id = p.unit_id and (u.closed_on is null or u.closed_on > ${today}::date)
    join lateral (select w.name from units.unit_version w where w.unit_id = p.unit_id order by w.valid desc limit 1) n on true
    where p.round_id = ${roundId}::uuid and p.state = any (${OWING}::text[]) and (r.state = 'open' or p.state = 'returned' or p.extended_until >= ${today}::date)
    order by p.id`.execute(tx)
  return found.rows
}
