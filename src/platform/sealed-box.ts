import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, hkdfSync, type KeyObject } from 'node:crypto'
import { KEY_BYTES, seal, SealBroken, unseal } from './sealing.ts'

/** Two halves of 32 bytes each: what is sealed to the public one opens with the private one alone. */
export interface BoxPair {
  readonly publicKey: Buffer
  readonly privateKey: Buffer
}

/** A new X25519 pair. */
export function newBoxPair(): BoxPair {
  const jwk = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' })
  return { publicKey: Buffer.from(jwk.x!, 'base64url'), privateKey: Buffer.from(jwk.d!, 'base64url') }
}

/**
 * Seals bytes to whoever holds the private half; the sealer cannot open them again. A fresh X25519 pair agrees on a key
 * with the public half (HKDF-SHA-256 over both public halves), AES-256-GCM seals.
 *
 * @param place  what the bytes belong to: they open at no other
 * @source RFC 7748 (X25519), RFC 5869 (HKDF); the shape is that of RFC 9180 in base mode
 */
export function sealTo(publicKey: Uint8Array, plain: Uint8Array, place: string): Buffer {
  const own = newBoxPair()
  const key = agreed(own.privateKey, own.publicKey, own.publicKey, publicKey)
  return Buffer.concat([own.publicKey, seal(key, plain, place)])
}

/** What was sealed to this pair at this place. @throws SealBroken */
export function openBox({ publicKey, privateKey }: BoxPair, sealed: Uint8Array, place: string): Buffer {
  const bytes = Buffer.from(sealed)
  if (bytes.length <= KEY_BYTES) throw new SealBroken()
  const sender = bytes.subarray(0, KEY_BYTES)
  return unseal(agreed(privateKey, publicKey, sender, publicKey, sender), bytes.subarray(KEY_BYTES), place)
}

/** Whether the halves belong together. */
export function isPair({ publicKey, privateKey }: BoxPair): boolean {
  const place = 'pair'
  try {
    return openBox({ publicKey, privateKey }, sealTo(publicKey, Buffer.of(1), place), place)[0] === 1
  } catch {
    return false
  }
}

/** The key of 32 bytes on which the own private half and the other public one agree. */
function agreed(ownPrivate: Uint8Array, ownPublic: Uint8Array, sender: Uint8Array, receiver: Uint8Array, other = receiver): Buffer {
  const secret = diffieHellman({ privateKey: privateOf(ownPrivate, ownPublic), publicKey: publicOf(other) })
  return Buffer.from(hkdfSync('sha256', secret, Buffer.concat([sender, receiver]), 'songhanh sealed box', KEY_BYTES))
}

function publicOf(bytes: Uint8Array): KeyObject {
  return createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x: Buffer.from(bytes).toString('base64url') }, format: 'jwk' })
}

function privateOf(bytes: Uint8Array, own: Uint8Array): KeyObject {
  return createPrivateKey({ key: { kty: 'OKP', crv: 'X25519', x: Buffer.from(own).toString('base64url'), d: Buffer.from(bytes).toString('base64url') }, format: 'jwk' })
}
