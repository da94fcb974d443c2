import { adviceOn } from '#core/advice/advise.ts'
import { registerFor } from '#core/citations/store.ts'
import { namedElsewhere } from '#modules/documents/public.ts'
import { advisePlan } from '../advice-contract.ts'
import { inReadingOrder } from '../model/plan-tree.ts'
import { nodesOf } from '../node-store.ts'
import { planById, query } from '../store.ts'
import { planDocument } from './print-plan.ts'

export default query(advisePlan, async (ctx, { planId }) => {
  const plan = await planById(ctx.tx, planId)
  await ctx.allow('plans.read', plan.unitId)
  const nodes = await nodesOf(ctx.tx, planId)
  const register = await registerFor(ctx.tx, plan.unitId, ctx.today)
  const elsewhere = await namedElsewhere(ctx.tx, plan.unitId, ctx.today, plan.documentId)
  return adviceOn(await planDocument(ctx.tx, plan, nodes, ctx.today), inReadingOrder(nodes).map(({ node }) => node), { register, elsewhere })
})
