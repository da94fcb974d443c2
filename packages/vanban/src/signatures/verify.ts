import * as asn1js from 'asn1js'
import { answer, remark, type Remark, type ReportProblem, type SignatureAnswers, type SignatureReport } from './answers.ts'
import { digestOf } from './algorithms.ts'
import { fillingRemarks, judgeRange, type SignedRange } from './byte-range.ts'
import { certificateOf, certificatesOf, chainOf, chainRemarks, nameOf, type Certificate, type Chain } from './certificates.ts'
import { attribute, carriedContent, envelopeRemarks, OID, openEnvelope, type Envelope } from './envelope.ts'
import { pagesOf, signaturesOf, type FoundSignature } from './fields.ts'
import { laterChanges, tailRemarks } from './later-changes.ts'
import { openPdf, type PdfFile } from './pdf-file.ts'
import { isArray, isKind, MalformedPdf, nameOf as pdfName, textOf, type PdfValue } from './pdf-values.ts'
import { unpack } from './pdf-unpack.ts'
import { proofsWithin, revocationRemarks, type Proofs } from './revocation.ts'
import { judgeTimeStamp, stampOfSignature, type StampedTime } from './time-stamp.ts'

export interface VerifyOptions {
  /** Files of certificates that are trusted, PEM or DER; files that hold none are passed over. */
  readonly roots: readonly Uint8Array[]
  /** Lists of withdrawn certificates (CRL) in DER. */
  readonly lists?: readonly Uint8Array[]
  readonly now: Date
}

const DETACHED: readonly string[] = ['adbe.pkcs7.detached', 'ETSI.CAdES.detached']
const DIGEST_WITHIN = 'adbe.pkcs7.sha1'
const TIME_STAMP = 'ETSI.RFC3161'
/** Clocks differ. */
const AHEAD_MS = 300_000
const MOST_SIGNATURES = 100

interface Ground {
  readonly file: PdfFile
  readonly roots: readonly Certificate[]
  readonly proofs: Proofs
  /** Certificates that lie in the file beside the signatures. */
  readonly others: readonly Certificate[]
  readonly now: Date
}

/** A signature with what has been found of it so far. */
interface Examined {
  readonly found: FoundSignature
  readonly range: SignedRange | null
  readonly envelope: Envelope | null
  readonly isStamp: boolean
  readonly integrity: readonly Remark<'integrity'>[]
  /** Of the whole document, of a time-stamping service. */
  readonly stamp: StampedTime | null
}

/**
 * Answers the five questions for every signature of a PDF. Asks no network and opens no other file.
 *
 * Never throws for what is in the file. Call it in a process that can be killed.
 */
export function verifySignatures(bytes: Uint8Array, options: VerifyOptions): SignatureReport {
  const whole = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  if (!whole.subarray(0, 1024).includes('%PDF-')) return problem('not_pdf')
  try {
    const file = openPdf(whole)
    if (file.trailer.entries.has('Encrypt')) return problem('encrypted')
    const found = signaturesOf(file)
    const named = found.slice(0, MOST_SIGNATURES)
    const ground = groundOf(file, options)
    const examined = named.map((one) => examine(ground, one)).toSorted((one, other) => (one.range?.end ?? Infinity) - (other.range?.end ?? Infinity))
    const shared = sharedRanges(examined)
    const signatures = examined.map((one, index) => answersOf(ground, one, index, shared.has(one) ? examined.filter((other) => other !== one) : [], examined))
    return { signatures: withLaterFaults(signatures), problem: isAnyHidden(whole, found) ? 'hidden_signatures' : null }
  } catch (error) {
    // What a hostile file makes a library throw is no fault of its own.
    if (error instanceof Error) return problem('malformed')
    throw error
  }
}

function problem(code: ReportProblem): SignatureReport {
  return { signatures: [], problem: code }
}

