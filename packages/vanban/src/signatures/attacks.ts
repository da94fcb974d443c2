import { createHash, createSign } from 'node:crypto'
import { attributesToSign, buildEnvelope } from './build-envelope.ts'
import type { RemarkCode, ReportProblem } from './answers.ts'
import { signaturesOf } from './fields.ts'
import { parserAt } from './pdf-parser.ts'
import { openPdf, type PdfFile } from './pdf-file.ts'
import { appendRevision, nextNumber } from './pdf-update.ts'
import { dict, isArray, isKind, name, ref, text, type PdfDict, type PdfValue } from './pdf-values.ts'
import { aPlainPdf, NUMBERS } from './sample-files.ts'
import { prepareSignature, signPdf } from './sign.ts'
import type { SigningKey } from './signing-key.ts'

// Every known way to show what nobody signed, made from a signed file. Tests hold that each is named.

export interface Attack {
  /** As it stands in the table of docs/signatures.md. */
  readonly name: string
  readonly family: 'incremental saving' | 'shadow' | 'wrapping' | 'forged values' | 'altered bytes'
  readonly bytes: Uint8Array
  /** What the first signature, or the report, must say. */
  readonly said: RemarkCode<'integrity'> | RemarkCode<'later'> | ReportProblem
}

const AT = new Date('2026-03-06T07:05:21Z')

/** @param key signs the file, @param second another signer of the same authority */
export function attacks(key: SigningKey, second: SigningKey): Attack[] {
  const signed = Buffer.from(signPdf(aPlainPdf(), key, { at: AT }))
  const file = openPdf(signed)
  return [...incrementalAttacks(signed, file, second), ...shadowAttacks(signed, file), ...forgedValues(signed, file), ...wrappingAttacks(signed, file, key), ...alteredBytes(signed, key)]
}

const object = (source: string): PdfValue => parserAt(Buffer.from(source, 'latin1'), 0).value()

function stream(content: string, entries: Readonly<Record<string, PdfValue>> = {}): PdfValue {
  const packed = Buffer.from(content, 'latin1')
  return { kind: 'stream', dict: dict({ ...entries, Length: packed.length }), packed }
}

function changed(file: PdfFile, number: number, entries: Readonly<Record<string, PdfValue>>): PdfValue {
  const value = file.get(ref(number))
  return dict(new Map([...(isKind(value, 'dict') ? value.entries : []), ...Object.entries(entries)]))
}

function saved(file: PdfFile, objects: Readonly<Record<number, PdfValue>>): Buffer {
  return appendRevision(file, new Map(Object.entries(objects).map(([number, value]) => [Number(number), value]))).bytes
}

