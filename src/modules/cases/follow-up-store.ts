import { createHmac, hkdfSync, randomBytes, scrypt, timingSafeEqual } from 'node:crypto'
import { KEY_BYTES, seal, unseal } from '#platform/sealing.ts'
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

/** What stands in the row of a code. */
export interface KeptSecret {
  readonly salt: Buffer
  readonly secretHash: Buffer
  readonly toldKey: Buffer
}

/** Keeps the key of what was told for whoever brings the secret; the program alone cannot open it. */
export async function keepForReporter(master: MasterKey, { code, secret }: FollowUpCode, told: Buffer): Promise<KeptSecret> {
  const salt = randomBytes(16)
  const { secretHash, key } = await derive(master, secret, salt)
  return { salt, secretHash, toldKey: seal(key, told, placeOf(master, code)) }
}

const DECOY = { salt: Buffer.alloc(16), secretHash: Buffer.alloc(32) }

/** The key of what was told, when the secret fits; null otherwise. Takes the same time whether or not the code exists. */
export async function toldKeyOf(master: MasterKey, stored: KeptSecret | undefined, { code, secret }: FollowUpCode): Promise<Buffer | null> {
  const { salt, secretHash } = stored ?? DECOY
  const derived = await derive(master, secret, salt)
  const fits = timingSafeEqual(derived.secretHash, secretHash)
  return stored && fits ? unseal(derived.key, stored.toldKey, placeOf(master, code)) : null
}

function placeOf(master: MasterKey, code: string): string {
  return `cases.follow_up.told_key:${codeDigest(master, code).toString('hex')}`
}

/** Two halves of what scrypt makes of the secret: one to compare, one, with the master key, to seal. */
function derive(master: MasterKey, secret: string, salt: Buffer): Promise<{ secretHash: Buffer; key: Buffer }> {
  return new Promise((resolve, reject) =>
    scrypt(secret, salt, 2 * KEY_BYTES, COST, (error, bytes) => {
      if (error) return reject(error)
      const key = Buffer.from(hkdfSync('sha256', bytes.subarray(KEY_BYTES), master.derive('cases reporter'), 'songhanh reporter', KEY_BYTES))
      return resolve({ secretHash: bytes.subarray(0, KEY_BYTES), key })
    }),
  )
}
