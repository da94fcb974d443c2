import * as asn1js from 'asn1js'
import * as pkijs from 'pkijs'
import { remark, type Remark } from './answers.ts'
import { digestName, digestOf } from './algorithms.ts'
import { bufferOf, chainOf, chainRemarks, extendedUsages, nameOf, TIME_STAMPING, type Certificate, type Chain } from './certificates.ts'
import { attribute, carriedContent, envelopeRemarks, openEnvelope, OID, type Envelope } from './envelope.ts'

export interface StampedTime {
  readonly remarks: readonly Remark<'time'>[]
  /** Null when the token proves nothing. */
  readonly at: Date | null
  readonly chain: Chain | null
}

/**
 * Judges a time stamp over some bytes.
 *
 * @source RFC 3161, RFC 5816
 */
export function judgeTimeStamp(token: Uint8Array, stamped: readonly Uint8Array[], roots: readonly Certificate[], now: Date): StampedTime {
  const wrong: StampedTime = { remarks: [remark('time', 'token_wrong')], at: null, chain: null }
  try {
    const envelope = openEnvelope(token)
    const content = carriedContent(envelope)
    if (envelope.signedData.encapContentInfo.eContentType !== OID.tstInfo || content === null || envelope.signer === null) return wrong
    const info = pkijs.TSTInfo.fromBER(bufferOf(content))
    if (!isOver(info, stamped) || envelopeRemarks(envelope, [content]).some(({ code }) => code !== 'intact' && code !== 'weak_digest')) return wrong
    return trusted(envelope, envelope.signer, info.genTime, roots, now)
  } catch {
    return wrong
  }
}

function isOver({ messageImprint }: pkijs.TSTInfo, stamped: readonly Uint8Array[]): boolean {
  const digest = digestName(messageImprint.hashAlgorithm.algorithmId)
  return digest !== null && digestOf(digest, stamped).equals(Buffer.from(messageImprint.hashedMessage.valueBlock.valueHexView))
}

function trusted(envelope: Envelope, signer: Certificate, at: Date, roots: readonly Certificate[], now: Date): StampedTime {
  const chain = chainOf(signer, envelope.certificates, roots)
  const authority = nameOf(signer).name ?? ''
  // Its key may sign time stamps alone, so it is not asked whether it may sign documents.
  const faults = chainRemarks(chain, at, now).filter(({ code }) => code !== 'not_for_signing')
  if (at > now || !extendedUsages(signer).includes(TIME_STAMPING) || faults.some(({ code }) => code === 'issuer_not_allowed' || code === 'not_valid_then')) return { remarks: [remark('time', 'token_wrong')], at: null, chain: null }
  const params = { at: at.toISOString(), authority }
  // A stamp of somebody unknown proves no more than a claim.
  return chain.root ? { remarks: [remark('time', 'token', params)], at, chain } : { remarks: [remark('time', 'token_untrusted', params)], at: null, chain }
}

/** The time stamp over the value of a signature; null when there is none. */
export function stampOfSignature(envelope: Envelope, roots: readonly Certificate[], now: Date): StampedTime | null {
  const token = attribute(envelope, OID.timeStampToken, 'unsignedAttrs')
  if (!(token instanceof asn1js.Sequence)) return token === undefined ? null : { remarks: [remark('time', 'token_wrong')], at: null, chain: null }
  return judgeTimeStamp(token.valueBeforeDecodeView, [envelope.signerInfo.signature.valueBlock.valueHexView], roots, now)
}
