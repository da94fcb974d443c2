import { decisionsOf, answeredOf } from '../coverage-store.ts'
import { commentsOf } from '../comment-store.ts'
import { getPlan } from '../contract.ts'
import { directiveById, pointsFor } from '../directive-store.ts'
import { actionsFor, summaryOf, wireFrame, wireNode } from './view-plan.ts'
import { unitKindOf } from '../model/unit-kind.ts'
import { nodesOf } from '../node-store.ts'
import { amendmentOfPlan, namesOfPeople, peopleOf, planById, query, unitOn, versionsOf } from '../store.ts'

export default query(getPlan, async (ctx, { planId }) => {
  const plan = await planById(ctx.tx, planId)
  await ctx.allow('plans.read', plan.unitId)
  const { id, name, level, parentName, symbol, place, ...unit } = await unitOn(ctx.tx, plan.unitId, ctx.today)
  const kind = unitKindOf({ level, ...unit })
  const counts = await answeredOf(ctx.tx, [planId])
  const amendment = await amendmentOfPlan(ctx.tx, planId)
  const people = await namesOfPeople(ctx.tx, [plan.submittedBy])
  return {
    ...summaryOf(plan, counts.get(planId)),
    unit: { id, name, level, kind, parentName, symbol, place },
    frame: wireFrame(plan.frame),
    revision: plan.revision,
    nodes: (await nodesOf(ctx.tx, planId)).map(wireNode),
    directive: plan.directiveId ? await directiveView(plan.directiveId) : null,
    decisions: await decisionsOf(ctx.tx, planId),
    comments: await commentsOf(ctx.tx, planId),
    people: await peopleOf(ctx.tx, plan.unitId),
    returnReason: plan.returnReason,
    submittedByName: people.get(plan.submittedBy ?? '') ?? null,
    versions: [...(await amendedVersion(plan.amendsId)), ...(await versionsOf(ctx.tx, planId))],
    actions: (await actionsFor(plan, (permission) => ctx.may(permission, plan.unitId))).filter((action) => action !== 'amend' || !amendment),
  }

  /** The amended plan as it was issued. */
  async function amendedVersion(amendsId: string | null) {
    return amendsId ? (await versionsOf(ctx.tx, amendsId)).filter((version) => version.event === 'issued') : []
  }

  async function directiveView(directiveId: string) {
    return {
      ...(await directiveById(ctx.tx, directiveId, ctx.today)),
      pointList: await pointsFor(ctx.tx, { ...plan, directiveId }),
      changedPointIds: [...plan.reopened],
    }
  }
})
