import { settle } from '../comment-store.ts'
import { settleComment } from '../step-contract.ts'
import { command, planById } from '../store.ts'

export default command(settleComment, async (ctx, { planId, commentId }) => {
  const plan = await planById(ctx.tx, planId)
  await ctx.allow('plans.comment', plan.unitId)
  await settle(ctx.tx, planId, commentId, { personId: ctx.actor!.personId, at: ctx.now })
  await ctx.audit({ unitId: plan.unitId, action: settleComment.name, entity: planId, after: { comment: commentId } })
  return { commentId }
})
