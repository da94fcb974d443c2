import { type Transaction } from 'kysely'
import { insertSession } from './store.ts'
import type { Request } from './request.ts'
import type { AccessDb } from './tables.ts'
import { newToken, tokenHash } from './token.ts'

/** A session that was opened: the token goes into the cookie, its end onto the wire. */
export interface OpenedSession {
  readonly token: string
  readonly expiresAt: Date
}

/** Makes a session with a fresh token. @param awaitsFactor  it opens nothing before the second factor, and waits for `lastsMs` */
export async function makeSession(tx: Transaction<AccessDb>, request: Request, accountId: string, { lastsMs = request.sessionLimits.absoluteMs, awaitsFactor = false } = {}): Promise<OpenedSession> {
  const { now, origin = { address: '', agent: '' } } = request
  const token = newToken()
  const expiresAt = new Date(now.getTime() + lastsMs)
  await insertSession(tx, { tokenHash: tokenHash(token), id: request.newId(), accountId, at: now, expiresAt, awaitsFactor, ...origin })
  return { token, expiresAt }
}
