import type { z } from 'zod'
import { AppError } from '#platform/errors.ts'
import type { Operation } from '#platform/operation.ts'
import { failed } from '../failures.ts'
import { asSystem } from '../operation.ts'
import { passwordFits } from '../password.ts'
import type { CommandContext, Request } from '../request.ts'
import { accountById } from '../store.ts'
import type { AccessDb } from '../tables.ts'
import { forgiveFailures, refusalOf, type Tries } from '../throttle.ts'

/** The password of the person who is signed in is wrong; carries what the failure is counted by. */
class WrongPassword extends AppError {
  readonly tries: Tries
  constructor(code: string, tries: Tries) {
    super('invalid', code)
    this.tries = tries
  }
}

/**
 * The account of the person who is signed in, when the password given again is its own. Earlier failures are forgiven.
 *
 * @param wrong  code of the sentence for a wrong password
 * @throws AppError `invalid` with that code, `unavailable` after too many of them; only in an operation of `countingFailures`
 */
export async function ownAccount(ctx: CommandContext<AccessDb>, password: string, wrong: string) {
  const account = await accountById(ctx.tx, ctx.actor!.accountId)
  if (!account) throw new AppError('unauthenticated', 'access.sign_in_required')
  const tries = { username: account.username, address: ctx.origin.address }
  const refusal = await refusalOf(ctx.tx, tries, ctx.now)
  if (refusal) throw refusal
  if (!(await passwordFits(account.passwordHash, password))) throw new WrongPassword(wrong, tries)
  await forgiveFailures(ctx.tx, tries)
  return account
}

/** A wrong password is counted like one at sign-in: in a transaction of its own, since the command's rolls back. */
export function countingFailures<I extends z.core.$ZodType, O extends z.core.$ZodType>(operation: Operation<Request, I, O>): Operation<Request, I, O> {
  return {
    contract: operation.contract,
    async run(request, input) {
      try {
        return await operation.run(request, input)
      } catch (error) {
        if (error instanceof WrongPassword) await asSystem<AccessDb, void>(request, (tx) => failed(tx, request, error.tries, request.actor?.accountId ?? null))
        throw error
      }
    },
  }
}
