import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { remark, type Remark } from './answers.ts'
import { digestName, digestOf, hasPlainParameters, isSignedBy, WEAK_DIGESTS } from './algorithms.ts'
import { isWellNested } from './nesting.ts'
import { bufferOf, certificateOf, isIssuedBy, type Certificate } from './certificates.ts'

/** A CMS envelope with one signer, as far as it can be read. @source RFC 5652, RFC 5035, ETSI EN 319 122-1 */
export interface Envelope {
  readonly signedData: pkijs.SignedData
  readonly signerInfo: pkijs.SignerInfo
  readonly certificates: readonly Certificate[]
  /** Of the signer; null when the envelope does not hold it. */
  readonly signer: Certificate | null
  /** Bytes that it takes; what follows is filling. */
  readonly length: number
  readonly signers: number
}

export const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingTime: '1.2.840.113549.1.9.5',
  signingCertificate: '1.2.840.113549.1.9.16.2.12',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  timeStampToken: '1.2.840.113549.1.9.16.2.14',
  tstInfo: '1.2.840.113549.1.9.16.1.4',
  revocationArchive: '1.2.840.113583.1.1.8',
} as const

/** @throws when the bytes are no envelope of a signature */
export function openEnvelope(bytes: Uint8Array): Envelope {
  const read = asn1js.fromBER(bufferOf(bytes))
  if (read.offset === -1 || !isWellNested(bytes)) throw new Error('no ASN.1')
  const info = new pkijs.ContentInfo({ schema: read.result })
  if (info.contentType !== OID.signedData) throw new Error('no signed data')
  const signedData = new pkijs.SignedData({ schema: info.content })
  const signerInfo = signedData.signerInfos[0]
  if (!signerInfo) throw new Error('nobody signed')
  const certificates = certificatesWithin(info.content)
  const signer = certificates.find((certificate) => isNamed(signerInfo.sid, certificate)) ?? null
  return { signedData, signerInfo, certificates, signer, length: read.offset, signers: signedData.signerInfos.length }
}

/** The certificates as they came: written anew, their bytes might be others. */
function certificatesWithin(signedData: unknown): Certificate[] {
  const bag = children(signedData).find((part) => part instanceof asn1js.Constructed && part.idBlock.tagClass === 3 && part.idBlock.tagNumber === 0)
  return children(bag).flatMap((item) => (item instanceof asn1js.Sequence ? [certificateOf(item.valueBeforeDecodeView)] : []))
}

function isNamed(sid: unknown, { fields }: Certificate): boolean {
  if (sid instanceof pkijs.IssuerAndSerialNumber) return fields.serialNumber.isEqual(sid.serialNumber) && fields.issuer.isEqual(sid.issuer)
  const key = fields.extensions?.find(({ extnID }) => extnID === '2.5.29.14')?.parsedValue
  const wanted = sid instanceof asn1js.Primitive ? Buffer.from(sid.valueBlock.valueHexView) : null
  return wanted !== null && key instanceof asn1js.OctetString && wanted.equals(Buffer.from(key.valueBlock.valueHexView))
}

/** A value of the attributes that are signed, or of those beside them. */
export function attribute({ signerInfo }: Envelope, oid: string, which: 'signedAttrs' | 'unsignedAttrs' = 'signedAttrs'): unknown {
  return signerInfo[which]?.attributes.find(({ type }) => type === oid)?.values[0]
}

/** The content that the envelope itself carries; null when it is detached. */
export function carriedContent({ signedData }: Envelope): Buffer | null {
  const { eContent } = signedData.encapContentInfo
  return eContent ? Buffer.from(eContent.getValue()) : null
}

/**
 * What speaks for and against an envelope that signs this content; `intact` when nothing speaks against it.
 *
 * @param roots  a copy of one of them within the envelope has to be that one
 */
export function envelopeRemarks(envelope: Envelope, content: readonly Uint8Array[], roots: readonly Certificate[] = []): Remark<'integrity'>[] {
  const { signerInfo, signer } = envelope
  const digest = digestName(signerInfo.digestAlgorithm.algorithmId)
  if (digest === null) return [remark('integrity', 'unsupported', { format: signerInfo.digestAlgorithm.algorithmId })]
  if (signer === null) return [remark('integrity', 'certificate_missing')]
  const remarks: Remark<'integrity'>[] = []
  if (signerInfo.signedAttrs) remarks.push(...attributeRemarks(envelope, digestOf(digest, content), signer))
  const signed = signerInfo.signedAttrs ? signedAttributes(signerInfo.signedAttrs) : Buffer.concat(content)
  const value = signerInfo.signature.valueBlock.valueHexView
  if (!isSignedBy(signer.own.publicKey, signerInfo.signatureAlgorithm, signed, value, digest)) remarks.push(remark('integrity', signerInfo.signedAttrs ? 'signature_wrong' : 'digest_differs'))
  if (envelope.signers > 1) remarks.push(remark('integrity', 'several_signers', { n: envelope.signers }))
  if (!isUsual(envelope, roots)) remarks.push(remark('integrity', 'envelope_unusual'))
  if (WEAK_DIGESTS.includes(digest)) remarks.push(remark('integrity', 'weak_digest', { digest: shownDigest(digest) }))
  return remarks.length > 0 ? remarks : [remark('integrity', 'intact', { digest: shownDigest(digest), key: shownKey(signer) })]
}

