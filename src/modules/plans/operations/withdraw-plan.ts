import { withdrawPlan } from '../step-contract.ts'
import { planLifecycle } from '../model/plan-lifecycle.ts'
import { command, lockPlan, moveTo } from '../store.ts'

export default command(withdrawPlan, async (ctx, { planId }) => {
  const plan = await lockPlan(ctx.tx, planId)
  await ctx.allow('plans.edit', plan.unitId)
  const state = planLifecycle.next(plan.state, 'withdraw')
  await moveTo(ctx.tx, planId, state)
  await ctx.audit({ unitId: plan.unitId, action: withdrawPlan.name, entity: planId, before: { state: plan.state }, after: { state } })
  return { planId, state }
})
