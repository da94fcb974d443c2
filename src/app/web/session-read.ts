import type { getSession, signOut } from '#core/access/contract.ts'
import { call } from '#platform/web/api.ts'

/*
 * The first load does without the schemas: these two carry only name and route of their contract, which is all that
 * `call` needs to send them. The types tie them to the contract.
 */
type RouteOf<C extends { name: string; route: string }> = Pick<C, 'name' | 'route'>

function routeOnly<C extends typeof getSession | typeof signOut>(route: RouteOf<C>): C {
  return route as C
}

export const sessionContract = routeOnly<typeof getSession>({ name: 'access.getSession', route: 'GET /api/session' })
export const signOutContract = routeOnly<typeof signOut>({ name: 'access.signOut', route: 'DELETE /api/session' })

/** Who is signed in. @throws ApiError `unauthenticated` when nobody is */
export function readSession() {
  return call(sessionContract, {}, { whenSignedOut: 'fail' })
}
