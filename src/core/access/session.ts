import { dayOf } from '#platform/clock.ts'
import { asSystem } from './operation.ts'
import type { Awaited } from './model/second-factor.ts'
import type { Actor, Request } from './request.ts'
import { deleteSession, grantsOf, sessionByToken, touchSession } from './store.ts'
import type { AccessDb } from './tables.ts'
import { tokenHash } from './token.ts'

export const SESSION_COOKIE = 'songhanh_session'

/** Writing “seen” at every request would be a write per page. */
const TOUCH_EVERY_MS = 60_000

/** Who the token belongs to today; null when it is unknown, too old or idle too long. */
export function actorOfToken(request: Pick<Request, 'db' | 'now' | 'sessionLimits' | 'entrance'>, token: string): Promise<Actor | null> {
  const { now, sessionLimits, entrance } = request
  return asSystem<AccessDb, Actor | null>(request, async (tx) => {
    const session = await sessionByToken(tx, tokenHash(token))
    if (!session) return null
    const idle = now.getTime() - session.lastSeenAt.getTime()
    if (session.expiresAt <= now || idle > sessionLimits.idleMs) {
      await deleteSession(tx, session.id)
      return null
    }
    if (idle > TOUCH_EVERY_MS) await touchSession(tx, session.id, now)
    const grants = await grantsOf(tx, session.accountId, dayOf(now))
    const mustEnrol = !session.hasFactor && grants.some(({ role }) => entrance.guardedRoles.includes(role))
    const awaits: Awaited | null = session.awaitsFactor ? 'second_factor' : mustEnrol ? 'enrolment' : null
    // Whatever forgets to ask meets somebody without a role.
    return { accountId: session.accountId, personId: session.personId, sessionId: session.id, grants: awaits ? [] : grants, awaits, provedAt: session.provedAt }
  })
}
