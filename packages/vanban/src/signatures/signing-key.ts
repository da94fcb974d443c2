import { createPrivateKey, type KeyObject } from 'node:crypto'
import forge from 'node-forge'
import { certificateOf, isIssuedBy, type Certificate } from './certificates.ts'
import { SigningError } from './signing-error.ts'

/** A key with its certificate and those above it. */
export interface SigningKey {
  readonly key: KeyObject
  readonly certificate: Certificate
  /** From the issuer upwards, as far as the file holds them. */
  readonly chain: readonly Certificate[]
}

const KEY_BAGS = ['pkcs8ShroudedKeyBag', 'keyBag'] as const

/**
 * Opens a PKCS#12 file (.p12, .pfx): of today (AES-256) and of old programs (3DES, RC2), with RSA and EC keys.
 *
 * @throws SigningError `not_pkcs12`, `wrong_passphrase`, or `no_key` when no certificate fits the key
 */
export function openPkcs12(file: Uint8Array, passphrase: string): SigningKey {
  const store = openStore(file, passphrase)
  const keys = KEY_BAGS.flatMap((name) => bagsOf(store, name)).map(keyOf)
  const certificates = bagsOf(store, 'certBag').map((bag) => certificateOf(derOf(bag.cert ? certificateAsn1(bag.cert) : bag.asn1)))
  for (const key of keys) {
    const certificate = certificates.find(({ own }) => own.checkPrivateKey(key))
    if (certificate) return { key, certificate, chain: chainAbove(certificate, certificates) }
  }
  throw new SigningError('no_key')
}

function openStore(file: Uint8Array, passphrase: string): forge.pkcs12.Pkcs12Pfx {
  const asn1 = readAsn1(file)
  try {
    return forge.pkcs12.pkcs12FromAsn1(asn1, false, passphrase)
  } catch (cause) {
    const isPassphrase = cause instanceof Error && /MAC could not be verified|Invalid password|decrypt/i.test(cause.message)
    if (!isPassphrase) throw new SigningError('not_pkcs12', '', { cause })
    const opened = cause.message.includes('decrypt') ? openWithMarks(asn1, passphrase) : null
    if (opened) return opened
    throw new SigningError('wrong_passphrase', '', { cause })
  }
}

/**
 * A passphrase with marks is UTF-16 to the seal of the file and UTF-8 to its encryption; forge knows one form for both.
 * The seal has just been found right, so it is left out.
 */
function openWithMarks(asn1: forge.asn1.Asn1, passphrase: string): forge.pkcs12.Pkcs12Pfx | null {
  const parts = asn1.value as forge.asn1.Asn1[]
  try {
    return forge.pkcs12.pkcs12FromAsn1({ ...asn1, value: parts.slice(0, 2) }, false, forge.util.encodeUtf8(passphrase))
  } catch {
    return null
  }
}

function readAsn1(file: Uint8Array): forge.asn1.Asn1 {
  try {
    return forge.asn1.fromDer(Buffer.from(file).toString('binary'))
  } catch (cause) {
    throw new SigningError('not_pkcs12', '', { cause })
  }
}

function bagsOf(store: forge.pkcs12.Pkcs12Pfx, name: 'certBag' | (typeof KEY_BAGS)[number]): forge.pkcs12.Bag[] {
  const bagType = forge.pki.oids[name]
  return bagType === undefined ? [] : (store.getBags({ bagType })[bagType] ?? [])
}

function derOf(asn1: forge.asn1.Asn1): Buffer {
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary')
}

/** The certificate as it came: forge would write the name of its algorithm anew, with parameters that it may not have had. */
function certificateAsn1(certificate: forge.pki.Certificate): forge.asn1.Asn1 {
  const { asn1 } = forge
  const { tbsCertificate } = certificate as forge.pki.Certificate & { readonly tbsCertificate: forge.asn1.Asn1 }
  const parts = tbsCertificate.value as forge.asn1.Asn1[]
  // The algorithm stands within too: behind version (of a class of its own) and number.
  const algorithm = parts[parts[0]?.tagClass === asn1.Class.CONTEXT_SPECIFIC ? 2 : 1]
  if (!algorithm) throw new SigningError('not_pkcs12')
  const signature = asn1.create(asn1.Class.UNIVERSAL, asn1.Type.BITSTRING, false, `\0${String(certificate.signature)}`)
  return asn1.create(asn1.Class.UNIVERSAL, asn1.Type.SEQUENCE, true, [tbsCertificate, algorithm, signature])
}

/** Forge reads RSA keys itself, and hands others over as they are. */
function keyOf(bag: forge.pkcs12.Bag): KeyObject {
  const asn1 = bag.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(bag.key)) : bag.asn1
  try {
    return createPrivateKey({ key: derOf(asn1), format: 'der', type: 'pkcs8' })
  } catch (cause) {
    throw new SigningError('no_key', '', { cause })
  }
}

function chainAbove(certificate: Certificate, certificates: readonly Certificate[]): Certificate[] {
  const chain: Certificate[] = []
  for (let last = certificate; chain.length < certificates.length; ) {
    const issuer = certificates.find((other) => other !== last && !chain.includes(other) && isIssuedBy(last, other))
    if (!issuer) break
    chain.push(issuer)
    last = issuer
  }
  return chain
}
