import { insertComment } from '../comment-store.ts'
import { addComment } from '../step-contract.ts'
import { command, namesOfPeople, planById } from '../store.ts'

export default command(addComment, async (ctx, { planId, nodeId, text }) => {
  const plan = await planById(ctx.tx, planId)
  await ctx.allow('plans.comment', plan.unitId)
  const { personId } = ctx.actor!
  const id = ctx.newId()
  await insertComment(ctx.tx, { provinceId: plan.provinceId, id, planId, nodeId, unitId: plan.unitId, authorId: personId, text, at: ctx.now })
  await ctx.audit({ unitId: plan.unitId, action: addComment.name, entity: planId, after: { comment: id, nodeId } })
  const people = await namesOfPeople(ctx.tx, [personId])
  return { id, nodeId, authorName: people.get(personId) ?? '', text, at: ctx.now, settled: false }
})
