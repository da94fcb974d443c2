import { refreshCoverage } from './answer-points.ts'
import { amendPlan } from '../contract.ts'
import { decisionsOf, putDecisions } from '../coverage-store.ts'
import { amendedTitle } from '../model/amendment.ts'
import { planLifecycle } from '../model/plan-lifecycle.ts'
import { nodesOf, putNodes } from '../node-store.ts'
import { command, insertPlan, lockPlan } from '../store.ts'

export default command(amendPlan, async (ctx, { planId }) => {
  const plan = await lockPlan(ctx.tx, planId)
  await ctx.allow('plans.edit', plan.unitId)
  planLifecycle.next(plan.state, 'amend')

  const { provinceId, unitId, year, directiveId } = plan
  const { personId } = ctx.actor!
  const id = ctx.newId()
  const title = amendedTitle(plan.title)
  await insertPlan(ctx.tx, {
    provinceId, id, unitId, year, directiveId, title,
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
    const amendment = { id, provinceId, unitId, directiveId }
    await refreshCoverage(ctx.tx, amendment, nodes)
    const decisions = await decisionsOf(ctx.tx, planId)
    for (const pointId of new Set(decisions.map((decision) => decision.pointId))) {
      await putDecisions(ctx.tx, id, pointId, decisions.filter((decision) => decision.pointId === pointId), { personId, at: ctx.now })
    }
    await refreshCoverage(ctx.tx, amendment, nodes)
  }
  await ctx.audit({ unitId, action: amendPlan.name, entity: id, after: { amends: planId } })
  return { planId: id }
})
