import type { Transaction } from 'kysely'
import { dayOf } from '#platform/clock.ts'
import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { parseInput, type Operation } from '#platform/operation.ts'
import { writeAudit } from '#core/audit/store.ts'
import { signIn } from '../contract.ts'
import { asSystem, explained } from '../operation.ts'
import { passwordFits } from '../password.ts'
import type { Request } from '../request.ts'
import { accountByUsername, grantsOf, insertSession } from '../store.ts'
import type { AccessDb } from '../tables.ts'
import { forgiveFailures, noteFailure, refusalOf } from '../throttle.ts'
import { newToken, tokenHash } from '../token.ts'

type Outcome = { readonly token: string; readonly expiresAt: Date } | { readonly refusal: AppError }

/**
 * Opens a session. Not a plain command: a refused try leaves its mark in the throttle, so it commits.
 * @returns the token for the cookie; the answer on the wire has only its end
 * @throws AppError `unauthenticated`, or `unavailable` with the seconds to wait
 */
export async function openSession(request: Request, raw: unknown): Promise<{ token: string; expiresAt: Date }> {
  const input = parseInput(signIn.input, raw)
  const outcome = await explained({}, () => asSystem<AccessDb, Outcome>(request, (tx) => attempt(tx, request, input)))
  if ('refusal' in outcome) throw outcome.refusal
  return outcome
}

const operation: Operation<Request, typeof signIn.input, typeof signIn.output> = { contract: signIn, run: openSession }
export default operation

async function attempt(tx: Transaction<AccessDb>, request: Request, input: { username: string; password: string }): Promise<Outcome> {
  const { now } = request
  const origin = request.origin ?? { address: '', agent: '' }
  const tries = { username: input.username, address: origin.address }
  const refusal = await refusalOf(tx, tries, now)
  if (refusal) return { refusal }

  const account = await accountByUsername(tx, input.username)
  const fits = await passwordFits(account?.passwordHash ?? null, input.password)
  const grants = account ? await grantsOf(tx, account.id, dayOf(now)) : []
  if (!account || !fits || account.state !== 'active' || grants.length === 0) {
    await noteFailure(tx, tries, now)
    return { refusal: new AppError('unauthenticated', 'access.wrong_password') }
  }

  await forgiveFailures(tx, tries)
  const token = newToken()
  const expiresAt = new Date(now.getTime() + request.sessionLimits.absoluteMs)
  await insertSession(tx, { tokenHash: tokenHash(token), id: request.newId(), accountId: account.id, at: now, expiresAt, ...origin })
  await writeAudit(untyped(tx), { unitId: account.unitId, accountId: account.id, at: now, action: signIn.name, entity: account.id })
  return { token, expiresAt }
}
