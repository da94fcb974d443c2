import { adviseOn, type Knowledge } from '@songhanh/vanban/advice/advise'
import { FIELD_REGISTER } from '@songhanh/vanban/advice/field-register'
import type { Advice } from '@songhanh/vanban/advice/text'
import { checkDocument } from '@songhanh/vanban/checking/check-document'
import { advisePlan } from '../advice-contract.ts'
import { isAdviceCode, lineWith } from '../model/advice.ts'
import { nodesOf } from '../node-store.ts'
import { planById, query } from '../store.ts'
import { planDocument } from './print-plan.ts'

const KNOWLEDGE: Knowledge = { register: FIELD_REGISTER }

export default query(advisePlan, async (ctx, { planId }) => {
  const plan = await planById(ctx.tx, planId)
  await ctx.allow('plans.read', plan.unitId)
  const nodes = await nodesOf(ctx.tx, planId)
  const model = await planDocument(ctx.tx, plan, nodes, ctx.today)
  const said: readonly Advice[] = [...checkDocument(model), ...adviseOn(model, KNOWLEDGE)]
  return said.flatMap(({ code, severity, quote, note, proposal = null }) => (isAdviceCode(code) ? [{ code, severity, quote, note, proposal, nodeId: lineWith(nodes, quote) }] : []))
})
