import type { Generated } from 'kysely'
import type { DateRange, UnitTables } from '#core/units/tables.ts'
import type { PeopleTables } from '#core/people/tables.ts'
import type { Line, Role } from './model/roles.ts'

export interface AccessTables {
  'access.account': {
    provinceId: string
    id: string
    unitId: string
    personId: string
    username: string
    passwordHash: string | null
    state: Generated<'invited' | 'active' | 'locked'>
    createdAt: Date
    passwordSetAt: Date | null
  }
  'access.roleGrant': { provinceId: string; id: string; unitId: string; accountId: string; role: Role; line: Generated<Line>; valid: DateRange }
  'access.session': {
    tokenHash: Buffer
    accountId: string
    id: string
    createdAt: Date
    lastSeenAt: Date
    expiresAt: Date
    address: string | null
    agent: string | null
    provedAt: Date | null
    awaitsFactor: Generated<boolean>
  }
  'access.passwordLink': { tokenHash: Buffer; accountId: string; purpose: 'first' | 'reset'; createdAt: Date; expiresAt: Date; usedAt: Date | null }
  'access.deviceKey': { accountId: string; key: Buffer; createdAt: Date }
  'access.totp': { accountId: string; secret: Buffer; createdAt: Date; confirmedAt: Date | null; lastStep: Generated<string | number> }
  'access.recoveryCode': { accountId: string; codeHash: Buffer }
  'access.passkey': {
    id: string
    accountId: string
    credentialId: string
    publicKey: Buffer
    signCount: string | number
    transports: string[]
    name: string
    createdAt: Date
    lastUsedAt: Date | null
  }
  'access.passkeyChallenge': { challengeHash: Buffer; accountId: string | null; expiresAt: Date }
  'access.signInThrottle': { key: string; failures: number; firstAt: Date; blockedUntil: Date | null }
}

/** The tables that access may touch. */
export type AccessDb = AccessTables & PeopleTables & UnitTables
