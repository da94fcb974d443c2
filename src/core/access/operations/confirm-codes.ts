import { AppError } from '#platform/errors.ts'
import { issueRecoveryCodes, stepOfCode } from '../factor-codes.ts'
import { confirmCodes } from '../factor-contract.ts'
import { lockCodeApp, noteStep } from '../factor-store.ts'
import { callerAccount, requireProofToEnrol, withRequest } from '../own-account.ts'
import { command } from '../store.ts'

export default withRequest(confirmCodes, ({ vault }) =>
  command(
    confirmCodes,
    async (ctx, { code }) => {
      const account = await callerAccount(ctx)
      requireProofToEnrol(ctx)
      const app = await lockCodeApp(ctx.tx, account.id)
      if (!app || app.confirmedAt) throw new AppError('conflict', 'access.codes_not_begun')
      const step = stepOfCode(vault, { accountId: account.id, sealed: app.secret, lastStep: app.lastStep, code, now: ctx.now })
      if (step === null) throw new AppError('invalid', 'access.code_wrong')
      await noteStep(ctx.tx, account.id, step, ctx.now)
      const recoveryCodes = await issueRecoveryCodes(ctx.tx, account.id)
      await ctx.audit({ unitId: account.unitId, action: confirmCodes.name, entity: account.id })
      return { recoveryCodes }
    },
    { as: 'system', redact: () => ({ recoveryCodes: [] }) },
  ),
)