function attributeRemarks(envelope: Envelope, digest: Buffer, signer: Certificate): Remark<'integrity'>[] {
  const remarks: Remark<'integrity'>[] = []
  const given = attribute(envelope, OID.messageDigest)
  if (!(given instanceof asn1js.OctetString) || !Buffer.from(given.valueBlock.valueHexView).equals(digest)) remarks.push(remark('integrity', 'digest_differs'))
  const type = attribute(envelope, OID.contentType)
  if (!(type instanceof asn1js.ObjectIdentifier) || type.valueBlock.toString() !== envelope.signedData.encapContentInfo.eContentType) remarks.push(remark('integrity', 'envelope_unusual'))
  if (!namesSigner(envelope, signer)) remarks.push(remark('integrity', 'certificate_other'))
  return remarks
}

/** The attributes are signed as a set, not under the tag that they have in the envelope. */
function signedAttributes(attributes: pkijs.SignedAndUnsignedAttributes): Buffer {
  const signed = Buffer.from(attributes.encodedValue)
  signed[0] = 0x31
  return signed
}

/** Whether the attribute that names the signer's certificate by its digest, if there is one, names this one. */
function namesSigner(envelope: Envelope, signer: Certificate): boolean {
  const [first, second] = [attribute(envelope, OID.signingCertificate), attribute(envelope, OID.signingCertificateV2)]
  if (first === undefined && second === undefined) return true
  const named = firstCertificateId(second ?? first)
  if (!named) return false
  const algorithm = second === undefined ? 'sha1' : named.algorithm === null ? 'sha256' : digestName(named.algorithm)
  return algorithm !== null && digestOf(algorithm, [signer.own.raw]).equals(named.digest)
}

function firstCertificateId(value: unknown): { readonly algorithm: string | null; readonly digest: Buffer } | null {
  const parts = children(children(children(value)[0])[0])
  const digest = parts.find((part) => part instanceof asn1js.OctetString)
  if (!(digest instanceof asn1js.OctetString)) return null
  const algorithm = parts[0] instanceof asn1js.Sequence ? children(parts[0])[0] : null
  return { algorithm: algorithm instanceof asn1js.ObjectIdentifier ? algorithm.valueBlock.toString() : null, digest: Buffer.from(digest.valueBlock.valueHexView) }
}

/** The parts of a sequence or set. */
export function children(value: unknown): readonly unknown[] {
  return value instanceof asn1js.Constructed ? value.valueBlock.value : []
}

/**
 * Whether the parts that no signature covers are as they are written: a changed byte in them would not show otherwise.
 */
function isUsual({ signedData, signerInfo, certificates, signer }: Envelope, roots: readonly Certificate[]): boolean {
  const isByIssuer = signerInfo.sid instanceof pkijs.IssuerAndSerialNumber
  const digests = signedData.digestAlgorithms
  return (
    signerInfo.version === (isByIssuer ? 1 : 3) &&
    [1, 3, 4].includes(signedData.version) &&
    digests.length > 0 &&
    [...digests, signerInfo.digestAlgorithm, signerInfo.signatureAlgorithm].every(hasPlainParameters) &&
    digests.every(({ algorithmId }) => digestName(algorithmId) !== null) &&
    digests.some(({ algorithmId }) => algorithmId === signerInfo.digestAlgorithm.algorithmId) &&
    isNamedExactly(signerInfo.sid, signer) &&
    certificates.every((one) => isGenuine(one, certificates, roots))
  )
}

/** Names are compared without regard to capitals; here they are copied from the certificate. */
function isNamedExactly(sid: unknown, signer: Certificate | null): boolean {
  if (!(sid instanceof pkijs.IssuerAndSerialNumber) || signer === null) return true
  return Buffer.from(sid.issuer.valueBeforeDecode).equals(Buffer.from(signer.fields.issuer.valueBeforeDecode))
}

/** Signed by one of those that bear the name of its issuer, where they are at hand; the key of a root stands in that root. */
function isGenuine(certificate: Certificate, certificates: readonly Certificate[], roots: readonly Certificate[]): boolean {
  const issuers = [...certificates, ...roots].filter(({ fields }) => fields.subject.isEqual(certificate.fields.issuer))
  if (issuers.length > 0) return issuers.some((issuer) => isIssuedBy(certificate, issuer))
  return !roots.some(({ own }) => own.publicKey.equals(certificate.own.publicKey))
}

const shownDigest = (digest: string) => digest.toUpperCase().replace(/^SHA(?=\d)(?!3-)/, 'SHA-')

function shownKey({ own }: Certificate): string {
  const { asymmetricKeyType, asymmetricKeyDetails } = own.publicKey
  return `${(asymmetricKeyType ?? '').toUpperCase()} ${asymmetricKeyDetails?.modulusLength ?? asymmetricKeyDetails?.namedCurve ?? ''}`.trim()
}
