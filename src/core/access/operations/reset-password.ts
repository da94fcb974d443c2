import { AppError } from '#platform/errors.ts'
import { accountView, hasPassword, lockAccountRow } from '../account-store.ts'
import { resetPassword } from '../contract.ts'
import { requireManageable } from '../hand-out.ts'
import { issueLink } from '../links.ts'
import { requireProof } from '../proof.ts'
import { command } from '../store.ts'

export default command(
  resetPassword,
  async (ctx, { accountId }) => {
    const { unitId } = await accountView(ctx.tx, accountId, ctx.today)
    await ctx.allow('access.manageAccounts', unitId)
    await lockAccountRow(ctx.tx, accountId)
    await requireManageable(ctx, accountId)
    requireProof(ctx)
    const { state } = await accountView(ctx.tx, accountId, ctx.today)
    if (state === 'locked') throw new AppError('conflict', 'access.account_locked')

    const link = await issueLink(ctx, accountId, (await hasPassword(ctx.tx, accountId)) ? 'reset' : 'first')
    await ctx.audit({ unitId, action: resetPassword.name, entity: accountId })
    return { link }
  },
  { redact: () => ({ link: null }) },
)
