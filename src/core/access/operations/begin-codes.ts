import { AppError } from '#platform/errors.ts'
import { newCodeSecret } from '../factor-codes.ts'
import { beginCodes } from '../factor-contract.ts'
import { lockCodeApp, saveCodeApp } from '../factor-store.ts'
import { callerAccount, requireProofToEnrol, withRequest } from '../own-account.ts'
import { command } from '../store.ts'

export default withRequest(beginCodes, ({ vault }) =>
  command(
    beginCodes,
    async (ctx) => {
      const account = await callerAccount(ctx)
      requireProofToEnrol(ctx)
      if ((await lockCodeApp(ctx.tx, account.id))?.confirmedAt) throw new AppError('conflict', 'access.codes_exist')
      const { sealed, ...shown } = newCodeSecret(vault, { accountId: account.id, username: account.username })
      await saveCodeApp(ctx.tx, account.id, sealed, ctx.now)
      await ctx.audit({ unitId: account.unitId, action: beginCodes.name, entity: account.id })
      return shown
    },
    { as: 'system', redact: () => ({ address: '', secret: '' }) },
  ),
)
