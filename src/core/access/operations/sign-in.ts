import type { Transaction } from 'kysely'
import { dayOf } from '#platform/clock.ts'
import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { parseInput, type Operation } from '#platform/operation.ts'
import { writeAudit } from '#core/audit/store.ts'
import { signIn } from '../contract.ts'
import { factorsOf } from '../factor-store.ts'
import { failed } from '../failures.ts'
import { FACTOR_WAIT_MS, type Awaited, type Factor } from '../model/second-factor.ts'
import { makeSession, type OpenedSession } from '../open-session.ts'
import { asSystem, explained } from '../operation.ts'
import { passwordFits } from '../password.ts'
import type { Request } from '../request.ts'
import { accountByUsername, grantsOf } from '../store.ts'
import type { AccessDb } from '../tables.ts'
import { forgiveFailures, refusalOf } from '../throttle.ts'

interface FirstStep extends OpenedSession {
  readonly awaits: Awaited | null
  readonly factors: readonly Factor[]
}

type Outcome = FirstStep | { readonly refusal: AppError }

/**
 * Opens a session, or one that opens nothing before the second factor. Not a plain command: a refused try leaves its mark
 * in the throttle, so it commits.
 * @returns the token for the cookie beside the answer on the wire
 * @throws AppError `unauthenticated`, or `unavailable` with the seconds to wait
 */
export async function openSession(request: Request, raw: unknown): Promise<FirstStep> {
  const input = parseInput(signIn.input, raw)
  const outcome = await explained({}, () => asSystem<AccessDb, Outcome>(request, (tx) => attempt(tx, request, input)))
  if ('refusal' in outcome) throw outcome.refusal
  return outcome
}

const operation: Operation<Request, typeof signIn.input, typeof signIn.output> = {
  contract: signIn,
  run: async (request, raw) => {
    const { expiresAt, awaits, factors } = await openSession(request, raw)
    return { expiresAt, awaits, factors: [...factors] }
  },
}
export default operation

async function attempt(tx: Transaction<AccessDb>, request: Request, input: { username: string; password: string }): Promise<Outcome> {
  const { now, entrance } = request
  const tries = { username: input.username, address: request.origin?.address ?? '' }
  const refusal = await refusalOf(tx, tries, now)
  if (refusal) return { refusal }

  const account = await accountByUsername(tx, input.username)
  const fits = await passwordFits(account?.passwordHash ?? null, input.password)
  // Nothing more is asked about an account before its password was right: the time tells nothing either.
  const grants = account && fits && account.state === 'active' ? await grantsOf(tx, account.id, dayOf(now)) : []
  if (!account || grants.length === 0) {
    await failed(tx, request, tries, account?.id ?? null)
    return { refusal: new AppError('unauthenticated', 'access.wrong_password') }
  }

  const factors = await factorsOf(tx, account.id)
  const awaitsFactor = factors.length > 0
  const mustEnrol = !awaitsFactor && grants.some(({ role }) => entrance.guardedRoles.includes(role))
  const awaits = awaitsFactor ? 'second_factor' : mustEnrol ? 'enrolment' : null
  // With a second factor to come the failures stay: a known password must not buy new tries of the code.
  if (!awaitsFactor) await forgiveFailures(tx, tries)
  const opened = await makeSession(tx, request, account.id, awaitsFactor ? { lastsMs: FACTOR_WAIT_MS, awaitsFactor } : {})
  await writeAudit(untyped(tx), { unitId: account.unitId, accountId: account.id, at: now, action: signIn.name, entity: account.id, ...(awaits ? { after: { awaits } } : {}) })
  return { ...opened, awaits, factors }
}