function incrementalAttacks(signed: Buffer, file: PdfFile, second: SigningKey): Attack[] {
  const free = nextNumber(file)
  const make = (what: string, said: Attack['said'], bytes: Uint8Array): Attack => ({ name: what, family: 'incremental saving', bytes, said })
  const later = (what: string, said: Attack['said'], objects: Readonly<Record<number, PdfValue>>) => make(what, said, saved(file, objects))
  const annotations = (entries: PdfValue[]) => changed(file, NUMBERS.first, { Annots: [ref(NUMBERS.field), ...signatureWidgets(file), ...entries] })
  const note = object('<</Type/Annot/Subtype/FreeText/Rect[100 400 300 440]/Contents(9.000.000)/F 4>>')
  const broken = Buffer.from(signPdf(signed, second, { at: AT, stamp: { place: { page: 1, left: 100, bottom: 100, width: 100, height: 40 }, lines: ['A'] } }))
  broken.write('9', signed.length + broken.subarray(signed.length).indexOf('/Rect [1') + 7, 'latin1')
  return [
    later('the text of a page is overwritten', 'content_changed', { [NUMBERS.content]: stream('BT /F1 14 Tf 72 700 Td (Kinh phi: 9.000.000) Tj ET') }),
    later('a page gets another size', 'content_changed', { [NUMBERS.first]: changed(file, NUMBERS.first, { MediaBox: [0, 0, 595, 400] }) }),
    later('a page is turned', 'content_changed', { [NUMBERS.pages]: changed(file, NUMBERS.pages, { Rotate: 180 }) }),
    later('a page is added', 'pages_changed', { [NUMBERS.pages]: object(`<</Type/Pages/Count 3/Kids[3 0 R 4 0 R ${free} 0 R]>>`), [free]: object('<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>') }),
    later('a page is taken away', 'pages_changed', { [NUMBERS.pages]: object('<</Type/Pages/Count 1/Kids[3 0 R]>>') }),
    later('two pages change places', 'content_changed', { [NUMBERS.pages]: object('<</Type/Pages/Count 2/Kids[4 0 R 3 0 R]>>') }),
    later('a note is drawn over the page', 'annotation_added', { [NUMBERS.first]: annotations([note]) }),
    later('a field of the form is taken off the page', 'annotation_removed', { [NUMBERS.first]: changed(file, NUMBERS.first, { Annots: [...signatureWidgets(file)] }) }),
    later('a field is added to the form', 'field_added', {
      [NUMBERS.form]: changed(file, NUMBERS.form, { Fields: [ref(NUMBERS.field), ...signatureWidgets(file), ref(free)] }),
      [free]: object('<</FT/Tx/T(moi)/V(1)>>'),
    }),
    later('the form asks every program to draw its fields anew', 'form_changed', { [NUMBERS.form]: changed(file, NUMBERS.form, { NeedAppearances: true }) }),
    later('a script runs when the file is opened', 'script_changed', { [NUMBERS.catalog]: changed(file, NUMBERS.catalog, { OpenAction: object('<</S/JavaScript/JS(app.alert\\(1\\))>>') }) }),
    later('a script is added by name', 'script_changed', { [NUMBERS.catalog]: changed(file, NUMBERS.catalog, { Names: object('<</JavaScript<</Names[(a)<</S/JavaScript/JS(1)>>]>>>>') }) }),
    later('a file is attached', 'files_changed', { [NUMBERS.catalog]: changed(file, NUMBERS.catalog, { Names: object('<</EmbeddedFiles<</Names[(a)<</Type/Filespec/F(a.exe)>>]>>>>') }) }),
    later('what a screen reader reads is changed', 'structure_changed', { [NUMBERS.catalog]: changed(file, NUMBERS.catalog, { StructTreeRoot: object('<</Type/StructTreeRoot/K<</S/P/ActualText(9.000.000)>>>>') }) }),
    later('something is added to the catalogue', 'catalog_changed', { [NUMBERS.catalog]: changed(file, NUMBERS.catalog, { Outlines: object('<</Type/Outlines/Count 0>>') }) }),
    make('objects are appended without cross references', 'loose_objects', Buffer.concat([signed, Buffer.from(`${NUMBERS.content} 0 obj\n<</Length 3>>\nstream\n1 g\nendstream\nendobj\n`)])),
    make('objects are appended with a trailer but without cross references', 'loose_objects', Buffer.concat([signed, Buffer.from(`${NUMBERS.content} 0 obj\nnull\nendobj\ntrailer\n<</Root 1 0 R>>\n`)])),
    make('a remark is appended', 'trailing_bytes', Buffer.concat([signed, Buffer.from('% ghi chú\n')])),
    make('cross references that lead nowhere are appended', 'malformed', Buffer.concat([signed, Buffer.from('startxref\n7\n%%EOF\n')])),
    make('a later signature covers the page with its stamp', 'stamp_covers', signPdf(signed, second, { at: AT, stamp: { place: { page: 1, left: 0, bottom: 0, width: 595, height: 842 }, lines: ['9.000.000'] } })),
    make('a stamp is drawn by a later signature that is broken', 'later_signature_bad', broken),
    make('the signature is copied into a later revision', 'contents_elsewhere', copiedSignature(file)),
  ]
}

