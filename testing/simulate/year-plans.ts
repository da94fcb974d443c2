import { addDays } from '#platform/clock.ts'
import finishAssignment from '#modules/assignments/operations/finish-assignment.ts'
import listAssignments from '#modules/assignments/operations/list-assignments.ts'
import approvePlan from '#modules/plans/operations/approve-plan.ts'
import getPlan from '#modules/plans/operations/get-plan.ts'
import issuePlan from '#modules/plans/operations/issue-plan.ts'
import startPlan from '#modules/plans/operations/start-plan.ts'
import submitPlan from '#modules/plans/operations/submit-plan.ts'
import { entry } from './ledger.ts'
import type { Body } from './sector.ts'
import { count, isOpen, type Deed, type Stage } from './year.ts'

/** Nearly every body issues a plan out of the template early in the year; some of its work is done in time, some late. */
export function plansOfYear(stage: Stage): Deed[] {
  const { dice, sector, options: { year } } = stage
  const bodies = [sector.department, ...sector.communes, ...sector.schools].filter(() => dice.chance(0.92))
  return bodies.flatMap((body) => {
    const day = addDays(`${year}-01-06`, dice.whole(0, 40))
    const months = [4, 6, 9, 11].map((month) => `${year}-${String(month).padStart(2, '0')}-${String(dice.whole(1, 28)).padStart(2, '0')}`)
    return [{ day, do: () => issue(stage, body, day) }, ...months.filter((visit) => isOpen(stage, body, visit)).map((visit) => ({ day: visit, do: () => finishSome(stage, body, visit) }))]
  })
}

async function issue(stage: Stage, body: Body, day: string): Promise<void> {
  const { world, ledger, options: { year } } = stage
  const { planId } = await startPlan.run(world.as(body.writer), { unitId: body.id, year, from: 'template' })
  await submitPlan.run(world.as(body.writer), { planId })
  await approvePlan.run(world.as(body.head), { planId })
  await issuePlan.run(world.as(body.head), { planId, issuedOn: day })
  const targets = (await getPlan.run(world.as(body.writer), { planId })).nodes.flatMap(({ target }) => (target ? [target] : []))
  ledger.records.set(planId, [
    entry(body.id, day, 'plans.issued', 1),
    entry(body.id, day, 'plans.targets_total', targets.length),
    entry(body.id, day, 'plans.targets_measurable', targets.filter(({ value }) => value !== null).length),
  ])
  count(stage, 'plans')
}

/** What is due about now: most of it was done in time, some of it is late. */
async function finishSome(stage: Stage, body: Body, day: string): Promise<void> {
  const { world, dice, options: { year } } = stage
  const { assignments } = await listAssignments.run(world.as(body.writer), { unitId: body.id, year })
  const open = assignments.filter(({ state, dueOn }) => dueOn !== null && dueOn <= addDays(day, 20) && (state === 'given' || state === 'in_progress'))
  // In an order of its own: ids differ from run to run.
  open.sort((a, b) => (`${a.dueOn} ${a.text}` < `${b.dueOn} ${b.text}` ? -1 : 1))
  for (const { id, dueOn } of open.filter(() => dice.chance(0.7))) {
    const wished = addDays(dueOn!, dice.chance(0.8) ? -3 : 30)
    await finishAssignment.run(world.as(body.writer), { assignmentId: id, doneOn: wished < day ? wished : day, product: 'Biên bản' })
    count(stage, 'tasks done')
  }
}

/** Work with its due day, as the lists of the bodies show it at the end of the year. */
export async function tellWork({ world, ledger, sector, options: { year } }: Stage): Promise<void> {
  for (const body of [sector.department, ...sector.communes, ...sector.schools]) {
    const { assignments } = await listAssignments.run(world.as(body.writer), { unitId: body.id, year })
    for (const { id, state, dueOn, doneOn, lateAfter } of assignments) {
      if (dueOn === null || state === 'cancelled') continue
      const isInTime = state === 'done' && doneOn !== null && lateAfter !== null && doneOn <= lateAfter
      ledger.records.set(id, [entry(body.id, dueOn, 'tasks.due', 1), entry(body.id, dueOn, 'tasks.done_in_time', isInTime ? 1 : 0)])
    }
  }
}
