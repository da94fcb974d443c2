import { addDays, type PlainDate } from '#platform/clock.ts'
import { untyped } from '#platform/db/connect.ts'
import { formatDay } from '#platform/i18n/day.ts'
import type { Request } from '#core/access/request.ts'
import { lastDayInTime, type Holidays } from '#core/periods/model/working-days.ts'
import { holidaysOf } from '#core/periods/store.ts'
import { notifierOf, notify } from '#modules/notifications/public.ts'
import { assignmentLifecycle } from '../model/assignment-lifecycle.ts'
import { reminderOn, type Reminder } from '../model/reminders.ts'
import { claimDay } from '../round-store.ts'
import { changeAssignment, insertEvent, isActiveIn, nameOfPerson, openAssignmentsOf, responsibleFor, type AssignmentRow, type Tx } from '../store.ts'

type Clerk = Pick<Request, 'now' | 'newId' | 'jobs'>

/** The day's round of a unit: work of people who left goes back, holidays that changed are followed, people are reminded. */
export async function lookAfterUnit(tx: Tx, request: Clerk, unitId: string, today: PlainDate): Promise<void> {
  if (!(await claimDay(tx, unitId, today))) return
  await handBack(tx, request, unitId, today)
  const open = await openAssignmentsOf(tx, unitId)
  const days = open.flatMap(({ dueOn }) => dueOn ?? []).sort()
  const holidays = await holidaysOf(untyped(tx), unitId, addDays(days[0] ?? today, -90), addDays([days.at(-1) ?? today, today].sort().at(-1)!, 90))
  await followHolidays(tx, open, holidays)
  await remind(tx, request, open, holidays, today)
}

/** What was given to somebody who no longer works here goes back to the role, and the head of the committee is told. */
async function handBack(tx: Tx, request: Clerk, unitId: string, today: PlainDate): Promise<void> {
  for (const row of await openAssignmentsOf(tx, unitId)) {
    if (row.leadPersonId === null || (await isActiveIn(tx, unitId, row.leadPersonId))) continue
    const name = await nameOfPerson(tx, row.leadPersonId)
    const state = assignmentLifecycle.next(row.state, 'hand_back')
    await changeAssignment(tx, row, { leadPersonId: null, state, givenOn: today })
    await insertEvent(tx, row, { id: request.newId(), at: request.now, accountId: null, action: 'hand_back', before: { name, state: row.state } })
    await notify(notifierOf(request, tx), {
      unitId,
      to: { roles: ['committee_head', 'principal'], unitId },
      topic: 'work',
      once: `assignments.back:${row.id}:${row.revision}`,
      text: { key: 'assignments.told_back', params: { name, text: row.text } },
      href: `/phan-cong/${row.id}`,
      dueOn: row.dueOn,
    })
  }
}

/** A holiday that was corrected moves the last day in time. */
async function followHolidays(tx: Tx, open: readonly AssignmentRow[], holidays: Holidays): Promise<void> {
  for (const row of open) {
    if (row.dueOn && lastDayInTime(row.dueOn, holidays) !== row.lateAfter) await changeAssignment(tx, row, { dueOn: row.dueOn })
  }
}

async function remind(tx: Tx, request: Clerk, open: readonly AssignmentRow[], holidays: Holidays, today: PlainDate): Promise<void> {
  const due = open.flatMap((row) => {
    const reminder = row.dueOn ? reminderOn(today, { dueOn: row.dueOn, givenOn: row.givenOn }, holidays) : null
    return reminder ? [{ row, reminder }] : []
  })
  const responsible = await responsibleFor(tx, due.map(({ row }) => row.id))
  for (const { row, reminder } of due) {
    const accountIds = (responsible.get(row.id) ?? []).flatMap(({ accountId }) => accountId ?? [])
    await tell(tx, request, row, reminder, { accountIds }, `assignments.due:${row.id}:${row.dueOn}:${reminder.step}`, 'assignments.told_')
    // Somebody on paper cannot be told; the heads can. Late work is theirs as well, once.
    const heads = { roles: ['committee_head', 'principal'] as const, unitId: row.unitId }
    if (accountIds.length === 0) await tell(tx, request, row, reminder, heads, `assignments.due:${row.id}:${row.dueOn}:${reminder.step}`, 'assignments.told_head_')
    else if (reminder.isLate) await tell(tx, request, row, reminder, heads, `assignments.head:${row.id}:${row.dueOn}`, 'assignments.told_head_')
  }
}

async function tell(tx: Tx, request: Clerk, row: AssignmentRow, reminder: Reminder, to: Parameters<typeof notify>[1]['to'], once: string, prefix: 'assignments.told_' | 'assignments.told_head_'): Promise<void> {
  await notify(notifierOf(request, tx), {
    unitId: row.unitId,
    to,
    topic: 'deadlines',
    once,
    text: { key: `${prefix}${reminder.isLate ? 'late' : 'due'}`, params: { text: row.text, days: reminder.days, day: formatDay(row.dueOn), lead: row.leadName } },
    href: `/phan-cong/${row.id}`,
    dueOn: row.dueOn,
  })
}
