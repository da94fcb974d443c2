import { AppError } from '#platform/errors.ts'
import { signOut } from '../contract.ts'
import { accountById, command, deleteSession } from '../store.ts'

export default command(
  signOut,
  async (ctx) => {
    const account = await accountById(ctx.tx, ctx.actor!.accountId)
    if (!account) throw new AppError('unauthenticated', 'access.sign_in_required')
    await deleteSession(ctx.tx, ctx.actor!.sessionId)
    await ctx.audit({ unitId: account.unitId, action: signOut.name, entity: account.id })
    return null
  },
  { as: 'system' },
)
