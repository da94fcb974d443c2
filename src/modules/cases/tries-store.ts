import type { z } from 'zod'
import { asSystem } from '#core/access/operation.ts'
import type { Request } from '#core/access/request.ts'
import { AppError } from '#platform/errors.ts'
import type { Operation } from '#platform/operation.ts'
import type { OpenPair } from './case-key-store.ts'
import { countFailure, forgiveFailures, openPrivate, type PairRow } from './key-pair-store.ts'
import { secondsToNextTry } from './model/passphrase.ts'
import { asIntake, type Tx, type Vaulted } from './store.ts'
import type { CasesDb } from './tables.ts'

/** A passphrase that does not fit; carries which pair counts the failure. */
class WrongPassphrase extends AppError {
  readonly pairId: string
  constructor(pairId: string) {
    super('invalid', 'cases.passphrase_wrong')
    this.pairId = pairId
  }
}

/**
 * The first of these pairs that the passphrase opens. Earlier failures are forgiven.
 * @throws AppError `invalid` `cases.passphrase_wrong`, `unavailable` `cases.wait` after too many; only within `countingTries`
 */
export async function openWith(ctx: Vaulted & { readonly tx: Tx; readonly now: Date }, rows: readonly PairRow[], passphrase: string): Promise<OpenPair> {
  const [first] = rows
  if (!first) throw new AppError('forbidden', 'cases.key_none')
  const seconds = Math.max(...rows.map(({ failures, failedAt }) => secondsToNextTry(failures, failedAt, ctx.now)))
  if (seconds > 0) throw new AppError('unavailable', 'cases.wait', { seconds })
  for (const row of rows) {
    const pair = await openPrivate(ctx.vault, row, passphrase)
    if (!pair) continue
    await asIntake(ctx.tx, () => forgiveFailures(ctx.tx, row.id))
    return pair
  }
  throw new WrongPassphrase(first.id)
}

/** A wrong passphrase is counted in a transaction of its own, since the command's rolls back. */
export function countingTries<I extends z.core.$ZodType, O extends z.core.$ZodType>(operation: Operation<Request, I, O>): Operation<Request, I, O> {
  return {
    contract: operation.contract,
    async run(request, input) {
      try {
        return await operation.run(request, input)
      } catch (error) {
        if (error instanceof WrongPassphrase) await asSystem<CasesDb, void>(request, (tx) => asIntake(tx, () => countFailure(tx, error.pairId, request.now)))
        throw error
      }
    },
  }
}
