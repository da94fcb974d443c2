import { createHash, randomBytes } from 'node:crypto'
import type { Transaction } from 'kysely'
import { Secret, TOTP } from 'otpauth'
import { AppError } from '#platform/errors.ts'
import { seal, unseal } from '#platform/sealing.ts'
import type { Vault } from '#platform/vault.ts'
import { replaceRecoveryCodes } from './factor-store.ts'
import { plainRecoveryCode, RECOVERY_CODES, recoveryCodeOf } from './model/second-factor.ts'
import type { AccessDb } from './tables.ts'

const PERIOD = 30
/** A phone may be half a minute off. */
const WINDOW = 1

/** An app as RFC 6238 has it, with what every such app knows: SHA-1, six digits, thirty seconds. */
function appOf(secret: Secret, username: string): TOTP {
  return new TOTP({ issuer: 'Song Hành', label: username, algorithm: 'SHA1', digits: 6, period: PERIOD, secret })
}

/** A fresh secret of 160 bits: sealed for the database, and for the person who takes it in. */
export function newCodeSecret(vault: Vault, { accountId, username }: { accountId: string; username: string }): { sealed: Buffer; address: string; secret: string } {
  const secret = new Secret({ size: 20 })
  return { sealed: seal(keyOf(vault), secret.bytes, placeOf(accountId)), address: appOf(secret, username).toString(), secret: secret.base32 }
}

/**
 * The span of time whose code this is, when it is one of the app's and later than the last that was taken.
 * @returns null for a wrong code, and for one that was used
 */
export function stepOfCode(vault: Vault, { accountId, sealed, lastStep, code, now }: { accountId: string; sealed: Buffer; lastStep: number; code: string; now: Date }): number | null {
  const bytes = unseal(keyOf(vault), sealed, placeOf(accountId))
  const secret = new Secret({ buffer: new Uint8Array(bytes).buffer })
  const delta = appOf(secret, '').validate({ token: code, timestamp: now.getTime(), window: WINDOW })
  if (delta === null) return null
  const step = Math.floor(now.getTime() / 1000 / PERIOD) + delta
  return step > lastStep ? step : null
}

/** Recovery codes in the place of the old ones; only their digests stay. */
export async function issueRecoveryCodes(tx: Transaction<AccessDb>, accountId: string): Promise<string[]> {
  const codes = Array.from({ length: RECOVERY_CODES }, () => recoveryCodeOf(randomBytes(10)))
  await replaceRecoveryCodes(tx, accountId, codes.map(recoveryCodeHash))
  return codes
}

export function recoveryCodeHash(typed: string): Buffer {
  return createHash('sha256').update(plainRecoveryCode(typed)).digest()
}

function keyOf({ key }: Vault): Buffer {
  if (!key) throw new AppError('unavailable', 'access.codes_locked')
  return key.derive('access codes')
}

function placeOf(accountId: string): string {
  return `access.totp.secret:${accountId}`
}
