import { untyped } from '#platform/db/connect.ts'
import { dayOf } from '#platform/clock.ts'
import { formatDay } from '#platform/i18n/day.ts'
import type { Request } from '#core/access/request.ts'
import { writeAudit } from '#core/audit/store.ts'
import { ownerOf } from '#core/units/store.ts'
import { notifierOf, notify } from '#modules/notifications/public.ts'
import { issuedPlan, type IssuedPlan, type IssuedTask, type Party } from '#modules/plans/public.ts'
import { changedFields, ledTasks, TASK_FIELDS } from '../model/amended.ts'
import { assignmentLifecycle, isOpen } from '../model/assignment-lifecycle.ts'
import { seatOf } from '../model/seat.ts'
import { assignmentsOfPlan, changeAssignment, insertAssignment, insertEvent, responsibleFor, type AssignmentRow, type NewEvent, type Tx } from '../store.ts'
import { claimPlan } from '../plan-store.ts'

type LedTask = ReturnType<typeof ledTasks>[number]

/**
 * Makes the tasks of an issued plan the work of those who lead them. An amendment changes what it changed, takes back what
 * it no longer has, and leaves alone what was arranged by hand. May run twice, and before the plan that it amends.
 */
export async function takePlan(tx: Tx, request: Pick<Request, 'now' | 'newId' | 'jobs'>, planId: string): Promise<void> {
  const today = dayOf(request.now)
  const plan = await issuedPlan(tx, planId, today)
  if (!plan) return
  // The news of the plan that this one amends may still be on its way.
  if (plan.amendsId) await takePlan(tx, request, plan.amendsId)
  const owner = await ownerOf(untyped(tx), plan.unitId)
  if (!(await claimPlan(tx, { ...owner, planId, takenAt: request.now }))) return

  const amended = plan.amendsId ? await issuedPlan(tx, plan.amendsId, today) : null
  const existing = amended ? await assignmentsOfPlan(tx, amended.id) : []
  const givenIds = new Set<string>()
  for (const [ordinal, task] of ledTasks(plan.tasks).entries()) {
    const row = existing.find(({ nodeId }) => nodeId === task.nodeId)
    const before = amended?.tasks.find(({ nodeId }) => nodeId === task.nodeId)
    const given = row ? await amend(tx, request, row, before ?? null, task, plan, ordinal) : await give(tx, request, owner, task, plan, ordinal)
    if (given) givenIds.add(given)
  }
  for (const row of existing) if (!ledTasks(plan.tasks).some(({ nodeId }) => nodeId === row.nodeId)) await takeBack(tx, request, row, plan)
  await writeAudit(untyped(tx), { unitId: plan.unitId, accountId: null, at: request.now, action: 'assignments.takePlan', entity: planId, after: { given: givenIds.size } })
  await tellWhoLeads(tx, request, plan, [...givenIds])
}

function eventOf(request: Pick<Request, 'now' | 'newId'>, action: NewEvent['action'], more: Pick<NewEvent, 'before' | 'after' | 'reason'> = {}): NewEvent {
  return { id: request.newId(), at: request.now, accountId: null, action, ...more }
}

async function give(tx: Tx, request: Pick<Request, 'now' | 'newId'>, owner: { unitId: string; provinceId: string }, task: LedTask, plan: IssuedPlan, ordinal: number): Promise<string> {
  const id = request.newId()
  const { nodeId, text, startOn, dueOn, product } = task
  const place = { planId: plan.id, planTitle: plan.title, planYear: plan.year, ordinal }
  await insertAssignment(tx, { ...owner, ...place, ...leadOf(task.lead, task.leadName), id, nodeId, text, startOn, dueOn, product, givenOn: dayOf(request.now) })
  await insertEvent(tx, { id, ...owner }, eventOf(request, 'give', { after: { leadName: task.leadName, dueOn }, reason: plan.numberText }))
  return id
}

/**
 * @param before  the task in the amended plan; null when an earlier amendment had dropped it
 * @returns its id when somebody gets it anew
 */
