import { sql } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import type { Tx } from './store.ts'

export interface Deadline {
  readonly side: 'owes' | 'asks'
  /** Of the report that is owed; of the round. */
  readonly id: string
  readonly title: string
  /** To whom it is owed. */
  readonly otherName: string | null
  readonly day: PlainDate
  readonly isDone: boolean
  /** Reports that came, of those that were asked for. */
  readonly given: number
  readonly asked: number
}

/** Due days of a unit's own reports, and of the rounds in which it asks, between two days. */
export async function deadlinesOf(tx: Tx, unitId: string, from: PlainDate, to: PlainDate): Promise<Deadline[]> {
  const found = await sql<Deadline>`
    select 'owes' as side, p.id, r.title, (select v.name from units.unit_version v where v.unit_id = r.unit_id order by v.valid desc limit 1) as other_name,
      coalesce(p.answer_by, p.extended_until, r.due_on) as day, p.state in ('submitted', 'accepted') as is_done, 0 as given, 0 as asked
    from reports.report p join reports.round r on r.id = p.round_id
    where p.unit_id = ${unitId}::uuid and p.state <> 'exempt' and r.state in ('open', 'closed')
      and coalesce(p.answer_by, p.extended_until, r.due_on) between ${from}::date and ${to}::date
    union all
    select 'asks', r.id, r.title, null, r.due_on, bool_and(p.state in ('accepted', 'exempt')), count(*) filter (where p.state in ('submitted', 'accepted'))::int,
      count(*) filter (where p.state <> 'exempt')::int
    from reports.round r join reports.report p on p.round_id = r.id
    where r.unit_id = ${unitId}::uuid and r.state in ('open', 'closed') and r.due_on between ${from}::date and ${to}::date
    group by r.id, r.title, r.due_on
    order by day, title`.execute(tx)
  return found.rows
}
