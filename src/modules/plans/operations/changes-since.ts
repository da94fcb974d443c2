import { changesSince } from '../contract.ts'
import { nodesSince } from '../node-store.ts'
import { wireNode } from './view-plan.ts'
import { namesOfPeople, planById, query } from '../store.ts'

export default query(changesSince, async (ctx, { planId, revision }) => {
  const plan = await planById(ctx.tx, planId)
  await ctx.allow('plans.read', plan.unitId)
  const changed = plan.revision > revision ? await nodesSince(ctx.tx, planId, revision) : []
  const people = await namesOfPeople(ctx.tx, [plan.frameChangedBy, ...changed.map((saved) => saved.changedBy)])
  return {
    revision: plan.revision,
    state: plan.state,
    directiveId: plan.directiveId,
    frame: plan.frameRevision > revision ? { byName: people.get(plan.frameChangedBy ?? '') ?? null, byMe: plan.frameChangedBy === ctx.actor!.personId } : null,
    nodes: changed.map(({ node, removed, changedBy, changedAt }) => ({
      id: node.id,
      node: removed ? null : wireNode(node),
      byName: people.get(changedBy) ?? null,
      byMe: changedBy === ctx.actor!.personId,
      at: changedAt,
    })),
  }
})