function signatureWidgets(file: PdfFile): PdfValue[] {
  return signaturesOf(file).flatMap(({ field }) => (field.number === null ? [] : [ref(field.number)]))
}

function theSignature(file: PdfFile): { readonly dict: PdfDict; readonly number: number; readonly field: number } {
  const [found] = signaturesOf(file)
  if (found?.number === undefined || found.number === null || found.field.number === null) throw new Error('not signed')
  return { dict: found.dict, number: found.number, field: found.field.number }
}

function copiedSignature(file: PdfFile): Buffer {
  const { dict: signature, field } = theSignature(file)
  const free = nextNumber(file)
  return saved(file, { [free]: signature, [field]: changed(file, field, { V: ref(free) }), [NUMBERS.content]: stream('1 g') })
}

/** What is shown later was prepared before the signature. @source Mainka, Mladenov, Rohlmann: Shadow Attacks, NDSS 2021 */
function shadowAttacks(signed: Buffer, file: PdfFile): Attack[] {
  const make = (what: string, said: Attack['said'], bytes: Uint8Array): Attack => ({ name: what, family: 'shadow', bytes, said })
  const otherRoot = { ...file, trailer: dict(new Map([...file.trailer.entries, ['Root', ref(NUMBERS.otherCatalog)]])) }
  const withoutForm = saved(otherRoot, { [NUMBERS.otherCatalog]: object('<</Type/Catalog/Pages 13 0 R>>') })
  return [
    make('hide: what covered a text is taken away', 'content_changed', saved(file, { [NUMBERS.cover]: stream('', { Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, 1, 1] }) })),
    make('hide: the cover is declared free', 'content_changed', freed(signed, file, NUMBERS.cover)),
    make('hide: a layer is switched off', 'layers_changed', saved(file, { [NUMBERS.catalog]: changed(file, NUMBERS.catalog, { OCProperties: object('<</OCGs[15 0 R]/D<</OFF[15 0 R]>>>>') }) })),
    make('replace: a field of the form shows another value', 'field_changed', saved(file, { [NUMBERS.field]: changed(file, NUMBERS.field, { V: text('90') }) })),
    make('replace: the font draws other letters', 'content_changed', saved(file, { [NUMBERS.font]: object('<</Type/Font/Subtype/Type1/BaseFont/Symbol>>') })),
    make('hide and replace: the file begins at another catalogue', 'root_replaced', saved(otherRoot, { [NUMBERS.otherContent]: stream('BT (x) Tj ET') })),
    make('hide and replace: the other catalogue names no signature', 'hidden_signatures', withoutForm),
    make('hide and replace: a page points to content that was signed unseen', 'content_changed', saved(file, { [NUMBERS.first]: changed(file, NUMBERS.first, { Contents: ref(NUMBERS.otherContent) }) })),
    make('hide and replace: cross references lead to another object', 'later_unreadable', redirected(signed, file)),
  ]
}

function freed(signed: Buffer, file: PdfFile, number: number): Buffer {
  const table = `xref\n${number} 1\n0000000000 00001 f \ntrailer\n<</Size ${nextNumber(file)}/Root 1 0 R/Prev ${file.startxref}>>\nstartxref\n${signed.length}\n%%EOF\n`
  return Buffer.concat([signed, Buffer.from(table)])
}

function redirected(signed: Buffer, file: PdfFile): Buffer {
  const place = file.places.get(NUMBERS.otherContent)
  const offset = place?.kind === 'file' ? place.offset : 0
  const table = `xref\n${NUMBERS.content} 1\n${String(offset).padStart(10, '0')} 00000 n \ntrailer\n<</Size ${nextNumber(file)}/Root 1 0 R/Prev ${file.startxref}>>\nstartxref\n${signed.length}\n%%EOF\n`
  return Buffer.concat([signed, Buffer.from(table)])
}

