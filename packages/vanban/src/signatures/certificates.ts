import { X509Certificate } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import type { Remark, SignerName } from './answers.ts'
import { remark } from './answers.ts'

/** A certificate, read by OpenSSL for its signature and by pkijs for its fields. */
export interface Certificate {
  readonly own: X509Certificate
  readonly fields: pkijs.Certificate
}

const LONGEST_CHAIN = 8
const MOST_CERTIFICATES = 200

export function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return new Uint8Array(bytes).buffer
}

/** @throws when the bytes are no certificate */
export function certificateOf(der: Uint8Array): Certificate {
  const own = new X509Certificate(der)
  // A key that cannot be read throws here, not where it is used.
  void own.publicKey
  return { own, fields: pkijs.Certificate.fromBER(bufferOf(der)) }
}

/**
 * The certificates of a file: one in DER, or any number in PEM.
 *
 * @throws when there is none, or one that cannot be read
 */
export function certificatesOf(file: Uint8Array): Certificate[] {
  const text = Buffer.from(file).toString('latin1')
  const blocks = text.match(/-----BEGIN (?:TRUSTED )?CERTIFICATE-----[^-]+-----END (?:TRUSTED )?CERTIFICATE-----/g)
  if (!blocks) return [certificateOf(file)]
  return blocks.slice(0, MOST_CERTIFICATES).map((block) => certificateOf(new X509Certificate(block).raw))
}

const NAME_PARTS = { '2.5.4.3': 'CN', '2.5.4.10': 'O', '2.5.4.11': 'OU', '2.5.4.12': 'title', '0.9.2342.19200300.100.1.1': 'UID', '2.5.4.97': 'organizationIdentifier' } as const

function partsOf(name: pkijs.RelativeDistinguishedNames, part: (typeof NAME_PARTS)[keyof typeof NAME_PARTS]): string[] {
  const values = name.typesAndValues.filter(({ type }) => (NAME_PARTS as Record<string, string>)[type] === part)
  return values.map(({ value }) => String((value as { valueBlock: { value: unknown } }).valueBlock.value).normalize('NFC').trim()).filter((text) => text !== '')
}

/** Whom a certificate names, as it is shown. */
export function nameOf({ own, fields }: Certificate): SignerName {
  const { subject, issuer } = fields
  const codes = [...partsOf(subject, 'UID'), ...partsOf(subject, 'organizationIdentifier')]
  return {
    name: partsOf(subject, 'CN')[0] ?? null,
    organ: partsOf(subject, 'O')[0] ?? null,
    units: partsOf(subject, 'OU'),
    post: partsOf(subject, 'title')[0] ?? null,
    taxCode: codes.map((code) => /^(?:MST[:\s]*|VATVN-)([\d-]{10,14})$/i.exec(code)?.[1]).find((code) => code !== undefined) ?? null,
    issuer: partsOf(issuer, 'CN')[0] ?? partsOf(issuer, 'O')[0] ?? null,
    serial: own.serialNumber,
    validFrom: own.validFromDate.toISOString(),
    validTo: own.validToDate.toISOString(),
  }
}

export interface Chain {
  /** From the signer on upwards, without the root. */
  readonly path: readonly Certificate[]
  /** The root that was given and reached. */
  readonly root: Certificate | null
}

/** The way from a certificate to one of the roots; else as far up as the certificates at hand lead. */
export function chainOf(signer: Certificate, others: readonly Certificate[], roots: readonly Certificate[]): Chain {
  return upwards([signer], others.slice(0, MOST_CERTIFICATES), roots)
}

function upwards(path: readonly Certificate[], others: readonly Certificate[], roots: readonly Certificate[]): Chain {
  const last = path.at(-1)!
  const root = roots.find((given) => given.own.fingerprint256 === last.own.fingerprint256 || isIssuedBy(last, given))
  if (root) return { path: root.own.fingerprint256 === last.own.fingerprint256 && path.length > 1 ? path.slice(0, -1) : path, root }
  if (path.length > LONGEST_CHAIN) return { path, root: null }
  const issuers = others.filter((other) => !path.some(({ own }) => own.fingerprint256 === other.own.fingerprint256) && isIssuedBy(last, other))
  const chains = issuers.map((issuer) => upwards([...path, issuer], others, roots))
  return chains.find((chain) => chain.root !== null) ?? chains[0] ?? { path, root: null }
}

