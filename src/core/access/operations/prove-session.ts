import { proveSession } from '../contract.ts'
import { PROOF_MS } from '../model/proof.ts'
import { command, markProved } from '../store.ts'
import { countingFailures, ownAccount } from './own-password.ts'

const proving = command(
  proveSession,
  async (ctx, { password }) => {
    const { accountId, sessionId } = ctx.actor!
    const account = await ownAccount(ctx, password, 'access.proof_wrong')
    await markProved(ctx.tx, sessionId, ctx.now)
    await ctx.audit({ unitId: account.unitId, action: proveSession.name, entity: accountId })
    return { until: new Date(ctx.now.getTime() + PROOF_MS) }
  },
  { as: 'system', redact: (answer) => answer },
)

export default countingFailures(proving)
