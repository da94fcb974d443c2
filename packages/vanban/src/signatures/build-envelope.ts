import { createHash } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { ECDSA_SHA256, RSA_SHA256, SHA256 } from './algorithms.ts'
import { bufferOf, type Certificate } from './certificates.ts'
import { OID } from './envelope.ts'

const octets = (bytes: Uint8Array) => new asn1js.OctetString({ valueHex: bufferOf(bytes) })

/**
 * What a signer signs: the attributes of PAdES baseline (kind of content, digest of the document, digest of the
 * certificate) as a DER set. The time is not among them: it stands in the file, or in a time stamp.
 *
 * @param digest  SHA-256 of the document but for the place of the signature
 * @source ETSI EN 319 142-1, 6.3
 */
export function attributesToSign(digest: Uint8Array, certificate: Certificate): Uint8Array {
  const named = new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [new asn1js.Sequence({ value: [octets(createHash('sha256').update(certificate.own.raw).digest())] })] })] })
  const attributes = [
    new pkijs.Attribute({ type: OID.contentType, values: [new asn1js.ObjectIdentifier({ value: OID.data })] }),
    new pkijs.Attribute({ type: OID.messageDigest, values: [octets(digest)] }),
    new pkijs.Attribute({ type: OID.signingCertificateV2, values: [named] }),
  ]
  // DER wants the members of a set in the order of their bytes.
  const written = attributes.map((attribute) => Buffer.from(attribute.toSchema().toBER())).toSorted(Buffer.compare)
  return new Uint8Array(new asn1js.Set({ value: written.map((bytes) => asn1js.fromBER(bufferOf(bytes)).result) }).toBER())
}

export interface EnvelopeParts {
  readonly certificate: Certificate
  readonly chain: readonly Certificate[]
  /** As {@link attributesToSign} made them. */
  readonly attributes: Uint8Array
  /** RSA PKCS#1 v1.5 or ECDSA (DER), with SHA-256, over the attributes. */
  readonly signature: Uint8Array
  /** A time stamp (RFC 3161) over the signature. */
  readonly token?: Uint8Array
}

/** The CMS envelope of a signature that was made over the attributes. */
export function buildEnvelope({ certificate, chain, attributes, signature, token }: EnvelopeParts): Uint8Array {
  const isRsa = certificate.own.publicKey.asymmetricKeyType === 'rsa'
  const { result } = asn1js.fromBER(bufferOf(attributes))
  const members = result instanceof asn1js.Set ? result.valueBlock.value : []
  const signerInfo = new pkijs.SignerInfo({
    version: 1,
    sid: new pkijs.IssuerAndSerialNumber({ issuer: certificate.fields.issuer, serialNumber: certificate.fields.serialNumber }),
    digestAlgorithm: new pkijs.AlgorithmIdentifier({ algorithmId: SHA256 }),
    signatureAlgorithm: new pkijs.AlgorithmIdentifier(isRsa ? { algorithmId: RSA_SHA256, algorithmParams: new asn1js.Null() } : { algorithmId: ECDSA_SHA256 }),
    signature: octets(signature),
    signedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 0, attributes: members.map((member) => new pkijs.Attribute({ schema: member })) }),
    ...(token === undefined ? {} : { unsignedAttrs: new pkijs.SignedAndUnsignedAttributes({ type: 1, attributes: [new pkijs.Attribute({ type: OID.timeStampToken, values: [asn1js.fromBER(bufferOf(token)).result] })] }) }),
  })
  const signedData = new pkijs.SignedData({
    version: 1,
    digestAlgorithms: [new pkijs.AlgorithmIdentifier({ algorithmId: SHA256 })],
    encapContentInfo: new pkijs.EncapsulatedContentInfo({ eContentType: OID.data }),
    signerInfos: [signerInfo],
    certificates: [certificate, ...chain].map(({ fields }) => fields),
  })
  return new Uint8Array(new pkijs.ContentInfo({ contentType: OID.signedData, content: signedData.toSchema(true) }).toSchema().toBER())
}
