import { recallPlan } from '../step-contract.ts'
import { planLifecycle } from '../model/plan-lifecycle.ts'
import { command, lockPlan, moveTo } from '../store.ts'

export default command(recallPlan, async (ctx, { planId }) => {
  const plan = await lockPlan(ctx.tx, planId)
  await ctx.allow('plans.edit', plan.unitId)
  const state = planLifecycle.next(plan.state, 'recall')
  await moveTo(ctx.tx, planId, state)
  await ctx.audit({ unitId: plan.unitId, action: recallPlan.name, entity: planId, before: { state: plan.state }, after: { state } })
  return { planId, state }
})
