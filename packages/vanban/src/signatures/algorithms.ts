import { constants, createHash, verify, type KeyObject } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'

/** Digests by their object identifier, as OpenSSL names them. */
const DIGESTS: Readonly<Record<string, string>> = {
  '1.2.840.113549.2.5': 'md5',
  '1.3.14.3.2.26': 'sha1',
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '2.16.840.1.101.3.4.2.8': 'sha3-256',
}

/** Signatures that name their digest. */
const SIGNATURES: Readonly<Record<string, string>> = {
  '1.2.840.113549.1.1.4': 'md5',
  '1.2.840.113549.1.1.5': 'sha1',
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.1': 'sha1',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
}
const RSA = '1.2.840.113549.1.1.1'
const RSA_PSS = '1.2.840.113549.1.1.10'

export const SHA256 = '2.16.840.1.101.3.4.2.1'
export const RSA_SHA256 = '1.2.840.113549.1.1.11'
export const ECDSA_SHA256 = '1.2.840.10045.4.3.2'

/** Collisions can be made: two documents may have the same value. */
export const WEAK_DIGESTS: readonly string[] = ['md5', 'sha1']

export function digestName(oid: string): string | null {
  return DIGESTS[oid] ?? null
}

export function digestOf(algorithm: string, parts: readonly Uint8Array[]): Buffer {
  const hash = createHash(algorithm)
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/**
 * Whether a signature value is right.
 *
 * @param digest  of the envelope, for signatures that do not name their own
 * @returns false also for an algorithm that nobody knows
 */
export function isSignedBy(key: KeyObject, algorithm: pkijs.AlgorithmIdentifier, signed: Uint8Array, value: Uint8Array, digest: string | null = null): boolean {
  try {
    const id = algorithm.algorithmId
    if (id === RSA_PSS) {
      const parameters = new pkijs.RSASSAPSSParams({ schema: algorithm.algorithmParams })
      const hash = digestName(parameters.hashAlgorithm.algorithmId)
      return hash !== null && verify(hash, signed, { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: parameters.saltLength }, value)
    }
    const hash = SIGNATURES[id] ?? (id === RSA ? digest : null)
    return hash !== null && verify(hash, signed, key, value)
  } catch {
    return false
  }
}

/** RSA and digests have no parameters but an empty one; what else stands there was put there. */
export function hasPlainParameters(algorithm: pkijs.AlgorithmIdentifier): boolean {
  if (algorithm.algorithmId === RSA_PSS) return true
  const parameters: unknown = algorithm.algorithmParams
  return parameters === undefined || parameters instanceof asn1js.Null
}
