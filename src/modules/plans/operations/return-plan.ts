import { returnPlan } from '../step-contract.ts'
import { planLifecycle } from '../model/plan-lifecycle.ts'
import { command, lockPlan, moveTo } from '../store.ts'

export default command(returnPlan, async (ctx, { planId, reason }) => {
  const plan = await lockPlan(ctx.tx, planId)
  await ctx.allow('plans.approve', plan.unitId)
  const state = planLifecycle.next(plan.state, 'return')
  await moveTo(ctx.tx, planId, state, { decidedBy: ctx.actor!.personId, decidedAt: ctx.now, returnReason: reason })
  await ctx.audit({ unitId: plan.unitId, action: returnPlan.name, entity: planId, before: { state: plan.state }, after: { state, reason } })
  return { planId, state }
})
