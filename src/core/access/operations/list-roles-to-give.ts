import { listRolesToGive } from '../contract.ts'
import { rolesToGive } from '../hand-out.ts'
import { query } from '../store.ts'

export default query(listRolesToGive, async (ctx, { unitId }) => {
  await ctx.allow('access.manageAccounts', unitId)
  return rolesToGive(ctx, unitId)
})
