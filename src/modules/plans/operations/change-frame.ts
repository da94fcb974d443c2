import { changeFrame } from '../contract.ts'
import { planLifecycle } from '../model/plan-lifecycle.ts'
import { bumpRevision, command, lockPlan, saveFrame } from '../store.ts'

export default command(changeFrame, async (ctx, { planId, frame }) => {
  const plan = await lockPlan(ctx.tx, planId)
  await ctx.allow('plans.edit', plan.unitId)
  planLifecycle.next(plan.state, 'edit')
  await saveFrame(ctx.tx, planId, frame)
  const revision = await bumpRevision(ctx.tx, planId, ctx.now)
  await ctx.audit({ unitId: plan.unitId, action: changeFrame.name, entity: planId, before: plan.frame, after: frame })
  return { revision }
})
