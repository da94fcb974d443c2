import { noveltyIn } from '#core/advice/novelty.ts'
import { documentsBeside } from '#modules/documents/public.ts'
import { comparePlanText } from '../advice-contract.ts'
import { inReadingOrder } from '../model/plan-tree.ts'
import { nodesOf } from '../node-store.ts'
import { planById, query } from '../store.ts'
import { planDocument } from './print-plan.ts'

export default query(comparePlanText, async (ctx, { planId }) => {
  const plan = await planById(ctx.tx, planId)
  await ctx.allow('plans.read', plan.unitId)
  const nodes = await nodesOf(ctx.tx, planId)
  const others = await documentsBeside(ctx.tx, { unitId: plan.unitId, docType: 'Kế hoạch', year: plan.year, today: ctx.today, except: plan.documentId })
  return noveltyIn(await planDocument(ctx.tx, plan, nodes, ctx.today), inReadingOrder(nodes).map(({ node }) => node), others)
})
