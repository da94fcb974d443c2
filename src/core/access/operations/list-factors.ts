import { listFactors } from '../factor-contract.ts'
import { passkeysOf, recoveryCodesLeft } from '../factor-store.ts'
import { isForced, withRequest } from '../own-account.ts'
import { codesSince, query } from '../store.ts'

export default withRequest(listFactors, ({ entrance }) =>
  query(
    listFactors,
    async (ctx) => {
      const { accountId } = ctx.actor!
      const passkeys = await passkeysOf(ctx.tx, accountId)
      return {
        codesSince: await codesSince(ctx.tx, accountId),
        recoveryCodesLeft: await recoveryCodesLeft(ctx.tx, accountId),
        passkeys: passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, createdAt, lastUsedAt })),
        isForced: isForced(ctx, entrance.guardedRoles),
      }
    },
    { as: 'system' },
  ),
)
