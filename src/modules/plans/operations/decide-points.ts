import { AppError } from '#platform/errors.ts'
import { refreshCoverage } from './answer-points.ts'
import { decidePoints } from '../contract.ts'
import { putDecidedPoints } from '../coverage-store.ts'
import { planLifecycle } from '../model/plan-lifecycle.ts'
import { nodesOf } from '../node-store.ts'
import { bumpRevision, command, lockPlan } from '../store.ts'

export default command(decidePoints, async (ctx, { planId, points }) => {
  const plan = await lockPlan(ctx.tx, planId)
  await ctx.allow('plans.edit', plan.unitId)
  planLifecycle.next(plan.state, 'edit')
  const { directiveId } = plan
  if (!directiveId) throw new AppError('not_found', 'plans.point_not_found')
  if (points.some(({ pointId, decisions }) => decisions.some((decision) => decision.pointId !== pointId))) throw new AppError('invalid', 'plans.decision_of_other_point')

  const by = { personId: ctx.actor!.personId, at: ctx.now }
  await putDecidedPoints(ctx.tx, planId, points.map((point) => ({ ...point, by })))
  const answers = new Map((await refreshCoverage(ctx.tx, { ...plan, directiveId }, await nodesOf(ctx.tx, planId))).map((answer) => [answer.pointId, answer]))
  const decided = points.map(({ pointId }) => {
    const answer = answers.get(pointId)
    if (!answer) throw new AppError('not_found', 'plans.point_not_found')
    return { pointId, state: answer.state }
  })
  const revision = await bumpRevision(ctx.tx, planId, ctx.now)
  await ctx.audit({ unitId: plan.unitId, action: decidePoints.name, entity: planId, after: { points } })
  return { revision, points: decided }
})
