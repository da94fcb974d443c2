import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

/** Sealed bytes that do not open: another key, another place, or changed. Says nothing of what is inside. */
export class SealBroken extends Error {
  override name = 'SealBroken'
  constructor() {
    super('sealed bytes do not open with this key at this place')
  }
}

/** Format of sealed bytes: version, nonce, tag, cipher text. */
const VERSION = 1
const NONCE = 12
const TAG = 16

export const KEY_BYTES = 32

export function newKey(): Buffer {
  return randomBytes(KEY_BYTES)
}

/**
 * Seals bytes with AES-256-GCM under a fresh nonce.
 *
 * @param key    32 bytes; at most 2^32 seals under one key
 * @param place  what the bytes belong to, such as `cases.entry.body:<id>`: they open at no other
 * @source NIST SP 800-38D
 */
export function seal(key: Buffer, plain: Uint8Array, place: string): Buffer {
  const nonce = randomBytes(NONCE)
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG }).setAAD(Buffer.from(place))
  const body = Buffer.concat([cipher.update(plain), cipher.final()])
  return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body])
}

/** The bytes that were sealed at this place. @throws SealBroken */
export function unseal(key: Buffer, sealed: Uint8Array, place: string): Buffer {
  const bytes = Buffer.from(sealed)
  if (bytes[0] !== VERSION || bytes.length < 1 + NONCE + TAG) throw new SealBroken()
  const nonce = bytes.subarray(1, 1 + NONCE)
  const tag = bytes.subarray(1 + NONCE, 1 + NONCE + TAG)
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG }).setAAD(Buffer.from(place)).setAuthTag(tag)
    return Buffer.concat([decipher.update(bytes.subarray(1 + NONCE + TAG)), decipher.final()])
  } catch {
    throw new SealBroken()
  }
}
