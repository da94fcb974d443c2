import { hkdfSync } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import { KEY_BYTES } from './sealing.ts'

/** What a try of a passphrase costs. Kept beside what it seals, so that a dearer one can be set later. */
export interface PassphraseCost {
  readonly memoryKib: number
  readonly passes: number
}

/** The least that is taken: 8 MiB and three passes. */
export const LEAST_MEMORY_MIB = 8

/** 64 MiB and three passes, about a quarter of a second. @source RFC 9106 §4, the second recommended option */
export const SAFE_COST: PassphraseCost = { memoryKib: 64 * 1024, passes: 3 }

/**
 * The key of 32 bytes that follows from a passphrase with Argon2id and from `pepper`: whoever has the database alone, or
 * the pepper alone, cannot even try.
 *
 * @param salt  16 bytes, of their own for each passphrase
 */
export async function keyOfPassphrase(passphrase: string, { salt, cost, pepper }: { readonly salt: Uint8Array; readonly cost: PassphraseCost; readonly pepper: Uint8Array }): Promise<Buffer> {
  const stretched = await hashRaw(passphrase.normalize('NFC'), { salt, memoryCost: cost.memoryKib, timeCost: cost.passes, parallelism: 1, outputLen: KEY_BYTES })
  return Buffer.from(hkdfSync('sha256', stretched, pepper, 'songhanh passphrase', KEY_BYTES))
}
