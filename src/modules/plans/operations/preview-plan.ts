import { formChoices } from '#modules/documents/public.ts'
import { previewPlan } from '../contract.ts'
import { nodesOf } from '../node-store.ts'
import { planDocument } from './print-plan.ts'
import { planById, query } from '../store.ts'

export default query(previewPlan, async (ctx, { planId }) => {
  const plan = await planById(ctx.tx, planId)
  await ctx.allow('plans.read', plan.unitId)
  const model = await planDocument(ctx.tx, plan, await nodesOf(ctx.tx, planId), ctx.today)
  return { model, choices: await formChoices(ctx.tx, plan.unitId, model), fileName: `ke-hoach-${plan.year}${plan.number ? `-so-${plan.number}` : '-du-thao'}` }
})
