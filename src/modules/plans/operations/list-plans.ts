import { answeredOf } from '../coverage-store.ts'
import { listPlans } from '../contract.ts'
import { summaryOf } from './view-plan.ts'
import { plansOfUnit, query } from '../store.ts'

export default query(listPlans, async (ctx, { unitId }) => {
  await ctx.allow('plans.read', unitId)
  const plans = await plansOfUnit(ctx.tx, unitId)
  const counts = await answeredOf(ctx.tx, plans.map((plan) => plan.id))
  return plans.map((plan) => summaryOf(plan, counts.get(plan.id)))
})
