import { changeFrame } from '../contract.ts'
import { mergeFrame } from '../model/merge-frame.ts'
import { planLifecycle } from '../model/plan-lifecycle.ts'
import { bumpRevision, command, lockPlan, namesOfPeople, saveFrame } from '../store.ts'
import { wireFrame } from './view-plan.ts'

export default command(changeFrame, async (ctx, { planId, before, after }) => {
  const plan = await lockPlan(ctx.tx, planId)
  await ctx.allow('plans.edit', plan.unitId)
  planLifecycle.next(plan.state, 'edit')
  const { frame, conflicts } = mergeFrame(before, after, plan.frame)
  const people = await namesOfPeople(ctx.tx, [plan.frameChangedBy])
  const revision = await bumpRevision(ctx.tx, planId, ctx.now)
  await saveFrame(ctx.tx, planId, frame, { revision, personId: ctx.actor!.personId, at: ctx.now })
  await ctx.audit({ unitId: plan.unitId, action: changeFrame.name, entity: planId, before: plan.frame, after: frame })
  const conflict = conflicts.length > 0 ? { fields: [...conflicts], byName: people.get(plan.frameChangedBy ?? '') ?? null } : null
  return { revision, frame: wireFrame(frame), conflict }
})
