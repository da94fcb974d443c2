import { verifyChain } from '../chain.ts'
import { checkAudit } from '../contract.ts'
import { query } from '../list-store.ts'

export default query(checkAudit, async (ctx, { unitId }) => {
  await ctx.allow('audit.read', unitId)
  const { entries, broken, head } = await verifyChain(ctx.tx, unitId)
  return { entries, broken, head: head.toString('hex') }
})
