import { createPrivateKey } from 'node:crypto'
import * as asn1js from 'asn1js'
import forge from 'node-forge'
import * as pkijs from 'pkijs'
import { bufferOf, certificateOf, TIME_STAMPING, type Certificate } from './certificates.ts'
import { digestOf, SHA256 } from './algorithms.ts'
import { OID } from './envelope.ts'
import type { SigningKey } from './signing-key.ts'

// Authorities and signers for tests and demonstrations: invented, made anew each time, trusted by nobody.

type Kind = 'rsa' | 'ec'
/** Named so wherever there is a browser's `CryptoKey` type and where there is none. */
type PrivateKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>

export interface SampleOptions {
  readonly kind?: Kind
  readonly from?: Date
  readonly to?: Date
  readonly isAuthority?: boolean
  /** Purposes of the key; none means any. */
  readonly purposes?: readonly string[]
  readonly serial?: number
}

/** A signer with what it needs to issue. */
export interface SampleKey extends SigningKey {
  readonly privateKey: PrivateKey
}

const ATTRIBUTES: Readonly<Record<string, string>> = { CN: '2.5.4.3', O: '2.5.4.10', OU: '2.5.4.11', title: '2.5.4.12', UID: '0.9.2342.19200300.100.1.1' }
const ALGORITHMS = {
  rsa: { name: 'RSASSA-PKCS1-v1_5', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' },
  ec: { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' },
} as const

let serials = 1000

/** A key with a certificate, issued by another or by itself. */
export async function aKey(subject: Readonly<Record<string, string>>, issuer: SampleKey | null = null, options: SampleOptions = {}): Promise<SampleKey> {
  const { kind = 'ec', from = new Date('2025-01-01T00:00:00Z'), to = new Date('2035-01-01T00:00:00Z'), isAuthority = false, purposes = [] } = options
  const pair = await crypto.subtle.generateKey(ALGORITHMS[kind], true, ['sign', 'verify'])
  const key = createPrivateKey({ key: Buffer.from(await crypto.subtle.exportKey('pkcs8', pair.privateKey)), format: 'der', type: 'pkcs8' })
  const certificate = new pkijs.Certificate()
  certificate.version = 2
  certificate.serialNumber = new asn1js.Integer({ value: options.serial ?? serials++ })
  certificate.notBefore.value = from
  certificate.notAfter.value = to
  certificate.subject = nameFrom(subject)
  certificate.issuer = issuer ? issuer.certificate.fields.subject : certificate.subject
  await certificate.subjectPublicKeyInfo.importKey(pair.publicKey)
  certificate.extensions = extensions(isAuthority, purposes)
  await certificate.sign(issuer?.privateKey ?? pair.privateKey, 'SHA-256')
  const made = certificateOf(new Uint8Array(certificate.toSchema(true).toBER()))
  return { key, privateKey: pair.privateKey, certificate: made, chain: issuer ? [issuer.certificate, ...issuer.chain] : [] }
}

/** Each part in a set of its own, as names are written. */
function nameFrom(subject: Readonly<Record<string, string>>): pkijs.RelativeDistinguishedNames {
  const parts = Object.entries(subject).map(([part, value]) => new pkijs.AttributeTypeAndValue({ type: ATTRIBUTES[part] ?? part, value: new asn1js.Utf8String({ value }) }))
  return pkijs.RelativeDistinguishedNames.fromBER(new asn1js.Sequence({ value: parts.map((part) => new asn1js.Set({ value: [part.toSchema()] })) }).toBER())
}

function extensions(isAuthority: boolean, purposes: readonly string[]): pkijs.Extension[] {
  // digitalSignature and nonRepudiation, or keyCertSign and cRLSign.
  const usage = new asn1js.BitString({ valueHex: new Uint8Array([isAuthority ? 0x06 : 0xc0]).buffer, unusedBits: isAuthority ? 1 : 6 })
  return [
    new pkijs.Extension({ extnID: '2.5.29.19', critical: true, extnValue: new pkijs.BasicConstraints({ cA: isAuthority }).toSchema().toBER() }),
    new pkijs.Extension({ extnID: '2.5.29.15', critical: true, extnValue: usage.toBER() }),
    ...(purposes.length > 0 ? [new pkijs.Extension({ extnID: '2.5.29.37', critical: true, extnValue: new pkijs.ExtKeyUsage({ keyPurposes: [...purposes] }).toSchema().toBER() })] : []),
  ]
}

/** An authority of two levels with a person, an organ and a service of time stamps. */
export async function aSamplePki(kind: Kind = 'ec') {
  const root = await aKey({ CN: 'Chứng thư gốc MẪU', O: 'Cơ quan MẪU' }, null, { kind, isAuthority: true })
  const authority = await aKey({ CN: 'CA MẪU phục vụ cơ quan nhà nước', O: 'Cơ quan MẪU' }, root, { kind, isAuthority: true })
  const person = await aKey({ CN: 'Nguyễn Thị Ánh Nguyệt', title: 'Hiệu trưởng', OU: 'Ban Giám hiệu', O: 'Trường THPT Hoa Sữa', UID: 'CCCD:001180000001' }, authority, { kind })
  const organ = await aKey({ CN: 'Trường THPT Hoa Sữa', O: 'Sở Giáo dục và Đào tạo Sông Lam', UID: 'MST:0100000000' }, authority, { kind })
  const clock = await aKey({ CN: 'Dấu thời gian MẪU', O: 'Cơ quan MẪU' }, root, { kind, purposes: [TIME_STAMPING] })
  return { root, authority, person, organ, clock }
}

export function derOf({ certificate }: SigningKey): Uint8Array {
  return new Uint8Array(certificate.own.raw)
}

export function pemOf({ certificate }: SigningKey): Uint8Array {
  return Buffer.from(certificate.own.toString())
}

/** A PKCS#12 file; RSA only, for that is what its library writes. */
export function aPkcs12({ key, certificate, chain }: SigningKey, passphrase: string): Uint8Array {
  const certificates = [certificate, ...chain].map(({ own }) => forge.pki.certificateFromPem(own.toString()))
  const asn1 = forge.pkcs12.toPkcs12Asn1(forge.pki.privateKeyFromPem(key.export({ type: 'pkcs8', format: 'pem' }).toString()), certificates, passphrase, { algorithm: 'aes256', count: 1000 })
  return Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'binary')
}

/** A time stamp (RFC 3161) over some bytes. */
export async function aTimeStamp(clock: SampleKey, stamped: Uint8Array, at: Date): Promise<Uint8Array> {
  const info = new pkijs.TSTInfo({
    version: 1,
    policy: '1.2.3.4',
    messageImprint: new pkijs.MessageImprint({ hashAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: SHA256 }), hashedMessage: new asn1js.OctetString({ valueHex: bufferOf(digestOf('sha256', [stamped])) }) }),
    serialNumber: new asn1js.Integer({ value: serials++ }),
    genTime: at,
  })
  const content = new Uint8Array(info.toSchema().toBER())
  const { issuer, serialNumber } = clock.certificate.fields
  const signedData = new pkijs.SignedData({
    version: 3,
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: OID.tstInfo, eContent: new asn1js.OctetString({ valueHex: bufferOf(content) }) }),
    signerInfos: [
      new pkijs.SignerInfo({
        version: 1,
        sid: new pkijs.IssuerAndSerialNumber({ issuer, serialNumber }),
        signedAttrs: new pkijs.SignedAndUnsignedAttributes({
          type: 0,
          attributes: [
            new pkijs.Attribute({ type: OID.contentType, values: [new asn1js.ObjectIdentifier({ value: OID.tstInfo })] }),
            new pkijs.Attribute({ type: OID.messageDigest, values: [new asn1js.OctetString({ valueHex: bufferOf(digestOf('sha256', [content])) })] }),
          ],
        }),
      }),
    ],
    certificates: [clock.certificate, ...clock.chain].map(({ fields }) => fields),
  })
  await signedData.sign(clock.privateKey, 0, 'SHA-256')
  return new Uint8Array(new pkijs.ContentInfo({ contentType: OID.signedData, content: signedData.toSchema(true) }).toSchema().toBER())
}

/** A list of withdrawn certificates. */
export async function aRevocationList(issuer: SampleKey, revoked: readonly { readonly certificate: Certificate; readonly at: Date }[], { from = new Date('2026-01-01T00:00:00Z'), to = new Date('2027-01-01T00:00:00Z') } = {}): Promise<Uint8Array> {
  const list = new pkijs.CertificateRevocationList({
    version: 1,
    issuer: issuer.certificate.fields.subject,
    thisUpdate: new pkijs.Time({ value: from }),
    nextUpdate: new pkijs.Time({ value: to }),
    ...(revoked.length > 0
      ? { revokedCertificates: revoked.map(({ certificate, at }) => new pkijs.RevokedCertificate({ userCertificate: certificate.fields.serialNumber, revocationDate: new pkijs.Time({ value: at }) })) }
      : {}),
  })
  await list.sign(issuer.privateKey, 'SHA-256')
  return new Uint8Array(list.toSchema(true).toBER())
}
