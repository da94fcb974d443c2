import * as z from 'zod/mini'
import { contract, Day, Flag, Instant, text } from '#platform/contract.ts'
import { Paging, PersonFields } from '#core/people/contract.ts'
import { LEVELS } from '#core/units/model/unit.ts'
import { LINES, ROLES } from './model/roles.ts'
import { AWAITED, FACTORS } from './model/second-factor.ts'
import { USERNAME } from './model/username.ts'

/** A unit in which the person holds roles. */
export const Post = z.object({
  unitId: z.uuid(),
  unitName: z.string(),
  unitLevel: z.enum(LEVELS),
  /** First day on which the unit no longer exists: what it left can be read, nothing written. */
  unitClosedOn: z.nullable(Day),
  roles: z.array(z.enum(ROLES)),
  /** Names of the permissions held over the unit itself. */
  permissions: z.array(z.string()),
  /** Names of those held over the units below it. */
  permissionsBelow: z.array(z.string()),
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
  output: z.object({
    expiresAt: Instant,
    /** What the session awaits before it opens anything: the second factor, or that the account gets one. */
    awaits: z.nullable(z.enum(AWAITED)),
    factors: z.array(z.enum(FACTORS)),
  }),
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

export const proveSession = contract({
  name: 'access.proveSession',
  route: 'POST /api/session/proof',
  permission: 'session',
  summary: 'Gives the password again, for what asks for it; holds for ten minutes',
  input: z.object({ password: z.string().check(z.minLength(1), z.maxLength(256)) }),
  output: z.object({ until: Instant }),
})

export const getDeviceKey = contract({
  name: 'access.getDeviceKey',
  route: 'POST /api/session/device-key',
  permission: 'session',
  summary: 'The key, in base64, that the devices of the caller seal their own copies with',
  input: z.object({}),
  output: z.object({ key: z.string() }),
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

const Password = z.string().check(z.minLength(1), z.maxLength(256))
const Token = z.string().check(z.minLength(20), z.maxLength(200))

export const checkLink = contract({
  name: 'access.checkLink',
  route: 'POST /api/password/link',
  permission: 'public',
  summary: 'Whose password a one-time link sets, while it still works',
  input: z.object({ token: Token }),
  output: z.object({ username: z.string(), fullName: z.string(), purpose: z.enum(['first', 'reset']), expiresAt: Instant }),
})

export const changePassword = contract({
  name: 'access.changePassword',
  route: 'PUT /api/password',
  permission: 'session',
  summary: 'Changes the password of the caller, who gives the old one; ends the other sessions',
  input: z.object({ oldPassword: Password, newPassword: Password }),
  output: z.null(),
})

export const ACCOUNT_STATES = ['invited', 'active', 'locked'] as const

/** A role in a unit for a time. */
export const RoleHeld = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  role: z.enum(ROLES),
  line: z.enum(LINES),
  from: Day,
  /** Last day; null without an end. */
  until: z.nullable(Day),
})
export type RoleHeld = z.output<typeof RoleHeld>

export const AccountView = z.object({
  id: z.uuid(),
  unitId: z.uuid(),
  unitName: z.string(),
  personId: z.uuid(),
  fullName: z.string(),
  jobTitle: z.nullable(z.string()),
  username: z.string(),
  /** invited: has no password yet. */
  state: z.enum(ACCOUNT_STATES),
  /** Roles that hold today or later, as far as the caller sees their units. */
  roles: z.array(RoleHeld),
})
export type AccountView = z.output<typeof AccountView>

/** A link to hand to a person. Shown once: nobody can look it up later. */
export const PasswordLink = z.object({ path: z.string(), expiresAt: Instant })
export type PasswordLink = z.output<typeof PasswordLink>

export const listAccounts = contract({
  name: 'access.listAccounts',
  route: 'GET /api/units/:unitId/accounts',
  permission: 'access.readAccounts',
  summary: 'Accounts of a unit and of those who hold a role there, by given name; the search needs no diacritics',
  input: z.object({
    unitId: z.uuid(),
    /** Part of a name or a user name. */
    search: z.optional(text(100, 0)),
    /** With the units below, as far as the caller looks down. */
    below: z._default(Flag, false),
    ...Paging,
  }),
  output: z.object({ accounts: z.array(AccountView), hasMore: z.boolean() }),
})

export const getAccount = contract({
  name: 'access.getAccount',
  route: 'GET /api/accounts/:accountId',
  permission: 'access.readAccounts',
  summary: 'An account with its roles, and which of the roles the caller may give in its unit',
  input: z.object({ accountId: z.uuid() }),
  output: z.extend(AccountView, {
    /** Whether the caller may lock the account and make new links for it. */
    isManageable: z.boolean(),
    /** What the caller may give in the unit of the account. */
    rolesToGive: z.array(z.enum(ROLES)),
  }),
})

export const listRolesToGive = contract({
  name: 'access.listRolesToGive',
  route: 'GET /api/units/:unitId/roles',
  permission: 'access.manageAccounts',
  summary: 'Which roles the caller may give in a unit',
  input: z.object({ unitId: z.uuid() }),
  output: z.array(z.enum(ROLES)),
})

const RoleToGive = { role: z.enum(ROLES), line: z._default(z.enum(LINES), 'either'), from: z.optional(Day), until: z._default(z.nullable(Day), null) }

export const createAccount = contract({
  name: 'access.createAccount',
  route: 'POST /api/units/:unitId/accounts',
  permission: 'access.manageAccounts',
  summary: 'Opens an account for a new or a known person, with roles, and makes the link for the first password',
  input: z.object({
    unitId: z.uuid(),
    /** Somebody who is known in the unit already, or the fields of a new person. */
    person: z.union([z.object({ id: z.uuid() }), PersonFields]),
    username: z.string().check(z.trim(), z.toLowerCase(), z.regex(USERNAME)),
    roles: z.array(z.object(RoleToGive)).check(z.minLength(1), z.maxLength(ROLES.length)),
  }),
  /** `link` is null when the same command comes a second time: make a new one then. */
  output: z.object({ account: AccountView, link: z.nullable(PasswordLink) }),
})

export const grantRole = contract({
  name: 'access.grantRole',
  route: 'POST /api/accounts/:accountId/roles',
  permission: 'access.manageAccounts',
  summary: 'Gives a role in a unit, from a day on (today), until a last day or without an end',
  input: z.object({ accountId: z.uuid(), unitId: z.uuid(), ...RoleToGive }),
  output: AccountView,
})

export const revokeRole = contract({
  name: 'access.revokeRole',
  route: 'DELETE /api/roles/:roleId',
  permission: 'access.manageAccounts',
  summary: 'Takes a role away from today on; what was done with it stays in the audit',
  input: z.object({ roleId: z.uuid() }),
  output: z.null(),
})

export const lockAccount = contract({
  name: 'access.lockAccount',
  route: 'POST /api/accounts/:accountId/lock',
  permission: 'access.manageAccounts',
  summary: 'Locks an account: its sessions end, its links no longer work',
  input: z.object({ accountId: z.uuid() }),
  output: AccountView,
})

export const unlockAccount = contract({
  name: 'access.unlockAccount',
  route: 'POST /api/accounts/:accountId/unlock',
  permission: 'access.manageAccounts',
  summary: 'Opens a locked account again, with its old password if it had one',
  input: z.object({ accountId: z.uuid() }),
  output: AccountView,
})

export const resetPassword = contract({
  name: 'access.resetPassword',
  route: 'POST /api/accounts/:accountId/link',
  permission: 'access.manageAccounts',
  summary: 'Makes a new link to set the password; earlier links no longer work, the old password until it is used',
  input: z.object({ accountId: z.uuid() }),
  /** Null when the same command comes a second time: make a new one then. */
  output: z.object({ link: z.nullable(PasswordLink) }),
})

/** What is held about a person, for that person to have and to carry away. */
export const PersonalData = z.object({
  person: z.object({ id: z.uuid(), fullName: z.string(), address: z.string(), sex: z.enum(['F', 'M', 'U']), jobTitle: z.nullable(z.string()), phone: z.nullable(z.string()), email: z.nullable(z.string()), unitName: z.string() }),
  account: z.nullable(z.object({ username: z.string(), state: z.enum(ACCOUNT_STATES), createdAt: Instant, passwordSetAt: z.nullable(Instant), codesSince: z.nullable(Instant), passkeys: z.array(z.string()) })),
  roles: z.array(z.object({ unitName: z.string(), role: z.enum(ROLES), from: Day, until: z.nullable(Day) })),
  sessions: z.array(z.object({ createdAt: Instant, lastSeenAt: Instant, address: z.nullable(z.string()), agent: z.nullable(z.string()) })),
  /** What the person did, newest first; the oldest are left out beyond 5,000. */
  deeds: z.array(z.object({ at: Instant, unitName: z.string(), action: z.string(), entity: z.string() })),
  /** Other places that name the person: table and column, and how often. */
  mentions: z.array(z.object({ place: z.string(), count: z.int() })),
})

export const exportOwnData = contract({
  name: 'access.exportOwnData',
  route: 'GET /api/account/data',
  permission: 'session',
  summary: 'Everything that is held about the caller, to read and to carry away',
  input: z.object({}),
  output: PersonalData,
})

export const exportPerson = contract({
  name: 'access.exportPerson',
  route: 'GET /api/people/:personId/data',
  permission: 'people.change',
  summary: 'Everything that is held about a person, to answer the person who asks for it',
  input: z.object({ personId: z.uuid() }),
  output: PersonalData,
})

export const SessionRow = z.object({
  id: z.uuid(),
  isCurrent: z.boolean(),
  createdAt: Instant,
  lastSeenAt: Instant,
  /** Address and browser from which it was opened. */
  address: z.nullable(z.string()),
  agent: z.nullable(z.string()),
})
export type SessionRow = z.output<typeof SessionRow>

export const listSessions = contract({
  name: 'access.listSessions',
  route: 'GET /api/sessions',
  permission: 'session',
  summary: 'Where the caller is signed in',
  input: z.object({}),
  output: z.array(SessionRow),
})

export const revokeSession = contract({
  name: 'access.revokeSession',
  route: 'DELETE /api/sessions/:sessionId',
  permission: 'session',
  summary: 'Ends one of the sessions of the caller',
  input: z.object({ sessionId: z.uuid() }),
  output: z.null(),
})

export const revokeOtherSessions = contract({
  name: 'access.revokeOtherSessions',
  route: 'DELETE /api/sessions',
  permission: 'session',
  summary: 'Ends every session of the caller but this one',
  input: z.object({}),
  output: z.object({ ended: z.number() }),
})
