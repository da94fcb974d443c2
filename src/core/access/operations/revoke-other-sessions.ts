import { AppError } from '#platform/errors.ts'
import { revokeOtherSessions } from '../contract.ts'
import { accountById, command, deleteSessionsOf } from '../store.ts'

export default command(
  revokeOtherSessions,
  async (ctx) => {
    const account = await accountById(ctx.tx, ctx.actor!.accountId)
    if (!account) throw new AppError('unauthenticated', 'access.sign_in_required')
    const ended = await deleteSessionsOf(ctx.tx, account.id, ctx.actor!.sessionId)
    await ctx.audit({ unitId: account.unitId, action: revokeOtherSessions.name, entity: account.id, after: { ended } })
    return { ended }
  },
  { as: 'system' },
)
