import { AppError } from '#platform/errors.ts'
import { issueRecoveryCodes } from '../factor-codes.ts'
import { newRecoveryCodes } from '../factor-contract.ts'
import { factorsOf } from '../factor-store.ts'
import { callerAccount } from '../own-account.ts'
import { requireProof } from '../proof.ts'
import { command } from '../store.ts'

export default command(
  newRecoveryCodes,
  async (ctx) => {
    const account = await callerAccount(ctx)
    requireProof(ctx)
    if ((await factorsOf(ctx.tx, account.id)).length === 0) throw new AppError('conflict', 'access.no_factor')
    const recoveryCodes = await issueRecoveryCodes(ctx.tx, account.id)
    await ctx.audit({ unitId: account.unitId, action: newRecoveryCodes.name, entity: account.id })
    return { recoveryCodes }
  },
  { as: 'system', redact: () => ({ recoveryCodes: [] }) },
)
