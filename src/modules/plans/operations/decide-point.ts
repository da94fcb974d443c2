import { AppError } from '#platform/errors.ts'
import { refreshCoverage } from './answer-points.ts'
import { decidePoint } from '../contract.ts'
import { putDecisions } from '../coverage-store.ts'
import { planLifecycle } from '../model/plan-lifecycle.ts'
import { nodesOf } from '../node-store.ts'
import { bumpRevision, command, lockPlan } from '../store.ts'

export default command(decidePoint, async (ctx, { planId, pointId, decisions }) => {
  const plan = await lockPlan(ctx.tx, planId)
  await ctx.allow('plans.edit', plan.unitId)
  planLifecycle.next(plan.state, 'edit')
  const { directiveId } = plan
  if (!directiveId) throw new AppError('not_found', 'plans.point_not_found')

  if (decisions.some((decision) => decision.pointId !== pointId)) throw new AppError('invalid', 'plans.decision_of_other_point')
  await putDecisions(ctx.tx, planId, pointId, decisions, { personId: ctx.actor!.personId, at: ctx.now })
  const answers = await refreshCoverage(ctx.tx, { ...plan, directiveId }, await nodesOf(ctx.tx, planId))
  const answer = answers.find((row) => row.pointId === pointId)
  if (!answer) throw new AppError('not_found', 'plans.point_not_found')
  const revision = await bumpRevision(ctx.tx, planId, ctx.now)
  await ctx.audit({ unitId: plan.unitId, action: decidePoint.name, entity: planId, after: { pointId, decisions } })
  return { pointId, state: answer.state, revision }
})
