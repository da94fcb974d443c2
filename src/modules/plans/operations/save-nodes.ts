import { AppError } from '#platform/errors.ts'
import { refreshCoverage } from './answer-points.ts'
import { saveNodes } from '../contract.ts'
import { mergeNode } from '../model/merge-node.ts'
import { planLifecycle } from '../model/plan-lifecycle.ts'
import type { PlanNode } from '../model/plan-node.ts'
import { lockNodes, nodesOf, putNodes } from '../node-store.ts'
import { wireNode } from './view-plan.ts'
import { bumpRevision, command, lockPlan, namesOfPeople } from '../store.ts'

export default command(saveNodes, async (ctx, { planId, changes }) => {
  const plan = await lockPlan(ctx.tx, planId)
  await ctx.allow('plans.edit', plan.unitId)
  planLifecycle.next(plan.state, 'edit')

  const standing = new Map((await lockNodes(ctx.tx, planId, [...new Set(changes.map(idOf))])).map((saved) => [saved.node.id, saved]))
  const people = await namesOfPeople(ctx.tx, [...standing.values()].map((saved) => saved.changedBy))
  // A batch may edit a line several times: each edit meets what the one before it left.
  const merged = new Map<string, { node: PlanNode; removed: boolean }>()
  const conflicts: { id: string; fields: string[]; byName: string | null; at: Date }[] = []
  for (const change of changes) {
    const id = idOf(change)
    const saved = standing.get(id)
    const now = merged.get(id) ?? saved
    const theirs = now && !now.removed ? now.node : null
    const { node, conflicts: fields } = mergeNode(change.before, change.after, theirs)
    const last = node ?? theirs ?? now?.node ?? change.before ?? change.after
    if (last) merged.set(id, { node: last, removed: node === null })
    if (fields.length > 0 && saved) {
      conflicts.push({ id, fields: [...fields], byName: people.get(saved.changedBy) ?? null, at: saved.changedAt })
    }
  }

  const lines = [...merged.values()]
  const revision = await bumpRevision(ctx.tx, planId, ctx.now)
  const { provinceId, unitId } = plan
  await putNodes(ctx.tx, { planId, provinceId, unitId, revision, changedBy: ctx.actor!.personId, changedAt: ctx.now }, lines)
  if (plan.directiveId) await refreshCoverage(ctx.tx, { ...plan, directiveId: plan.directiveId }, await nodesOf(ctx.tx, planId))
  await ctx.audit({ unitId, action: saveNodes.name, entity: planId, after: { revision, nodes: lines.map(({ node, removed }) => ({ id: node.id, removed })) } })
  return { revision, nodes: lines.map(({ node, removed }) => ({ id: node.id, node: removed ? null : wireNode(node) })), conflicts }
})

/** @throws AppError `invalid` for an edit that names no line, or two */
function idOf({ before, after }: { before: PlanNode | null; after: PlanNode | null }): string {
  const line = after ?? before
  if (!line || (before && before.id !== line.id)) throw new AppError('invalid', 'plans.change_of_nothing')
  return line.id
}
