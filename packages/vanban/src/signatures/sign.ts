import { createHash, createSign } from 'node:crypto'
import { answer } from './answers.ts'
import { attributesToSign, buildEnvelope } from './build-envelope.ts'
import { certificateOf, nameOf, type Certificate } from './certificates.ts'
import { envelopeRemarks, openEnvelope } from './envelope.ts'
import { formFields, pagesOf, signaturesOf } from './fields.ts'
import { openPdf, type PdfFile } from './pdf-file.ts'
import { printedEntries } from './pdf-print.ts'
import { appendRevision, nextNumber } from './pdf-update.ts'
import { dict, entryOf, isArray, isKind, MalformedPdf, name, nameOf as pdfName, ref, text, type PdfDict, type PdfValue } from './pdf-values.ts'
import type { SigningKey } from './signing-key.ts'
import { SigningError } from './signing-error.ts'
import { drawStamp, type Stamp } from './stamp.ts'

export interface SignatureRequest {
  /** Who signs, as the signature names them. */
  readonly name: string
  readonly at: Date
  readonly reason?: string
  readonly location?: string
  /** Where it is seen; nowhere when not given. */
  readonly stamp?: Stamp
  /** Room for the envelope; 16,384 bytes hold a chain and a time stamp. */
  readonly room?: number
}

/** A file that waits for its signature. */
export interface PreparedSignature {
  readonly pdf: Uint8Array
  /** Where the value stands, brackets and all. */
  readonly from: number
  readonly to: number
  /** SHA-256 of everything else. */
  readonly digest: Uint8Array
}

const ROOM = 16_384
const RANGE_WIDTH = 10
const PRINT_AND_LOCKED = 132
const SIGNATURES_EXIST_APPEND_ONLY = 3

/**
 * Adds an empty signature as a new revision. What signs it outside gets the digest, or the attributes made from it by
 * `attributesToSign`; `completeSignature` puts the answer in.
 *
 * @throws SigningError
 */
export function prepareSignature(pdf: Uint8Array, request: SignatureRequest): PreparedSignature {
  const file = openToSign(Buffer.from(pdf.buffer, pdf.byteOffset, pdf.length))
  const room = request.room ?? ROOM
  const first = nextNumber(file)
  const [signature, widget, appearance, picture, mask, form] = [first, first + 1, first + 2, first + 3, first + 4, first + 5]
  const page = pagesOf(file)[(request.stamp?.place.page ?? 1) - 1]
  if (page?.number === undefined || page.number === null) throw new SigningError('no_page')
  const drawn = request.stamp && drawStamp(request.stamp, { picture, mask })
  const field = widgetOf(request, { file, signature, appearance: drawn ? appearance : null, page: page.number })
  const objects = new Map<number, PdfValue | Buffer>([
    [signature, signatureObject(request, room)],
    [widget, field],
    ...(drawn ? [[appearance, drawn.appearance] as const, ...drawn.objects] : []),
    ...withAnnotation(file, page.number, page.dict, widget),
    ...withField(file, widget, form),
  ])
  const { bytes, offsets } = appendRevision(file, objects)
  return withRange(bytes, offsets.get(signature) ?? 0, room)
}

function openToSign(bytes: Buffer): PdfFile {
  try {
    const file = openPdf(bytes)
    if (file.trailer.entries.has('Encrypt')) throw new SigningError('encrypted')
    for (const { dict: signed } of signaturesOf(file)) {
      const references = file.entry(signed, 'Reference')
      const isLast = isArray(references) && references.some((one) => pdfName(file.entry(one, 'TransformMethod')) === 'DocMDP' && file.entry(file.entry(one, 'TransformParams'), 'P') === 1)
      if (isLast) throw new SigningError('locked')
    }
    return file
  } catch (cause) {
    if (cause instanceof MalformedPdf) throw new SigningError('not_pdf', cause.message, { cause })
    throw cause
  }
}

/** The dictionary with room for what is known only later: the range and the value. */
function signatureObject({ name: signer, at, reason, location }: SignatureRequest, room: number): Buffer {
  const known = dict({
    Type: name('Sig'),
    Filter: name('Adobe.PPKLite'),
    SubFilter: name('ETSI.CAdES.detached'),
    Name: text(signer),
    M: text(pdfTime(at)),
    ...(reason === undefined ? {} : { Reason: text(reason) }),
    ...(location === undefined ? {} : { Location: text(location) }),
  })
  return Buffer.from(`<<${printedEntries(known)} /ByteRange [0 ${' '.repeat(RANGE_WIDTH * 3 + 2)}] /Contents <${'0'.repeat(room * 2)}>>>`, 'latin1')
}

/** `D:20260306140521+07'00'`: the time in Việt Nam. */
function pdfTime(at: Date): string {
  const local = new Date(at.getTime() + 7 * 3_600_000).toISOString()
  return `D:${local.slice(0, 19).replace(/[-:T]/g, '')}+07'00'`
}

