import { createHash } from 'node:crypto'
import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { remark, type Remark } from './answers.ts'
import { digestName, isSignedBy } from './algorithms.ts'
import { bufferOf, extendedUsages, isIssuedBy, certificateOf, nameOf, type Certificate, type Chain } from './certificates.ts'
import { attribute, children, OID, type Envelope } from './envelope.ts'

/** Lists and answers of issuers about withdrawn certificates, as they lay in the file or were given. */
export interface Proofs {
  readonly lists: readonly Uint8Array[]
  readonly responses: readonly Uint8Array[]
}

const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9'
const MOST_PROOFS = 200

/** What one proof says of one certificate. */
interface Verdict {
  readonly state: 'good' | 'revoked'
  /** When the issuer said so. */
  readonly saidAt: Date
  /** Until when it stands; null for no end. */
  readonly until: Date | null
  readonly revokedAt: Date | null
}

/**
 * Whether the certificates of a chain were withdrawn, by the proofs at hand: nobody is asked over the network.
 *
 * @param at  when the signature was made, proven by a time stamp; null when only claimed
 */
export function revocationRemarks(chain: Chain, proofs: Proofs, at: Date | null, now: Date): Remark<'revocation'>[] {
  const issuers = [...chain.path.slice(1), ...(chain.root ? [chain.root] : [])]
  const when = at ?? now
  const judged = chain.path.flatMap((certificate, index) => {
    const issuer = issuers[index]
    return issuer && issuer !== certificate ? [judge(certificate, issuer, proofs, when)] : []
  })
  const bad = judged.filter(({ code }) => code === 'revoked')
  return bad.length > 0 ? bad : judged.slice(0, 1).concat(judged.length === 0 ? [remark('revocation', 'no_information')] : [])
}

function judge(certificate: Certificate, issuer: Certificate, proofs: Proofs, when: Date): Remark<'revocation'> {
  const lists = proofs.lists.slice(0, MOST_PROOFS).map((list) => quietly(() => fromList(list, certificate, issuer)))
  const responses = proofs.responses.slice(0, MOST_PROOFS).map((response) => quietly(() => fromResponse(response, certificate, issuer)))
  const verdicts = [...lists, ...responses].filter((verdict) => verdict !== null)
  const name = nameOf(certificate).name ?? ''
  const revoked = verdicts.find(({ state, revokedAt }) => state === 'revoked' && (revokedAt === null || revokedAt <= when))
  if (revoked) return remark('revocation', 'revoked', { name, at: (revoked.revokedAt ?? revoked.saidAt).toISOString() })
  const good = verdicts.filter(({ saidAt, until }) => saidAt >= when || until === null || until >= when).toSorted((one, other) => other.saidAt.getTime() - one.saidAt.getTime())[0]
  if (good) return remark('revocation', 'not_revoked', { at: good.saidAt.toISOString() })
  const old = verdicts[0]
  return old ? remark('revocation', 'information_old', { at: old.saidAt.toISOString() }) : remark('revocation', 'no_information')
}

/** A proof that cannot be read, or is of somebody else, proves nothing. */
function quietly(work: () => Verdict | null): Verdict | null {
  try {
    return work()
  } catch {
    return null
  }
}

function fromList(bytes: Uint8Array, certificate: Certificate, issuer: Certificate): Verdict | null {
  const list = pkijs.CertificateRevocationList.fromBER(bufferOf(bytes))
  if (!list.issuer.isEqual(issuer.fields.subject)) return null
  if (!isSignedBy(issuer.own.publicKey, list.signatureAlgorithm, list.tbsView, list.signatureValue.valueBlock.valueHexView)) return null
  // A list of parts or of other issuers' certificates says so in a critical extension.
  if (list.crlExtensions?.extensions.some(({ critical }) => critical)) return null
  const entry = list.revokedCertificates?.find(({ userCertificate }) => userCertificate.isEqual(certificate.fields.serialNumber))
  return { state: entry ? 'revoked' : 'good', saidAt: list.thisUpdate.value, until: list.nextUpdate?.value ?? null, revokedAt: entry?.revocationDate.value ?? null }
}

function fromResponse(bytes: Uint8Array, certificate: Certificate, issuer: Certificate): Verdict | null {
  const basic = basicResponse(bytes)
  const responder = [issuer, ...(basic.certs ?? []).map((one) => certificateOf(new Uint8Array(one.toSchema().toBER())))].find(
    (one) =>
      (one === issuer || (isIssuedBy(one, issuer) && extendedUsages(one).includes(OCSP_SIGNING))) &&
      isSignedBy(one.own.publicKey, basic.signatureAlgorithm, basic.tbsResponseData.tbsView, basic.signature.valueBlock.valueHexView),
  )
  const single = responder && basic.tbsResponseData.responses.find(({ certID }) => isAbout(certID, certificate, issuer))
  if (!single) return null
  // [0] good, [1] revoked at a time, [2] unknown.
  const status: unknown = single.certStatus
  const tag = status instanceof asn1js.BaseBlock ? status.idBlock.tagNumber : 2
  if (tag > 1) return null
  const since = children(status)[0]
  return { state: tag === 1 ? 'revoked' : 'good', saidAt: single.thisUpdate, until: single.nextUpdate ?? null, revokedAt: since instanceof asn1js.GeneralizedTime ? since.toDate() : null }
}

/** As it is sent, or its inner part as Adobe keeps it. */
function basicResponse(bytes: Uint8Array): pkijs.BasicOCSPResponse {
  const whole = pkijs.OCSPResponse.fromBER(bufferOf(bytes))
  if (!whole.responseBytes) throw new Error('no answer')
  return pkijs.BasicOCSPResponse.fromBER(bufferOf(whole.responseBytes.response.valueBlock.valueHexView))
}

function isAbout(id: pkijs.CertID, certificate: Certificate, issuer: Certificate): boolean {
  const digest = digestName(id.hashAlgorithm.algorithmId)
  if (digest === null || !id.serialNumber.isEqual(certificate.fields.serialNumber)) return false
  const key = issuer.fields.subjectPublicKeyInfo.subjectPublicKey.valueBlock.valueHexView
  return createHash(digest).update(key).digest().equals(Buffer.from(id.issuerKeyHash.valueBlock.valueHexView))
}

/** The proofs that an envelope carries among its signed attributes. */
export function proofsWithin(envelope: Envelope): Proofs {
  const parts = children(attribute(envelope, OID.revocationArchive))
  const bytesOf = (tag: number) => {
    const tagged = parts.find((part) => part instanceof asn1js.Constructed && part.idBlock.tagClass === 3 && part.idBlock.tagNumber === tag)
    return children(children(tagged)[0]).flatMap((item) => (item instanceof asn1js.Sequence ? [new Uint8Array(item.valueBeforeDecodeView)] : []))
  }
  return { lists: bytesOf(0), responses: bytesOf(1) }
}