/** Values of signatures that stand in the file although no field of the document leads to them. */
function isAnyHidden(bytes: Buffer, found: readonly FoundSignature[]): boolean {
  const written = bytes.toString('latin1').match(/\/ByteRange\s*\[/g)?.length ?? 0
  return written > found.length
}

function groundOf(file: PdfFile, { roots, lists = [], now }: VerifyOptions): Ground {
  const store = file.entry(file.trailer.entries.get('Root'), 'DSS')
  const streams = (key: string) => {
    const list = file.entry(store, key)
    return isArray(list) ? list.slice(0, 200).flatMap((item) => contentOf(file, item)) : []
  }
  const trusted = roots.flatMap((root) => readable(() => certificatesOf(root)))
  return {
    file,
    roots: trusted,
    proofs: { lists: [...lists, ...streams('CRLs')], responses: streams('OCSPs') },
    others: [...streams('Certs').flatMap((der) => readable(() => [certificateOf(der)])), ...trusted],
    now,
  }
}

function contentOf(file: PdfFile, item: PdfValue): Buffer[] {
  const stream = file.get(item)
  return isKind(stream, 'stream') ? readable(() => [unpack(stream, file.get)]) : []
}

function readable<T>(read: () => T[]): T[] {
  try {
    return read()
  } catch {
    return []
  }
}

function examine(ground: Ground, found: FoundSignature): Examined {
  const { file, roots, now } = ground
  const format = pdfName(file.entry(found.dict, 'SubFilter')) ?? ''
  const isStamp = format === TIME_STAMP
  const judged = judgeRange(file, found)
  const base = { found, range: judged.range, isStamp, stamp: null }
  if (judged.range === null) return { ...base, envelope: null, integrity: judged.remarks }
  const { parts, envelope: bytes } = judged.range
  const envelope = readable(() => [openEnvelope(bytes)])[0] ?? null
  if (envelope === null) return { ...base, envelope, integrity: [...judged.remarks, remark('integrity', 'envelope_unreadable')] }
  const around = [...judged.remarks, ...fillingRemarks(bytes, envelope.length), ...revisionRemarks(file, judged.range, found)]
  const integrity = [...around, ...attempt(() => contentRemarks(format, envelope, parts, roots))]
  const stamp = isStamp ? judgeTimeStamp(bytes.subarray(0, envelope.length), parts, roots, now) : null
  return { ...base, envelope, integrity, stamp }
}

function contentRemarks(format: string, envelope: Envelope, parts: readonly Uint8Array[], roots: readonly Certificate[]): readonly Remark<'integrity'>[] {
  if (DETACHED.includes(format)) {
    const carried = carriedContent(envelope)
    return carried === null || carried.length === 0 ? envelopeRemarks(envelope, parts, roots) : [remark('integrity', 'envelope_unusual'), ...envelopeRemarks(envelope, parts, roots)]
  }
  const carried = carriedContent(envelope)
  if (format === DIGEST_WITHIN && carried !== null) {
    const differs = !digestOf('sha1', parts).equals(carried)
    return [...(differs ? [remark('integrity', 'digest_differs')] : []), remark('integrity', 'weak_digest', { digest: 'SHA-1' }), ...envelopeRemarks(envelope, [carried], roots)]
  }
  if (format === TIME_STAMP && carried !== null) {
    const isOver = judgeTimeStamp(envelopeBytes(envelope), parts, [], new Date(8.64e15)).remarks.every(({ code }) => code !== 'token_wrong')
    return [...envelopeRemarks(envelope, [carried], roots), ...(isOver ? [] : [remark('integrity', 'digest_differs')])]
  }
  return [remark('integrity', 'unsupported', { format: format || '?' })]
}

function envelopeBytes({ signedData }: Envelope): Uint8Array {
  return new Uint8Array(signedData.toSchema().toBER())
}

/** The libraries read parts of an envelope only when they are asked for. */
function attempt(judge: () => readonly Remark<'integrity'>[]): readonly Remark<'integrity'>[] {
  try {
    return judge()
  } catch {
    return [remark('integrity', 'envelope_unreadable')]
  }
}

/** Whether the revision that was signed stands by itself and holds this very signature. */
function revisionRemarks(file: PdfFile, { end, from }: SignedRange, { field }: FoundSignature): Remark<'integrity'>[] {
  try {
    const revision = end === file.bytes.length ? file : openPdf(file.bytes.subarray(0, end))
    const same = signaturesOf(revision).find((other) => other.field.name === field.name)
    const contents = same && revision.entry(same.dict, 'Contents')
    return isKind(contents, 'string') && contents.from === from ? [] : [remark('integrity', 'signature_replaced')]
  } catch {
    return [remark('integrity', 'revision_unreadable')]
  }
}

/** Signatures that claim the same bytes: at most one of them was made for them. */
function sharedRanges(examined: readonly Examined[]): ReadonlySet<Examined> {
  return new Set(examined.filter((one) => one.range && examined.some((other) => other !== one && other.range?.end === one.range?.end)))
}

function answersOf(ground: Ground, one: Examined, index: number, sharing: readonly Examined[], examined: readonly Examined[]): SignatureAnswers {
  const { file, now } = ground
  const { found, envelope } = one
  const integrity = answer('integrity', sharing.length > 0 ? [...one.integrity.filter(({ code }) => code !== 'intact'), remark('integrity', 'range_shared')] : onlyFaults(one.integrity))
  const claimed = claimedTime(file, one)
  const stamp = one.stamp ?? (envelope && stampOfSignature(envelope, ground.roots, now)) ?? laterStamp(one, examined)
  const time = stamp?.remarks ?? [claimRemark(claimed, now)]
  const chain = envelope?.signer ? chainOf(envelope.signer, [...envelope.certificates, ...ground.others], ground.roots) : null
  const isProven = chain !== null && one.integrity.every(({ code }) => code !== 'signature_wrong' && code !== 'certificate_other' && code !== 'envelope_unreadable')
  const provenAt = stamp?.at ?? null
  return {
    order: index + 1,
    kind: one.isStamp ? 'timestamp' : 'signature',
    field: found.field.name,
    signer: envelope?.signer ? nameOf(envelope.signer) : null,
    signedAt: (provenAt ?? claimed)?.toISOString() ?? null,
    reason: textOf(file.entry(found.dict, 'Reason')),
    pages: pagesWith(file, found),
    answers: {
      integrity,
      identity: answer('identity', isProven ? identityRemarks(ground, chain, one, provenAt, claimed) : [remark('identity', 'not_proven')]),
      time: answer('time', time),
      later: answer('later', laterRemarks(ground, one, examined)),
      revocation: answer('revocation', chain && isProven ? revocationRemarks(chain, proofsOf(ground, envelope), provenAt, now) : [remark('revocation', 'no_information')]),
    },
  }
}

/** “Intact” only when nothing else is said. */
function onlyFaults(remarks: readonly Remark<'integrity'>[]): readonly Remark<'integrity'>[] {
  const faults = remarks.filter(({ code }) => code !== 'intact')
  return faults.length > 0 ? faults : remarks
}

function proofsOf({ proofs }: Ground, envelope: Envelope | null): Proofs {
  const own = envelope ? proofsWithin(envelope) : { lists: [], responses: [] }
  return { lists: [...own.lists, ...proofs.lists], responses: [...own.responses, ...proofs.responses] }
}

/** A time stamp over the whole document, made later, proves that this signature was there by then. */
function laterStamp(one: Examined, examined: readonly Examined[]): StampedTime | null {
  const later = examined.find(({ stamp, range, integrity }) => stamp?.at && one.range && range && range.end > one.range.end && integrity.every(({ code }) => code === 'intact'))
  return later?.stamp ?? null
}

function claimRemark(claimed: Date | null, now: Date): Remark<'time'> {
  if (claimed === null) return remark('time', 'no_time')
  return remark('time', claimed.getTime() > now.getTime() + AHEAD_MS ? 'in_future' : 'claimed', { at: claimed.toISOString() })
}

/** What the file or the envelope says of the time; anybody may write it. */
function claimedTime(file: PdfFile, { found, envelope }: Examined): Date | null {
  const written = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?'?)?/.exec(textOf(file.entry(found.dict, 'M')) ?? '')
  if (written) {
    const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', sign = '+', hours = '00', minutes = '00'] = written
    const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${sign}${hours}:${minutes}`)
    if (!Number.isNaN(at.getTime())) return at
  }
  const time = envelope && attribute(envelope, OID.signingTime)
  return time instanceof asn1js.UTCTime || time instanceof asn1js.GeneralizedTime ? time.toDate() : null
}

function identityRemarks({ roots, now }: Ground, chain: Chain, one: Examined, provenAt: Date | null, claimed: Date | null): Remark<'identity'>[] {
  const top = chain.path.at(-1)
  const issuer = (top && nameOf(top).issuer) ?? ''
  const faults = chainRemarks(chain, provenAt ?? claimed, now).filter(({ code }) => !(one.isStamp && code === 'not_for_signing'))
  const end = chain.path[0] && nameOf(chain.path[0]).validTo
  // Without a proven time nobody can tell whether the certificate was still good.
  const isOver = provenAt === null && end !== undefined && new Date(end) < now && !faults.some(({ code }) => code === 'not_valid_then')
  const reached = chain.root ? remark('identity', 'trusted', { root: nameOf(chain.root).name ?? '' }) : remark('identity', roots.length === 0 ? 'no_roots' : 'unknown_root', { issuer })
  return [reached, ...faults, ...(isOver ? [remark('identity', 'expired_since', { to: end })] : [])]
}

function laterRemarks({ file }: Ground, { range, found }: Examined, examined: readonly Examined[]): Remark<'later'>[] {
  if (range === null) return [remark('later', 'not_compared')]
  if (range.end === file.bytes.length) return [remark('later', 'whole')]
  try {
    const before = openPdf(file.bytes.subarray(0, range.end))
    const changes = file.startxref < range.end ? [] : distinct([...laterChanges(before, file), ...rootRemarks(before, file)])
    const more = examined.filter((other) => other.range && other.range.end > range.end).length
    const remarks = [...changes, ...tailRemarks(file, range.end)]
    if (more > 0 && permission(file, found) === 1) remarks.push(remark('later', 'not_permitted'))
    return remarks.some(({ code }) => !ADDING.includes(code)) ? remarks : [remark('later', more > 0 ? 'only_signatures' : 'whole', { n: more }), ...remarks]
  } catch (error) {
    if (error instanceof MalformedPdf) return [remark('later', 'later_unreadable')]
    throw error
  }
}

const ADDING: readonly string[] = ['stamp_added', 'proofs_added', 'metadata_changed']

function distinct(remarks: readonly Remark<'later'>[]): Remark<'later'>[] {
  return [...new Map(remarks.map((own) => [JSON.stringify(own), own])).values()]
}

/** A document that begins at another object is another document, whatever it shows. */
function rootRemarks(before: PdfFile, after: PdfFile): Remark<'later'>[] {
  const [own, now] = [before, after].map((file) => file.trailer.entries.get('Root'))
  return isKind(own, 'ref') && isKind(now, 'ref') && own.number === now.number ? [] : [remark('later', 'root_replaced')]
}

/** What the first signer allows later: 1 nothing, 2 signatures and forms, 3 remarks too; null when not said. */
function permission(file: PdfFile, { dict }: FoundSignature): number | null {
  const references = file.entry(dict, 'Reference')
  const first = isArray(references) ? references.find((one) => pdfName(file.entry(one, 'TransformMethod')) === 'DocMDP') : undefined
  if (first === undefined) return null
  const level = file.entry(file.entry(first, 'TransformParams'), 'P')
  return typeof level === 'number' ? level : 2
}

function pagesWith(file: PdfFile, { field }: FoundSignature): number[] {
  const kids = file.entry(field.dict, 'Kids')
  const widgets = isArray(kids) ? kids.flatMap((kid) => (isKind(kid, 'ref') ? [kid.number] : [])) : field.number === null ? [] : [field.number]
  const isSeen = (value: PdfValue) => {
    const rect = file.entry(value, 'Rect')
    const [left, bottom, right, top] = isArray(rect) ? rect.map((item) => file.get(item)) : []
    return left !== right && bottom !== top
  }
  return pagesOf(file).flatMap(({ dict }, index) => {
    const list = file.entry(dict, 'Annots')
    return isArray(list) && list.some((item) => isKind(item, 'ref') && widgets.includes(item.number) && isSeen(item)) ? [index + 1] : []
  })
}

/** What a signature that is itself broken added is no signature, but something drawn over the page. */
function withLaterFaults(signatures: readonly SignatureAnswers[]): SignatureAnswers[] {
  return signatures.map((one, index) => {
    const broken = signatures.slice(index + 1).filter(({ answers }) => answers.integrity.state === 'bad')
    if (one.answers.integrity.state === 'bad' || broken.length === 0) return one
    const remarks = one.answers.later.remarks.filter(({ code }) => code !== 'only_signatures')
    return { ...one, answers: { ...one.answers, later: answer('later', [...remarks, ...broken.map(({ order }) => remark('later', 'later_signature_bad', { order }))]) } }
  })
}
