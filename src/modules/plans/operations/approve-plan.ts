import { approvePlan } from '../contract.ts'
import { planLifecycle } from '../model/plan-lifecycle.ts'
import { nodesOf } from '../node-store.ts'
import { command, keepVersion, lockPlan, moveTo } from '../store.ts'

export default command(approvePlan, async (ctx, { planId }) => {
  const plan = await lockPlan(ctx.tx, planId)
  await ctx.allow('plans.approve', plan.unitId)
  const state = planLifecycle.next(plan.state, 'approve')
  const personId = ctx.actor!.personId
  await moveTo(ctx.tx, planId, state, { decidedBy: personId, decidedAt: ctx.now, returnReason: null })
  await keepVersion(ctx.tx, plan, 'approved', await nodesOf(ctx.tx, planId), { personId, at: ctx.now })
  await ctx.audit({ unitId: plan.unitId, action: approvePlan.name, entity: planId, before: { state: plan.state }, after: { state } })
  return { planId, state }
})
