import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { signIn, signOut } from '#core/access/contract.ts'
import { giveCode, passkeySignIn } from '#core/access/factor-contract.ts'
import type { OpenedSession } from '#core/access/open-session.ts'
import { passByCode } from '#core/access/operations/give-code.ts'
import { openSessionByPasskey } from '#core/access/operations/passkey-sign-in.ts'
import { openSession } from '#core/access/operations/sign-in.ts'
import signOutOperation from '#core/access/operations/sign-out.ts'
import type { Request } from '#core/access/request.ts'
import { SESSION_COOKIE } from '#core/access/session.ts'
import type { Config } from '#platform/config.ts'
import { routeOf } from '#platform/contract.ts'

/** Operations whose answer is a cookie. */
export const COOKIE_OPERATIONS: readonly string[] = [signIn.name, signOut.name, giveCode.name, passkeySignIn.name]

/** The operations whose answer is a cookie: the token never reaches a script. */
export function registerSignIn(app: FastifyInstance, config: Config, requestOf: (request: FastifyRequest) => Promise<Request>): void {
  const options = { httpOnly: true, sameSite: 'lax', secure: config.publicUrl.startsWith('https:'), path: '/' } as const
  const answer = (reply: FastifyReply, { token, ...shown }: OpenedSession) =>
    reply.setCookie(SESSION_COOKIE, token, { ...options, expires: shown.expiresAt }).header('cache-control', 'no-store').send(shown)

  app.post(routeOf(signIn.route).path, async (http, reply) => answer(reply, await openSession({ ...(await requestOf(http)), actor: null }, http.body)))
  app.post(routeOf(giveCode.route).path, async (http, reply) => answer(reply, await passByCode(await requestOf(http), http.body)))
  app.post(routeOf(passkeySignIn.route).path, async (http, reply) => answer(reply, await openSessionByPasskey(await requestOf(http), http.body)))

  app.delete(routeOf(signOut.route).path, async (http, reply) => {
    const request = await requestOf(http)
    if (request.actor) await signOutOperation.run(request, {})
    return reply.clearCookie(SESSION_COOKIE, options).send(null)
  })
}