async function amend(tx: Tx, request: Pick<Request, 'now' | 'newId'>, row: AssignmentRow, before: IssuedTask | null, task: LedTask, plan: IssuedPlan, ordinal: number): Promise<string | null> {
  const isBack = row.state === 'cancelled'
  const fields = before ? changedFields(before, task) : isBack ? TASK_FIELDS : []
  const isNewLead = fields.includes('lead')
  const taken = {
    ...(fields.includes('text') ? { text: task.text } : {}),
    ...(fields.includes('startOn') ? { startOn: task.startOn } : {}),
    ...(fields.includes('dueOn') ? { dueOn: task.dueOn } : {}),
    ...(fields.includes('product') ? { product: task.product } : {}),
    ...(isNewLead ? leadOf(task.lead, task.leadName) : {}),
  }
  const state = isBack ? assignmentLifecycle.next(row.state, 'restore') : isNewLead && isOpen(row.state) ? assignmentLifecycle.next(row.state, 'hand_over') : row.state
  const givenAnew = state === 'given' && (isBack || isNewLead)
  await changeAssignment(tx, row, {
    ...taken, state, planId: plan.id, planTitle: plan.title, ordinal,
    ...(isBack ? { reason: null } : {}),
    ...(givenAnew ? { givenOn: dayOf(request.now) } : {}),
  })
  if (fields.length > 0 || isBack) {
    const [was, is] = [traceOf(row.leadName, row.dueOn, row.text), traceOf(isNewLead ? task.leadName : row.leadName, taken.dueOn === undefined ? row.dueOn : taken.dueOn, taken.text ?? row.text)]
    await insertEvent(tx, row, eventOf(request, isBack ? 'restore' : 'amend', { before: was, after: is, reason: plan.numberText }))
  }
  return givenAnew ? row.id : null
}

/** What the amended plan no longer has is cancelled; what is done stays done. */
async function takeBack(tx: Tx, request: Pick<Request, 'now' | 'newId'>, row: AssignmentRow, plan: IssuedPlan): Promise<void> {
  if (isOpen(row.state)) await cancel(tx, request, row, `Không còn trong Kế hoạch số ${plan.numberText} ngày ${formatDay(plan.issuedOn)}`, plan.id)
  else await changeAssignment(tx, row, { planId: plan.id })
}

async function cancel(tx: Tx, request: Pick<Request, 'now' | 'newId'>, row: AssignmentRow, reason: string, planId: string): Promise<void> {
  await changeAssignment(tx, row, { planId, state: assignmentLifecycle.next(row.state, 'cancel'), reason })
  await insertEvent(tx, row, eventOf(request, 'cancel', { before: { state: row.state }, reason }))
}

/** The plan is no longer in force: its open work is cancelled. May run twice. */
export async function dropPlan(tx: Tx, request: Pick<Request, 'now' | 'newId'>, planId: string): Promise<void> {
  const rows = (await assignmentsOfPlan(tx, planId)).filter(({ state }) => isOpen(state))
  const [first] = rows
  if (!first) return
  for (const row of rows) await cancel(tx, request, row, `Kế hoạch đã bị thu hồi: ${row.planTitle}`, planId)
  await writeAudit(untyped(tx), { unitId: first.unitId, accountId: null, at: request.now, action: 'assignments.dropPlan', entity: planId, after: { cancelled: rows.length } })
}

function leadOf(lead: Party, leadName: string) {
  return {
    leadName,
    leadRole: lead.kind === 'role' ? lead.role : null,
    seatRole: lead.kind === 'role' ? seatOf(lead.role) : null,
    leadPersonId: lead.kind === 'person' ? lead.personId : null,
  }
}

function traceOf(leadName: string, dueOn: string | null, text: string) {
  return { leadName, dueOn, text }
}

/** One message a person for the whole plan. */
async function tellWhoLeads(tx: Tx, request: Pick<Request, 'now' | 'newId' | 'jobs'>, plan: IssuedPlan, assignmentIds: readonly string[]): Promise<void> {
  const counts = new Map<string, number>()
  for (const people of (await responsibleFor(tx, assignmentIds)).values()) {
    for (const { accountId } of people) if (accountId) counts.set(accountId, (counts.get(accountId) ?? 0) + 1)
  }
  for (const [accountId, n] of counts) {
    await notify(notifierOf(request, tx), {
      unitId: plan.unitId,
      to: { accountIds: [accountId] },
      topic: 'work',
      once: `assignments.plan:${plan.id}`,
      text: { key: 'assignments.told_plan', params: { n, number: plan.numberText } },
      href: `/phan-cong?year=${plan.year}`,
    })
  }
}
