import type { Transaction } from 'kysely'
import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { parseInput, type Operation } from '#platform/operation.ts'
import { writeAudit } from '#core/audit/store.ts'
import { recoveryCodeHash, stepOfCode } from '../factor-codes.ts'
import { failed } from '../failures.ts'
import { giveCode } from '../factor-contract.ts'
import { lockCodeApp, noteStep, recoveryCodesLeft, spendRecoveryCode } from '../factor-store.ts'
import { makeSession, type OpenedSession } from '../open-session.ts'
import { asSystem, explained } from '../operation.ts'
import type { Request } from '../request.ts'
import { accountById, deleteSession } from '../store.ts'
import type { AccessDb } from '../tables.ts'
import { forgiveFailures, refusalOf } from '../throttle.ts'

interface Passed extends OpenedSession {
  /** How many are left, when one was used now. */
  readonly recoveryCodesLeft: number | null
}

/**
 * The second step of signing in: a session in the place of the one that waited, with a token of its own. A wrong code is
 * counted like a wrong password.
 * @throws AppError `unauthenticated` without a first step, `invalid` for a wrong code, `unavailable` after too many
 */
export async function passByCode(request: Request, raw: unknown): Promise<Passed> {
  const { actor } = request
  if (!actor) throw new AppError('unauthenticated', request.sessionEnded ? 'access.session_ended' : 'access.sign_in_required')
  const { code } = parseInput(giveCode.input, raw)
  if (actor.awaits !== 'second_factor') throw new AppError('conflict', 'access.no_code_awaited')
  const outcome = await explained({}, () => asSystem<AccessDb, Passed | { refusal: AppError }>(request, (tx) => attempt(tx, request, actor, code)))
  if ('refusal' in outcome) throw outcome.refusal
  return outcome
}

const operation: Operation<Request, typeof giveCode.input, typeof giveCode.output> = {
  contract: giveCode,
  run: async (request, raw) => {
    const { expiresAt, recoveryCodesLeft: left } = await passByCode(request, raw)
    return { expiresAt, recoveryCodesLeft: left }
  },
}
export default operation

async function attempt(tx: Transaction<AccessDb>, request: Request, { accountId, sessionId }: { accountId: string; sessionId: string }, code: string): Promise<Passed | { refusal: AppError }> {
  const { now } = request
  const account = await accountById(tx, accountId)
  if (!account) throw new AppError('unauthenticated', 'access.sign_in_required')
  const tries = { username: account.username, address: request.origin?.address ?? '' }
  const refusal = await refusalOf(tx, tries, now)
  if (refusal) return { refusal }

  const isOfApp = /^\s*\d{3}\s?\d{3}\s*$/.test(code)
  const fits = isOfApp ? await takeCode(tx, request, accountId, code.replace(/\s/g, '')) : await spendRecoveryCode(tx, accountId, recoveryCodeHash(code))
  if (!fits) {
    await failed(tx, request, tries, accountId)
    return { refusal: new AppError('invalid', 'access.code_wrong') }
  }
  await forgiveFailures(tx, tries)
  await deleteSession(tx, sessionId)
  const opened = await makeSession(tx, request, accountId)
  const left = isOfApp ? null : await recoveryCodesLeft(tx, accountId)
  await writeAudit(untyped(tx), { unitId: account.unitId, accountId, at: now, action: giveCode.name, entity: accountId, after: left === null ? { by: 'app' } : { by: 'recovery', left } })
  return { ...opened, recoveryCodesLeft: left }
}

async function takeCode(tx: Transaction<AccessDb>, { vault, now }: Request, accountId: string, code: string): Promise<boolean> {
  const app = await lockCodeApp(tx, accountId)
  if (!app?.confirmedAt) return false
  const step = stepOfCode(vault, { accountId, sealed: app.secret, lastStep: app.lastStep, code, now })
  if (step === null) return false
  await noteStep(tx, accountId, step, app.confirmedAt)
  return true
}