/** The signature is given values with which programs have skipped the test. @source Mladenov et al.: 1 Trillion Dollar Refund, CCS 2019 (USF) */
function forgedValues(signed: Buffer, file: PdfFile): Attack[] {
  const { dict: signature, number } = theSignature(file)
  const without = (key: string) => dict(new Map([...signature.entries].filter(([own]) => own !== key)))
  const put = (key: string, value: PdfValue) => dict(new Map([...signature.entries, [key, value]]))
  const range = signature.entries.get('ByteRange')
  const numbers = isArray(range) ? range : []
  const make = (what: string, said: Attack['said'], value: PdfValue): Attack => ({ name: what, family: 'forged values', said, bytes: saved(file, { [number]: value, [NUMBERS.content]: stream('1 g') }) })
  const hex = (bytes: Buffer): PdfValue => ({ kind: 'string', bytes, isHex: true, from: 0, to: 0 })
  const twice = Buffer.concat([signed.subarray(0, signed.indexOf('/ByteRange [')), Buffer.from('/ByteRange [0 1 2 3] '), signed.subarray(signed.indexOf('/ByteRange ['))])
  return [
    make('the signature has no value', 'contents_missing', without('Contents')),
    make('its value is null', 'contents_missing', put('Contents', null)),
    make('its value is empty', 'contents_missing', put('Contents', hex(Buffer.alloc(0)))),
    make('its value is zeros', 'contents_missing', put('Contents', hex(Buffer.alloc(100)))),
    make('its value is another object', 'contents_elsewhere', put('Contents', signature.entries.get('Contents') ?? null)),
    make('it names no range of bytes', 'range_missing', without('ByteRange')),
    make('its range is null', 'range_missing', put('ByteRange', null)),
    make('its range is no list', 'range_wrong', put('ByteRange', 7)),
    make('its range has two numbers', 'range_wrong', put('ByteRange', numbers.slice(0, 2))),
    make('its range is zeros', 'range_wrong', put('ByteRange', [0, 0, 0, 0])),
    make('its range is negative', 'range_wrong', put('ByteRange', [0, -1, -1, 0])),
    make('its range is words', 'range_wrong', put('ByteRange', [name('a'), name('b'), name('c'), name('d')])),
    make('its range ends behind the file', 'range_wrong', put('ByteRange', [0, 1, 2, 99_999_999])),
    { name: 'it has two ranges of bytes', family: 'forged values', said: 'malformed', bytes: twice },
  ]
}

/** Between the parts that are signed stands more than the value. @source the same (SWA) */
function wrappingAttacks(signed: Buffer, file: PdfFile, key: SigningKey): Attack[] {
  const make = (what: string, said: Attack['said'], bytes: Uint8Array): Attack => ({ name: what, family: 'wrapping', bytes, said })
  const prepared = prepareSignature(aPlainPdf(), { name: 'A', at: AT })
  const holed = (from: number, to: number, start = 0, shorter = 0) => signedWithRange(prepared, key, [start, from - start, to, prepared.pdf.length - to - shorter])
  return [
    make('the second part is moved and objects are put before it', 'range_gap', wrapped(signed, file)),
    make('a blank is left before the value', 'range_gap', holed(prepared.from - 1, prepared.to)),
    make('a hole is left behind the value', 'range_gap', holed(prepared.from, prepared.to + 2)),
    make('the range does not begin at the first byte', 'range_start', holed(prepared.from, prepared.to, 9)),
    make('the range ends before the file does', 'range_end', holed(prepared.from, prepared.to, 0, 7)),
  ]
}

/** As a program would that leaves holes. */
function signedWithRange({ pdf, from, to }: ReturnType<typeof prepareSignature>, key: SigningKey, range: readonly [number, number, number, number]): Buffer {
  const bytes = Buffer.from(pdf)
  const place = bytes.indexOf('/ByteRange [') + '/ByteRange ['.length
  bytes.write(range.join(' ').padEnd(bytes.indexOf(']', place) - place), place, 'latin1')
  const [start, length, second, rest] = range
  const digest = createHash('sha256').update(bytes.subarray(start, start + length)).update(bytes.subarray(second, second + rest)).digest()
  const attributes = attributesToSign(digest, key.certificate)
  const signature = createSign('sha256').update(attributes).sign(key.key)
  bytes.write(Buffer.from(buildEnvelope({ ...key, attributes, signature })).toString('hex').padEnd(to - from - 2, '0'), from + 1, 'latin1')
  return bytes
}

