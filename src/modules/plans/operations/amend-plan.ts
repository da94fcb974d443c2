import { AppError } from '#platform/errors.ts'
import { refreshCoverage } from './answer-points.ts'
import { amendPlan } from '../step-contract.ts'
import { decidedPoints, putDecidedPoints } from '../coverage-store.ts'
import { amendedTitle } from '../model/amendment.ts'
import { planLifecycle } from '../model/plan-lifecycle.ts'
import { nodesOf, putNodes } from '../node-store.ts'
import { amendmentOfPlan, command, insertPlan, lockPlan } from '../store.ts'

export default command(amendPlan, async (ctx, { planId }) => {
  const plan = await lockPlan(ctx.tx, planId)
  await ctx.allow('plans.edit', plan.unitId)
  planLifecycle.next(plan.state, 'amend')
  const amendment = await amendmentOfPlan(ctx.tx, planId)
  if (amendment) throw new AppError('conflict', amendment.state === 'issued' ? 'plans.amended_already' : 'plans.amendment_open')

  const { provinceId, unitId, year, directiveId, reopened } = plan
  const { personId } = ctx.actor!
  const id = ctx.newId()
  const title = amendedTitle(plan.title)
  await insertPlan(ctx.tx, {
    provinceId, id, unitId, year, directiveId, title, reopened,
    source: 'amendment',
    amendsId: planId,
    frame: { ...plan.frame, docTitle: title },
    createdBy: personId,
    createdAt: ctx.now,
  })
  // The lines keep their ids: that is how the amendment is compared with what was issued.
  const nodes = await nodesOf(ctx.tx, planId)
  await putNodes(ctx.tx, { planId: id, provinceId, unitId, revision: 0, changedBy: personId, changedAt: ctx.now }, nodes.map((node) => ({ node, removed: false })))
  if (directiveId) {
    const answering = { id, provinceId, unitId, directiveId, reopened }
    await refreshCoverage(ctx.tx, answering, nodes)
    await putDecidedPoints(ctx.tx, id, await decidedPoints(ctx.tx, planId))
    await refreshCoverage(ctx.tx, answering, nodes)
  }
  await ctx.audit({ unitId, action: amendPlan.name, entity: id, after: { amends: planId } })
  return { planId: id }
})
