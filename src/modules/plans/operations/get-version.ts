import { getVersion } from '../contract.ts'
import { wireFrame, wireNode } from './view-plan.ts'
import { planById, query, versionOf } from '../store.ts'

export default query(getVersion, async (ctx, { planId, number }) => {
  const plan = await planById(ctx.tx, planId)
  await ctx.allow('plans.read', plan.unitId)
  const version = await versionOf(ctx.tx, planId, number)
  return { ...version, frame: wireFrame(version.frame), nodes: version.nodes.map(wireNode) }
})
