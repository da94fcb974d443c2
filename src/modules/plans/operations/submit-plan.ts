import { AppError } from '#platform/errors.ts'
import { refuseUnprintable } from '#modules/documents/public.ts'
import { checksOf } from './answer-points.ts'
import { submitPlan } from '../step-contract.ts'
import { planLifecycle } from '../model/plan-lifecycle.ts'
import { nodesOf } from '../node-store.ts'
import { planDocument } from './print-plan.ts'
import { command, keepVersion, lockPlan, moveTo } from '../store.ts'

export default command(submitPlan, async (ctx, { planId }) => {
  const plan = await lockPlan(ctx.tx, planId)
  await ctx.allow('plans.edit', plan.unitId)
  const state = planLifecycle.next(plan.state, 'submit')
  const nodes = await nodesOf(ctx.tx, planId)
  const errors = (await checksOf(ctx.tx, plan, nodes)).filter((check) => check.severity === 'error')
  if (errors.length > 0) throw new AppError('invalid', 'plans.not_ready', { count: errors.length, first: errors[0]!.code })
  refuseUnprintable(await planDocument(ctx.tx, plan, nodes, ctx.today))

  const personId = ctx.actor!.personId
  await moveTo(ctx.tx, planId, state, { submittedBy: personId, submittedAt: ctx.now, returnReason: null })
  await keepVersion(ctx.tx, plan, 'submitted', nodes, { personId, at: ctx.now })
  await ctx.audit({ unitId: plan.unitId, action: submitPlan.name, entity: planId, before: { state: plan.state }, after: { state } })
  return { planId, state }
})
