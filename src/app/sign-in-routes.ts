import type { FastifyInstance, FastifyRequest } from 'fastify'
import { signIn, signOut } from '#core/access/contract.ts'
import { openSession } from '#core/access/operations/sign-in.ts'
import signOutOperation from '#core/access/operations/sign-out.ts'
import type { Request } from '#core/access/request.ts'
import { SESSION_COOKIE } from '#core/access/session.ts'
import type { Config } from '#platform/config.ts'
import { routeOf } from '#platform/contract.ts'

/** The two operations whose answer is a cookie: the token never reaches a script. */
export function registerSignIn(app: FastifyInstance, config: Config, requestOf: (request: FastifyRequest) => Promise<Request>): void {
  const options = { httpOnly: true, sameSite: 'lax', secure: config.publicUrl.startsWith('https:'), path: '/' } as const

  app.post(routeOf(signIn.route).path, async (http, reply) => {
    const { token, expiresAt } = await openSession({ ...(await requestOf(http)), actor: null }, http.body)
    return reply.setCookie(SESSION_COOKIE, token, { ...options, expires: expiresAt }).send({ expiresAt })
  })

  app.delete(routeOf(signOut.route).path, async (http, reply) => {
    const request = await requestOf(http)
    if (request.actor) await signOutOperation.run(request, {})
    return reply.clearCookie(SESSION_COOKIE, options).send(null)
  })
}
