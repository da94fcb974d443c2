import { AppError } from '#platform/errors.ts'
import { removeCodes } from '../factor-contract.ts'
import { deleteCodeApp } from '../factor-store.ts'
import { callerAccount, isForced, refuseLastFactor, withRequest } from '../own-account.ts'
import { requireProof } from '../proof.ts'
import { command } from '../store.ts'

export default withRequest(removeCodes, ({ entrance }) =>
  command(
    removeCodes,
    async (ctx) => {
      const account = await callerAccount(ctx)
      requireProof(ctx)
      if (!(await deleteCodeApp(ctx.tx, account.id))) throw new AppError('not_found', 'access.codes_missing')
      await refuseLastFactor(ctx.tx, account.id, isForced(ctx, entrance.guardedRoles))
      await ctx.audit({ unitId: account.unitId, action: removeCodes.name, entity: account.id })
      return null
    },
    { as: 'system' },
  ),
)
