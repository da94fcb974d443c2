import * as z from 'zod/mini'
import { contract, Instant } from '#platform/contract.ts'
import { LEVELS } from '#core/units/model/unit.ts'
import { ROLES } from './model/roles.ts'

/** A unit in which the person holds roles. */
export const Post = z.object({
  unitId: z.uuid(),
  unitName: z.string(),
  unitLevel: z.enum(LEVELS),
  roles: z.array(z.enum(ROLES)),
  /** Names of the permissions held over the unit itself. */
  permissions: z.array(z.string()),
})
export type Post = z.output<typeof Post>

export const SessionView = z.object({
  person: z.object({ id: z.uuid(), name: z.string(), address: z.string() }),
  username: z.string(),
  posts: z.array(Post),
})
export type SessionView = z.output<typeof SessionView>

export const signIn = contract({
  name: 'access.signIn',
  route: 'POST /api/session',
  permission: 'public',
  summary: 'Opens a session; the token travels as a cookie',
  input: z.object({
    username: z.string().check(z.trim(), z.toLowerCase(), z.minLength(1), z.maxLength(64)),
    password: z.string().check(z.minLength(1), z.maxLength(256)),
  }),
  output: z.object({ expiresAt: Instant }),
})

export const signOut = contract({
  name: 'access.signOut',
  route: 'DELETE /api/session',
  permission: 'session',
  summary: 'Ends the session of the caller',
  input: z.object({}),
  output: z.null(),
})

export const getSession = contract({
  name: 'access.getSession',
  route: 'GET /api/session',
  permission: 'session',
  summary: 'Who is signed in, in which units and with which permissions',
  input: z.object({}),
  output: SessionView,
})

export const setPassword = contract({
  name: 'access.setPassword',
  route: 'POST /api/password',
  permission: 'public',
  summary: 'Sets the password by a one-time link and activates the account',
  input: z.object({
    token: z.string().check(z.minLength(20), z.maxLength(200)),
    password: z.string().check(z.minLength(1), z.maxLength(256)),
  }),
  output: z.object({ username: z.string() }),
})
