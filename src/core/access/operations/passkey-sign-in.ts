import type { Transaction } from 'kysely'
import type { z } from 'zod'
import { dayOf } from '#platform/clock.ts'
import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { parseInput, type Operation } from '#platform/operation.ts'
import { writeAudit } from '#core/audit/store.ts'
import { passkeySignIn } from '../factor-contract.ts'
import { notePasskeyUse, passkeyByCredential, spendChallenge } from '../factor-store.ts'
import { makeSession, type OpenedSession } from '../open-session.ts'
import { asSystem, explained } from '../operation.ts'
import { challengeHash, challengeIn, signCountOf, siteOf } from '../passkey.ts'
import type { Request } from '../request.ts'
import { accountById, deleteSession, grantsOf } from '../store.ts'
import type { AccessDb } from '../tables.ts'

type Answer = z.output<typeof passkeySignIn.input>['answer']

/**
 * Opens a session by a key on a device that its person has unlocked: both factors at once. Also ends the waiting session
 * of a person who began with the password.
 * @throws AppError `unauthenticated`; the challenge is spent then as well
 */
export async function openSessionByPasskey(request: Request, raw: unknown): Promise<OpenedSession> {
  const { answer } = parseInput(passkeySignIn.input, raw)
  const opened = await explained({}, () => asSystem<AccessDb, OpenedSession | null>(request, (tx) => attempt(tx, request, answer)))
  if (!opened) throw new AppError('unauthenticated', 'access.passkey_unknown')
  return opened
}

const operation: Operation<Request, typeof passkeySignIn.input, typeof passkeySignIn.output> = {
  contract: passkeySignIn,
  run: async (request, raw) => ({ expiresAt: (await openSessionByPasskey(request, raw)).expiresAt }),
}
export default operation

async function attempt(tx: Transaction<AccessDb>, request: Request, answer: Answer): Promise<OpenedSession | null> {
  const { now, entrance, actor } = request
  const challenge = challengeIn(answer.response.clientDataJSON)
  if (!(await spendChallenge(tx, challengeHash(challenge), null, now))) return null
  const key = await passkeyByCredential(tx, answer.id)
  const account = key && (await accountById(tx, key.accountId))
  const grants = account?.state === 'active' ? await grantsOf(tx, account.id, dayOf(now)) : []
  if (!key || !account || grants.length === 0) return null
  const { clientDataJSON, authenticatorData, signature, userHandle } = answer.response
  const response = { clientDataJSON, authenticatorData, signature, ...(userHandle ? { userHandle } : {}) }
  const signCount = await signCountOf(siteOf(entrance.url), { ...answer, response }, challenge, key)
  if (signCount === null) return null

  await notePasskeyUse(tx, key.id, signCount, now)
  if (actor?.awaits) await deleteSession(tx, actor.sessionId)
  await writeAudit(untyped(tx), { unitId: account.unitId, accountId: account.id, at: now, action: passkeySignIn.name, entity: account.id, after: { passkeyId: key.id } })
  return makeSession(tx, request, account.id)
}