/** The cross references of the signed end now fall on those of the attacker. */
function wrapped(signed: Buffer, file: PdfFile): Buffer {
  const { dict: signature, number } = theSignature(file)
  const range = signature.entries.get('ByteRange')
  const [, length = 0, second = 0, rest = 0] = isArray(range) ? range.map(Number) : []
  const head = signed.subarray(0, second)
  const tail = signed.subarray(second, second + rest)
  const filling = Buffer.alloc(file.startxref - second, 0x20)
  const evil = Buffer.from(`${NUMBERS.content} 0 obj\n<</Length 3>>\nstream\n1 g\nendstream\nendobj\n`)
  const hex = signed.subarray(length, second).toString('latin1')
  const sizes = [...file.places].map(([own, place]) => [own, place.kind === 'file' ? place.offset : 0] as const).filter(([own]) => own > 0)
  const table = (places: ReadonlyMap<number, number>) =>
    Buffer.from(`xref\n${sizes.map(([own, offset]) => `${own} 1\n${String(places.get(own) ?? offset).padStart(10, '0')} 00000 n \n`).join('')}trailer\n<</Size ${nextNumber(file)}/Root 1 0 R>>\n`)
  const copy = (moved: number) => Buffer.from(`${number} 0 obj\n<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/ByteRange [0 ${length} ${String(moved).padStart(8, '0')} ${rest}]/Contents ${hex}>>\nendobj\n`, 'latin1')
  const evilAt = file.startxref + table(new Map()).length
  const copyAt = evilAt + evil.length
  const moved = copyAt + copy(0).length
  const behind = sizes.flatMap(([own, offset]): [number, number][] => (offset >= second ? [[own, offset - second + moved]] : []))
  const places = new Map([...behind, [NUMBERS.content, evilAt], [number, copyAt]])
  return Buffer.concat([head, filling, table(places), evil, copy(moved), tail])
}

function alteredBytes(signed: Buffer, key: SigningKey): Attack[] {
  const make = (what: string, said: Attack['said'], bytes: Uint8Array): Attack => ({ name: what, family: 'altered bytes', bytes, said })
  const from = signed.indexOf('/Contents <') + '/Contents <'.length
  const to = signed.indexOf('>', from)
  const altered = (change: (bytes: Buffer) => void) => {
    const bytes = Buffer.from(signed)
    change(bytes)
    return bytes
  }
  const letter = from + signed.toString('latin1', from, to).search(/[a-f]/)
  const other = signPdf(Buffer.concat([aPlainPdf(), Buffer.from('% khác\n%%EOF\n')]), key, { at: AT })
  const otherFrom = Buffer.from(other).indexOf('/Contents <') + '/Contents <'.length
  return [
    make('one byte of the text', 'digest_differs', altered((bytes) => bytes.writeUInt8((bytes[bytes.indexOf('/MediaBox') + 11] ?? 0) ^ 1, bytes.indexOf('/MediaBox') + 11))),
    make('the time that it claims', 'digest_differs', altered((bytes) => bytes.write('2025', bytes.indexOf('/M (D:') + 6, 'latin1'))),
    make('one byte behind the envelope', 'contents_altered', altered((bytes) => bytes.write('1', to - 1, 'latin1'))),
    make('a digit of the value in capitals', 'contents_altered', altered((bytes) => bytes.write(String.fromCharCode(bytes[letter] ?? 0).toUpperCase(), letter, 'latin1'))),
    make('the value of a signature of another file', 'digest_differs', altered((bytes) => Buffer.from(other).copy(bytes, from, otherFrom, otherFrom + to - from))),
    make('a value that is no envelope', 'envelope_unreadable', altered((bytes) => bytes.write('4142', from, 'latin1'))),
  ]
}
