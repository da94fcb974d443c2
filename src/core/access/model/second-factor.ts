import { OFFICERS, type Role } from './roles.ts'

/** What a person gives beside the password. */
export const FACTORS = ['code', 'passkey'] as const
export type Factor = (typeof FACTORS)[number]

/** Why a session opens nothing yet: the second factor has not been given, or the account must get one first. */
export const AWAITED = ['second_factor', 'enrolment'] as const
export type Awaited = (typeof AWAITED)[number]

/** Who looks at many units, opens confidential cases or gives accounts: no password alone. */
export const GUARDED_ROLES = [...OFFICERS, 'case_handler', 'administrator'] as const satisfies readonly Role[]

export function isGuarded(role: Role): boolean {
  return GUARDED_ROLES.some((guarded) => guarded === role)
}

/** What a session may do before it opens anything else, by the names of the operations. */
const BEFORE: Readonly<Record<Awaited, readonly string[]>> = {
  second_factor: ['access.giveCode', 'access.signOut'],
  enrolment: ['access.beginCodes', 'access.confirmCodes', 'access.beginPasskey', 'access.addPasskey', 'access.listFactors', 'access.signOut'],
}

/** Whether an operation runs in a session that awaits something. Everything else is refused. */
export function mayRunBefore(awaited: Awaited, operation: string): boolean {
  return BEFORE[awaited].includes(operation)
}

/** How many codes for the day on which the phone is lost. */
export const RECOVERY_CODES = 10

/** Without blanks, hyphens and capitals, as people type it. Crockford's letters: no I, L, O, U to confuse. */
export function plainRecoveryCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')
}

const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Sixteen letters in groups of four, of ten random bytes. */
export function recoveryCodeOf(bytes: Uint8Array): string {
  const bits = [...bytes].map((byte) => byte.toString(2).padStart(8, '0')).join('')
  const letters = (bits.match(/.{5}/g) ?? []).map((five) => LETTERS[Number.parseInt(five, 2)]).join('')
  return letters.replace(/(.{4})(?=.)/g, '$1-')
}

/** How long a session waits for its second factor. */
export const FACTOR_WAIT_MS = 10 * 60_000

/** How long a device has to answer a challenge. */
export const CHALLENGE_MS = 5 * 60_000
