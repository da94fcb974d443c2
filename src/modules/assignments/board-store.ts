import { sql } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import { OPEN_STATES } from './model/assignment-lifecycle.ts'
import { SUPERIOR_AFTER } from './model/reminders.ts'
import type { Tx } from './store.ts'

const open = sql`x.state = any (${[...OPEN_STATES]}::text[])`

/** Work of every unit below in numbers, those that are most behind first; units without work of the year aside. */
export async function workBelow(tx: Tx, unitId: string, year: number, today: PlainDate) {
  const found = await sql<{ unitId: string; unitName: string; open: number; done: number; late: number }>`
    select x.unit_id, v.name as unit_name,
      count(*) filter (where ${open}) as open,
      count(*) filter (where x.state = 'done') as done,
      count(*) filter (where ${open} and x.late_after < ${today}::date) as late
    from assignments.assignment x
    join units.unit_version v on v.unit_id = x.unit_id and v.valid @> ${today}::date
    where x.plan_year = ${year} and x.state <> 'cancelled' and x.unit_id <> ${unitId}
      and x.unit_id in (select a.unit_id from units.unit_ancestor a where a.ancestor_id = ${unitId} and a.valid @> ${today}::date)
    group by x.unit_id, v.name
    order by late desc, open desc, v.name collate "vi-x-icu"`.execute(tx)
  return found.rows
}

/** What is a week late, by name, the latest first. */
export async function pressingBelow(tx: Tx, unitId: string, year: number, today: PlainDate) {
  const found = await sql<{ unitId: string; id: string; text: string; leadName: string; responsible: string[]; daysLate: number }>`
    select x.unit_id, x.id, x.text, x.lead_name, ${today}::date - x.late_after as days_late,
      array(select p.full_name from assignments.responsible r join people.person p on p.id = r.person_id where r.assignment_id = x.id order by p.search_name) as responsible
    from assignments.assignment x
    where x.plan_year = ${year} and ${open} and x.late_after <= ${today}::date - ${SUPERIOR_AFTER}::int and x.unit_id <> ${unitId}
      and x.unit_id in (select a.unit_id from units.unit_ancestor a where a.ancestor_id = ${unitId} and a.valid @> ${today}::date)
    order by x.late_after, x.id
    limit 500`.execute(tx)
  return found.rows
}
