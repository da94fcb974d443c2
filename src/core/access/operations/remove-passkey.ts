import { AppError } from '#platform/errors.ts'
import { removePasskey } from '../factor-contract.ts'
import { deletePasskey } from '../factor-store.ts'
import { callerAccount, isForced, refuseLastFactor, withRequest } from '../own-account.ts'
import { requireProof } from '../proof.ts'
import { command } from '../store.ts'

export default withRequest(removePasskey, ({ entrance }) =>
  command(
    removePasskey,
    async (ctx, { passkeyId }) => {
      const account = await callerAccount(ctx)
      if (!(await deletePasskey(ctx.tx, account.id, passkeyId))) throw new AppError('not_found', 'access.passkey_missing')
      requireProof(ctx)
      await refuseLastFactor(ctx.tx, account.id, isForced(ctx, entrance.guardedRoles))
      await ctx.audit({ unitId: account.unitId, action: removePasskey.name, entity: account.id, before: { passkeyId } })
      return null
    },
    { as: 'system' },
  ),
)
