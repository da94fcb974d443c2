import { approvePlan } from '../step-contract.ts'
import { planLifecycle } from '../model/plan-lifecycle.ts'
import { nodesOf } from '../node-store.ts'
import { bumpRevision, command, keepVersion, lockPlan, moveTo, namesOfPeople, saveFrame } from '../store.ts'

export default command(approvePlan, async (ctx, { planId }) => {
  const plan = await lockPlan(ctx.tx, planId)
  await ctx.allow('plans.approve', plan.unitId)
  const state = planLifecycle.next(plan.state, 'approve')
  const personId = ctx.actor!.personId
  // The head who approves signs, unless the writers named somebody who signs for them.
  const { signer } = plan.frame
  if (signer.name === null && signer.authority === null) {
    const name = (await namesOfPeople(ctx.tx, [personId])).get(personId) ?? null
    const revision = await bumpRevision(ctx.tx, planId, ctx.now)
    await saveFrame(ctx.tx, planId, { ...plan.frame, signer: { ...signer, name } }, { revision, personId, at: ctx.now })
  }
  await moveTo(ctx.tx, planId, state, { decidedBy: personId, decidedAt: ctx.now, returnReason: null })
  await keepVersion(ctx.tx, plan, 'approved', await nodesOf(ctx.tx, planId), { personId, at: ctx.now })
  await ctx.audit({ unitId: plan.unitId, action: approvePlan.name, entity: planId, before: { state: plan.state }, after: { state } })
  return { planId, state }
})
