import { AppError } from '#platform/errors.ts'
import type { Operation } from '#platform/operation.ts'
import { changePassword } from '../contract.ts'
import { passwordFault } from '../model/password.ts'
import { asSystem } from '../operation.ts'
import { hashPassword, passwordFits } from '../password.ts'
import type { Request } from '../request.ts'
import { accountById, command, deleteSessionsOf, spendPasswordLinks, storePassword } from '../store.ts'
import type { AccessDb } from '../tables.ts'
import { forgiveFailures, noteFailure, refusalOf, type Tries } from '../throttle.ts'

/** The old password is wrong; carries what the failure is counted by. */
class WrongPassword extends AppError {
  readonly tries: Tries
  constructor(tries: Tries) {
    super('invalid', 'access.old_password_wrong')
    this.tries = tries
  }
}

const changing = command(
  changePassword,
  async (ctx, { oldPassword, newPassword }) => {
    const { accountId, sessionId } = ctx.actor!
    const account = await accountById(ctx.tx, accountId)
    if (!account) throw new AppError('unauthenticated', 'access.sign_in_required')
    const tries = { username: account.username, address: ctx.origin.address }
    const refusal = await refusalOf(ctx.tx, tries, ctx.now)
    if (refusal) throw refusal
    if (!(await passwordFits(account.passwordHash, oldPassword))) throw new WrongPassword(tries)
    const fault = passwordFault(newPassword, account.username)
    if (fault) throw new AppError('invalid', `access.password_${fault}`)

    await forgiveFailures(ctx.tx, tries)
    await storePassword(ctx.tx, accountId, await hashPassword(newPassword), ctx.now)
    await spendPasswordLinks(ctx.tx, accountId, ctx.now)
    const ended = await deleteSessionsOf(ctx.tx, accountId, sessionId)
    await ctx.audit({ unitId: account.unitId, action: changePassword.name, entity: accountId, after: { sessionsEnded: ended } })
    return null
  },
  { as: 'system', redact: (answer) => answer },
)

const operation: Operation<Request, typeof changePassword.input, typeof changePassword.output> = {
  contract: changePassword,
  /** A wrong old password is counted like one at sign-in: in a transaction of its own, since the command's rolls back. */
  async run(request, input) {
    try {
      return await changing.run(request, input)
    } catch (error) {
      if (error instanceof WrongPassword) await asSystem<AccessDb, void>(request, (tx) => noteFailure(tx, error.tries, request.now))
      throw error
    }
  },
}
export default operation