function widgetOf({ name: signer, stamp }: SignatureRequest, { file, signature, appearance, page }: { readonly file: PdfFile; readonly signature: number; readonly appearance: number | null; readonly page: number }): PdfDict {
  const taken = new Set(formFields(file).map((field) => field.name))
  let count = 1
  while (taken.has(`Signature${count}`)) count++
  const { left, bottom, width, height } = stamp?.place ?? { left: 0, bottom: 0, width: 0, height: 0 }
  return dict({
    Type: name('Annot'),
    Subtype: name('Widget'),
    FT: name('Sig'),
    T: text(`Signature${count}`),
    // For those who cannot see the stamp.
    TU: text([`Chữ ký số: ${signer}`, ...(stamp?.lines ?? [])].join('. ')),
    V: ref(signature),
    F: PRINT_AND_LOCKED,
    Rect: [left, bottom, left + width, bottom + height],
    P: ref(page),
    ...(appearance === null ? {} : { AP: dict({ N: ref(appearance) }) }),
  })
}

/** The list of a page's annotations stands in the page, or is an object of its own. */
function withAnnotation(file: PdfFile, number: number, page: PdfDict, widget: number): [number, PdfValue][] {
  const list = page.entries.get('Annots')
  const there = file.get(list)
  const annotations = [...(isArray(there) ? there : []), ref(widget)]
  if (isKind(list, 'ref')) return [[list.number, annotations]]
  return [[number, dict(new Map([...page.entries, ['Annots', annotations]]))]]
}

function withField(file: PdfFile, widget: number, free: number): [number, PdfValue][] {
  const root = file.trailer.entries.get('Root')
  const catalog = file.get(root)
  if (!isKind(root, 'ref') || !isKind(catalog, 'dict')) throw new SigningError('not_pdf', 'no catalogue')
  const given = catalog.entries.get('AcroForm')
  const there = file.get(given)
  const fields = file.get(entryOf(there, 'Fields'))
  const form = dict(new Map([...(isKind(there, 'dict') ? there.entries : []), ['Fields', [...(isArray(fields) ? fields : []), ref(widget)]], ['SigFlags', SIGNATURES_EXIST_APPEND_ONLY]]))
  if (isKind(given, 'ref')) return [[given.number, form]]
  return [
    [free, form],
    [root.number, dict(new Map([...catalog.entries, ['AcroForm', ref(free)]]))],
  ]
}

/** Writes in which bytes are signed, now that every length is known. */
function withRange(bytes: Buffer, object: number, room: number): PreparedSignature {
  const from = bytes.indexOf('/Contents <', object, 'latin1') + '/Contents '.length
  const to = from + room * 2 + 2
  const place = bytes.indexOf('/ByteRange [', object, 'latin1') + '/ByteRange ['.length
  const range = `0 ${from} ${to} ${bytes.length - to}`
  bytes.write(range.padEnd(RANGE_WIDTH * 3 + 4), place, 'latin1')
  const digest = createHash('sha256').update(bytes.subarray(0, from)).update(bytes.subarray(to)).digest()
  return { pdf: bytes, from, to, digest }
}

/**
 * Puts the envelope into its place, after having looked whether it signs this document.
 *
 * @throws SigningError `other_document` when it does not, `too_long` when there is not room enough
 */
export function completeSignature({ pdf, from, to }: PreparedSignature, envelope: Uint8Array): Uint8Array {
  const room = to - from - 2
  const hex = Buffer.from(envelope).toString('hex')
  if (hex.length > room) throw new SigningError('too_long', `${envelope.length} bytes`)
  const bytes = Buffer.from(pdf)
  if (!signsThis(envelope, [bytes.subarray(0, from), bytes.subarray(to)])) throw new SigningError('other_document')
  bytes.write(hex.padEnd(room, '0'), from + 1, 'latin1')
  return bytes
}

function signsThis(envelope: Uint8Array, parts: readonly Uint8Array[]): boolean {
  try {
    return answer('integrity', envelopeRemarks(openEnvelope(envelope), parts)).state !== 'bad'
  } catch {
    return false
  }
}

/**
 * Signs with a key at hand.
 *
 * @throws SigningError
 */
export function signPdf(pdf: Uint8Array, { key, certificate, chain }: SigningKey, request: Omit<SignatureRequest, 'name'> & { readonly name?: string }): Uint8Array {
  const prepared = prepareSignature(pdf, { ...request, name: request.name ?? nameOf(certificate).name ?? '' })
  const attributes = attributesToSign(prepared.digest, certificate)
  const signature = createSign('sha256').update(attributes).sign(key)
  return completeSignature(prepared, buildEnvelope({ certificate, chain, attributes, signature }))
}

/**
 * For a signer outside that signs digests (a token, a remote service): what is to be signed, and its SHA-256.
 *
 * @param certificate  of the signer, DER
 */
export function outsideRequest({ digest }: PreparedSignature, certificate: Uint8Array): { readonly attributes: Uint8Array; readonly digest: Uint8Array } {
  const attributes = attributesToSign(digest, certificateOf(certificate))
  return { attributes, digest: createHash('sha256').update(attributes).digest() }
}

/**
 * The envelope around what an outside signer has signed.
 *
 * @param signature  RSA PKCS#1 v1.5 or ECDSA (DER), with SHA-256, over the attributes of {@link outsideRequest}
 */
export function outsideEnvelope({ digest }: PreparedSignature, signature: Uint8Array, certificates: readonly [Uint8Array, ...Uint8Array[]], token?: Uint8Array): Uint8Array {
  const [certificate, ...chain] = certificates.map(certificateOf) as [Certificate, ...Certificate[]]
  return buildEnvelope({ certificate, chain, attributes: attributesToSign(digest, certificate), signature, ...(token === undefined ? {} : { token }) })
}
