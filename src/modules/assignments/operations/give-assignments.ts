import type { CommandContext } from '#core/access/request.ts'
import type { PlainDate } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import { formatDay } from '#platform/i18n/day.ts'
import { notify } from '#modules/notifications/public.ts'
import { giveAssignments } from '../contract.ts'
import { assignmentLifecycle, isOpen } from '../model/assignment-lifecycle.ts'
import { changeAssignment, command, insertEvent, lockAssignment, nameOfPerson, responsibleFor, type AssignmentRow } from '../store.ts'
import type { AssignmentsDb } from '../tables.ts'
import { requireActive } from './work-on.ts'

type Ctx = CommandContext<AssignmentsDb>

export default command(giveAssignments, async (ctx, { unitId, assignmentIds, personId, dueOn, reason }) => {
  await ctx.allow('assignments.manage', unitId)
  if (personId) await requireActive(ctx, unitId, personId)
  let changed = 0
  // In one order for everybody, so that two who give at once wait instead of blocking each other.
  for (const id of [...new Set(assignmentIds)].sort()) {
    const row = await lockAssignment(ctx.tx, id)
    if (row.unitId !== unitId) throw new AppError('not_found', 'assignments.not_found')
    if (!isOpen(row.state)) throw new AppError('conflict', 'assignments.wrong_state', { state: row.state, action: 'hand_over' })
    const moves = dueOn !== undefined && dueOn !== row.dueOn
    const isGiven = personId !== undefined && personId !== row.leadPersonId
    if (moves && row.dueOn !== null && dueOn > row.dueOn && !reason) throw new AppError('invalid', 'assignments.later_wants_reason')
    if (moves && row.startOn !== null && dueOn < row.startOn) throw new AppError('invalid', 'assignments.due_before_start', { day: formatDay(row.startOn) })
    if (!moves && !isGiven) continue
    await change(ctx, row, { dueOn: moves ? dueOn : row.dueOn, personId: isGiven ? personId : row.leadPersonId, isGiven, reason })
    changed++
  }
  await ctx.audit({ unitId, action: giveAssignments.name, entity: unitId, after: { assignmentIds, personId: personId ?? null, dueOn: dueOn ?? null, reason } })
  return { changed }
})

interface Wanted {
  readonly dueOn: PlainDate | null
  readonly personId: string | null
  readonly isGiven: boolean
  readonly reason: string | null
}

async function change(ctx: Ctx, row: AssignmentRow, { dueOn, personId, isGiven, reason }: Wanted): Promise<void> {
  const isLater = dueOn !== null && row.dueOn !== null && dueOn > row.dueOn
  await changeAssignment(ctx.tx, row, {
    ...(isGiven ? { leadPersonId: personId, state: assignmentLifecycle.next(row.state, 'hand_over'), givenOn: ctx.today } : {}),
    ...(dueOn === row.dueOn ? {} : { dueOn }),
    extensions: row.extensions + (isLater ? 1 : 0),
  })
  const name = async (id: string | null) => (id ? await nameOfPerson(ctx.tx, id) : row.leadName)
  const event = { at: ctx.now, accountId: ctx.actor!.accountId, reason }
  if (isGiven) await insertEvent(ctx.tx, row, { ...event, id: ctx.newId(), action: 'hand_over', before: { name: await name(row.leadPersonId) }, after: { name: await name(personId) } })
  if (dueOn !== row.dueOn) await insertEvent(ctx.tx, row, { ...event, id: ctx.newId(), action: 'move_due', before: { dueOn: row.dueOn }, after: { dueOn } })
  const people = (await responsibleFor(ctx.tx, [row.id])).get(row.id) ?? []
  await notify(ctx, {
    unitId: row.unitId,
    to: { accountIds: people.flatMap(({ accountId }) => (accountId && accountId !== ctx.actor!.accountId ? [accountId] : [])) },
    topic: 'work',
    once: `assignments.given:${row.id}:${row.revision + 1}`,
    text: { key: isGiven ? 'assignments.told_given' : 'assignments.told_moved', params: { text: row.text, day: formatDay(dueOn) } },
    href: `/phan-cong/${row.id}`,
    dueOn,
  })
}
