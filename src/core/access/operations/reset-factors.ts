import { accountView, lockAccountRow } from '../account-store.ts'
import { resetFactors } from '../factor-contract.ts'
import { deleteFactors } from '../factor-store.ts'
import { requireManageable } from '../hand-out.ts'
import { beyondReach } from '../operation.ts'
import { requireProof } from '../proof.ts'
import { command, deleteSessionsOf } from '../store.ts'

export default command(resetFactors, async (ctx, { accountId }) => {
  const { unitId } = await accountView(ctx.tx, accountId, ctx.today)
  await ctx.allow('access.manageAccounts', unitId)
  await lockAccountRow(ctx.tx, accountId)
  await requireManageable(ctx, accountId)
  requireProof(ctx)

  await beyondReach(ctx.tx, async () => {
    await deleteFactors(ctx.tx, accountId)
    await deleteSessionsOf(ctx.tx, accountId)
  })
  await ctx.audit({ unitId, action: resetFactors.name, entity: accountId })
  return null
})
