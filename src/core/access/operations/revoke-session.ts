import { AppError } from '#platform/errors.ts'
import { revokeSession } from '../contract.ts'
import { accountById, command, deleteSessionOf } from '../store.ts'

export default command(
  revokeSession,
  async (ctx, { sessionId }) => {
    const account = await accountById(ctx.tx, ctx.actor!.accountId)
    if (!account || !(await deleteSessionOf(ctx.tx, account.id, sessionId))) throw new AppError('not_found', 'access.session_not_found')
    await ctx.audit({ unitId: account.unitId, action: revokeSession.name, entity: account.id })
    return null
  },
  { as: 'system' },
)
