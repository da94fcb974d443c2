import { markChanged } from '#core/facts/store.ts'
import { AppError } from '#platform/errors.ts'
import { issueModel, recipientsBelow } from '#modules/documents/public.ts'
import { issuePlan } from '../step-contract.ts'
import { planLifecycle } from '../model/plan-lifecycle.ts'
import { planDocument } from './print-plan.ts'
import { nodesOf } from '../node-store.ts'
import { command, keepVersion, lockPlan, markIssued, planById } from '../store.ts'

export default command(issuePlan, async (ctx, { planId, number, issuedOn, recipientUnitIds = [], toAllBelow = false }) => {
  const plan = await lockPlan(ctx.tx, planId)
  await ctx.allow('plans.issue', plan.unitId)
  const state = planLifecycle.next(plan.state, 'issue')
  const { unitId } = plan
  const amended = plan.amendsId ? await planById(ctx.tx, plan.amendsId) : null
  if (amended?.state === 'withdrawn') throw new AppError('conflict', 'plans.amended_withdrawn')
  const nodes = await nodesOf(ctx.tx, planId)
  const below = toAllBelow ? await recipientsBelow(ctx.tx, unitId, { group: 'all' }, ctx.today) : []
  const recipients = [...new Set([...recipientUnitIds, ...below.map((unit) => unit.unitId)])]

  const issued = await issueModel(ctx, {
    unitId,
    docType: 'Kế hoạch',
    number: number ? String(number) : undefined,
    symbol: plan.symbol,
    issuedOn,
    subject: plan.frame.docTitle,
    model: await planDocument(ctx.tx, plan, nodes, ctx.today),
    recipientUnitIds: recipients,
    recipientsText: plan.frame.recipients,
    publish: true,
  })
  await markIssued(ctx.tx, planId, { number: issued.numberText, symbol: issued.symbol, issuedOn, documentId: issued.documentId })
  const days = [issuedOn, amended?.issuedOn ?? issuedOn].map((day) => (day < `${plan.year}-01-01` ? `${plan.year}-01-01` : day))
  await markChanged(ctx.tx, { unitId, provinceId: plan.provinceId, days })
  await keepVersion(ctx.tx, plan, 'issued', nodes, { personId: ctx.actor!.personId, at: ctx.now })
  await ctx.publish('plans.issued', { planId, unitId, amendsId: plan.amendsId })
  await ctx.audit({ unitId, action: issuePlan.name, entity: planId, before: { state: plan.state }, after: { state, number: issued.numberText, issuedOn } })
  return { planId, state, documentId: issued.documentId, numberText: `${issued.numberText}/${issued.symbol}` }
})
