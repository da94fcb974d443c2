import { createHmac, hkdfSync, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import type { MasterKey } from '#platform/vault.ts'
import { makeFollowUpCode, type FollowUpCode } from './model/follow-up-code.ts'

/** 32 MiB and about 80 ms a try. */
const COST = { N: 32_768, r: 8, p: 1, maxmem: 64 * 1024 * 1024 }

/**
 * The code and the secret of a form that was sent. They follow from the form's own id and the master key: a form that is
 * sent twice by a double click gives the same, and nobody else can tell them.
 */
export function followUpOfForm(master: MasterKey, formId: string): FollowUpCode {
  const stream = Buffer.from(hkdfSync('sha256', master.derive('cases follow-up'), Buffer.alloc(0), formId, 128))
  let at = 0
  return makeFollowUpCode((most) => stream.readUInt32BE(4 * at++) % most)
}

/** What the database keeps of a code. */
export function codeDigest(master: MasterKey, code: string): Buffer {
  return createHmac('sha256', master.derive('cases code')).update(code).digest()
}

export async function hashSecret(secret: string): Promise<{ salt: Buffer; secretHash: Buffer }> {
  const salt = randomBytes(16)
  return { salt, secretHash: await derive(secret, salt) }
}

const DECOY = { salt: Buffer.alloc(16), secretHash: Buffer.alloc(32) }

/** Compares in the same time whether or not the code exists. */
export async function secretFits(stored: { readonly salt: Buffer; readonly secretHash: Buffer } | undefined, secret: string): Promise<boolean> {
  const { salt, secretHash } = stored ?? DECOY
  const fits = timingSafeEqual(await derive(secret, salt), secretHash)
  return stored !== undefined && fits
}

function derive(secret: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => scrypt(secret, salt, 32, COST, (error, key) => (error ? reject(error) : resolve(key))))
}
