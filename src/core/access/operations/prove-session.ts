import { AppError } from '#platform/errors.ts'
import type { Operation } from '#platform/operation.ts'
import { proveSession } from '../contract.ts'
import { PROOF_MS } from '../model/proof.ts'
import { asSystem } from '../operation.ts'
import { passwordFits } from '../password.ts'
import type { Request } from '../request.ts'
import { accountById, command, markProved } from '../store.ts'
import type { AccessDb } from '../tables.ts'
import { forgiveFailures, noteFailure, refusalOf, type Tries } from '../throttle.ts'

class WrongPassword extends AppError {
  readonly tries: Tries
  constructor(tries: Tries) {
    super('invalid', 'access.proof_wrong')
    this.tries = tries
  }
}

const proving = command(
  proveSession,
  async (ctx, { password }) => {
    const { accountId, sessionId } = ctx.actor!
    const account = await accountById(ctx.tx, accountId)
    if (!account) throw new AppError('unauthenticated', 'access.sign_in_required')
    const tries = { username: account.username, address: ctx.origin.address }
    const refusal = await refusalOf(ctx.tx, tries, ctx.now)
    if (refusal) throw refusal
    if (!(await passwordFits(account.passwordHash, password))) throw new WrongPassword(tries)
    await forgiveFailures(ctx.tx, tries)
    await markProved(ctx.tx, sessionId, ctx.now)
    await ctx.audit({ unitId: account.unitId, action: proveSession.name, entity: accountId })
    return { until: new Date(ctx.now.getTime() + PROOF_MS) }
  },
  { as: 'system', redact: (answer) => answer },
)

const operation: Operation<Request, typeof proveSession.input, typeof proveSession.output> = {
  contract: proveSession,
  /** A wrong password is counted like one at sign-in: in a transaction of its own, since the command's rolls back. */
  async run(request, input) {
    try {
      return await proving.run(request, input)
    } catch (error) {
      if (error instanceof WrongPassword) await asSystem<AccessDb, void>(request, (tx) => noteFailure(tx, error.tries, request.now))
      throw error
    }
  },
}
export default operation