/** Names, key identifiers, the issuer's right to issue and the signature itself. */
export function isIssuedBy({ own }: Certificate, issuer: Certificate): boolean {
  try {
    return own.checkIssued(issuer.own) && own.verify(issuer.own.publicKey)
  } catch {
    return false
  }
}

/** Extensions that are looked at here or have no bearing on a signature. */
const KNOWN_EXTENSIONS: readonly string[] = ['2.5.29.14', '2.5.29.15', '2.5.29.17', '2.5.29.18', '2.5.29.19', '2.5.29.31', '2.5.29.32', '2.5.29.35', '2.5.29.37', '2.5.29.9']
const KEY_USAGE = '2.5.29.15'
const BASIC_CONSTRAINTS = '2.5.29.19'
const EXTENDED_USAGE = '2.5.29.37'
export const TIME_STAMPING = '1.3.6.1.5.5.7.3.8'
/** For servers, OCSP answers and time stamps: no use for documents. */
const NOT_FOR_DOCUMENTS: readonly string[] = ['1.3.6.1.5.5.7.3.1', '1.3.6.1.5.5.7.3.9', TIME_STAMPING]

function extension(certificate: Certificate, oid: string): unknown {
  return certificate.fields.extensions?.find(({ extnID }) => extnID === oid)?.parsedValue
}

export function extendedUsages(certificate: Certificate): readonly string[] {
  const found = extension(certificate, EXTENDED_USAGE)
  return found instanceof pkijs.ExtKeyUsage ? found.keyPurposes : []
}

/** What speaks against a chain: who was not allowed to sign or to issue, and when. */
export function chainRemarks(chain: Chain, at: Date | null, now: Date): Remark<'identity'>[] {
  const [signer, ...issuers] = chain.path
  const every = [...chain.path, ...(chain.root ? [chain.root] : [])]
  const remarks: Remark<'identity'>[] = []
  if (signer && !isForSigning(signer)) remarks.push(remark('identity', 'not_for_signing'))
  issuers.forEach((issuer, below) => {
    if (!mayIssue(issuer, below)) remarks.push(remark('identity', 'issuer_not_allowed', { name: nameOf(issuer).name ?? '' }))
  })
  for (const certificate of every) {
    const { validFrom, validTo, name } = nameOf(certificate)
    const when = at ?? now
    if (when < certificate.own.validFromDate || when > certificate.own.validToDate) remarks.push(remark('identity', 'not_valid_then', { name: name ?? '', from: validFrom, to: validTo }))
    const strange = certificate.fields.extensions?.find(({ critical, extnID }) => critical && !KNOWN_EXTENSIONS.includes(extnID))
    if (strange) remarks.push(remark('identity', 'constraint_unchecked', { name: name ?? '', oid: strange.extnID }))
  }
  return remarks
}

function isForSigning(certificate: Certificate): boolean {
  const usages = extendedUsages(certificate)
  if (usages.length > 0 && usages.every((usage) => NOT_FOR_DOCUMENTS.includes(usage))) return false
  const usage = extension(certificate, KEY_USAGE)
  // The first two bits: digitalSignature, nonRepudiation.
  return !(usage instanceof asn1js.BitString) || ((usage.valueBlock.valueHexView[0] ?? 0) & 0xc0) !== 0
}

function mayIssue(issuer: Certificate, authoritiesBelow: number): boolean {
  if (!issuer.own.ca) return false
  const constraints = extension(issuer, BASIC_CONSTRAINTS)
  if (!(constraints instanceof pkijs.BasicConstraints)) return true
  const { pathLenConstraint } = constraints
  const longest = typeof pathLenConstraint === 'number' ? pathLenConstraint : pathLenConstraint instanceof asn1js.Integer ? pathLenConstraint.valueBlock.valueDec : Infinity
  return authoritiesBelow <= longest
}
