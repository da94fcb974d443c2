import { crc32, deflateRawSync, deflateSync } from 'node:zlib'

/** Files made for tests: small, valid, with one thing in them that matters. */

export interface ZipEntry {
  readonly name: string
  readonly content: string | Uint8Array
  /** What the headers claim instead of the true size. */
  readonly claimedSize?: number
  readonly stored?: boolean
}

/** A ZIP archive of these entries. */
export function aZip(entries: readonly ZipEntry[]): Buffer {
  const locals: Buffer[] = []
  const centrals: Buffer[] = []
  let offset = 0
  for (const entry of entries) {
    const content = Buffer.from(entry.content)
    const packed = entry.stored ? content : deflateRawSync(content)
    const name = Buffer.from(entry.name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(0x0800, 2)
    common.writeUInt16LE(entry.stored ? 0 : 8, 4)
    common.writeUInt32LE(crc32(content), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(entry.claimedSize ?? content.length, 18)
    common.writeUInt16LE(name.length, 22)
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, name, packed])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    centrals.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), common, tail, name]))
    locals.push(local)
    offset += local.length
  }
  const directory = Buffer.concat(centrals)
  const end = Buffer.alloc(22)
  end.write('PK\u0005\u0006')
  end.writeUInt16LE(entries.length, 8)
  end.writeUInt16LE(entries.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}

const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const COMPATIBILITY = 'http://schemas.openxmlformats.org/markup-compatibility/2006'
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const namespaces = `xmlns:w="${WORD}" xmlns:mc="${COMPATIBILITY}"`

export interface DocxParts {
  /** The inside of `w:body`. */
  readonly body: string
  readonly styles?: string
  readonly numbering?: string
  readonly footnotes?: string
  /** The whole main part, instead of one around `body`. */
  readonly document?: string | Uint8Array
  readonly more?: readonly ZipEntry[]
}

/** A DOCX with these parts. */
export function aDocx(parts: DocxParts): Buffer {
  const optional = (name: string, root: string, inside: string | undefined): ZipEntry[] =>
    inside === undefined ? [] : [{ name: `word/${name}.xml`, content: `<w:${root} ${namespaces}>${inside}</w:${root}>` }]
  return aZip([
    { name: '[Content_Types].xml', content: '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>' },
    {
      name: '_rels/.rels',
      content: `<Relationships xmlns="x"><Relationship Id="r" Type="${RELATIONS}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    { name: 'word/document.xml', content: parts.document ?? `<w:document ${namespaces}><w:body>${parts.body}</w:body></w:document>` },
    ...optional('styles', 'styles', parts.styles),
    ...optional('numbering', 'numbering', parts.numbering),
    ...optional('footnotes', 'footnotes', parts.footnotes),
    ...(parts.more ?? []),
  ])
}

/** A paragraph of Word: text or runs, with paragraph and run properties as XML. */
export function wordParagraph(content: string, properties = '', run = ''): string {
  const runs = content.startsWith('<w:') ? content : wordRun(content, run)
  return `<w:p><w:pPr>${properties}</w:pPr>${runs}</w:p>`
}

export function wordRun(text: string, properties = ''): string {
  return `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`
}

/** A table of Word from rows of cells, a cell being its paragraphs as XML or one text. */
export function wordTable(rows: readonly (readonly string[])[], properties = ''): string {
  const cell = (content: string) => `<w:tc>${content.startsWith('<w:') ? content : wordParagraph(content)}</w:tc>`
  return `<w:tbl><w:tblPr>${properties}</w:tblPr>${rows.map((row) => `<w:tr>${row.map(cell).join('')}</w:tr>`).join('')}</w:tbl>`
}

export const RULED = `<w:tblBorders>${['top', 'left', 'bottom', 'right', 'insideH', 'insideV'].map((edge) => `<w:${edge} w:val="single"/>`).join('')}</w:tblBorders>`

export interface PdfText {
  readonly text: string
  readonly x: number
  /** From the top of the page. */
  readonly y: number
  readonly size?: number
  readonly face?: 'regular' | 'bold' | 'italic'
}

export interface PdfSheet {
  readonly texts: readonly PdfText[]
  /** Lines from [x, y] to [x, y], from the top. */
  readonly rules?: readonly (readonly [number, number, number, number])[]
}

export const A4 = { width: 595, height: 842 }
/** Every letter of the sample fonts is this wide, in letter sizes. */
export const LETTER_WIDTH = 0.5
const FACES = { regular: 'F1', bold: 'F2', italic: 'F3' }

/** A PDF of these pages, in fonts whose letters are all of one width. */
export function aPdf(sheets: readonly PdfSheet[]): Buffer {
  const fonts = ['SampleSerif', 'SampleSerif-Bold', 'SampleSerif-Italic']
  const fontAt = (at: number) => 3 + at * 3
  const pageAt = (at: number) => 3 + fonts.length * 3 + at * 2
  const kids = sheets.map((_, at) => `${pageAt(at)} 0 R`).join(' ')
  const resources = `<</Font<<${fonts.map((_, at) => `/F${at + 1} ${fontAt(at)} 0 R`).join(' ')}>>>>`
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>',
    `<</Type/Pages/Count ${sheets.length}/Kids[${kids}]>>`,
    ...fonts.flatMap((name, at) => [
      `<</Type/Font/Subtype/Type0/BaseFont/${name}/Encoding/Identity-H/DescendantFonts[${fontAt(at) + 1} 0 R]/ToUnicode ${fontAt(at) + 2} 0 R>>`,
      `<</Type/Font/Subtype/CIDFontType2/BaseFont/${name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/DW ${LETTER_WIDTH * 1000}/FontDescriptor<</Type/FontDescriptor/FontName/${name}/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>>>`,
      pdfStream(toUnicodeMap()),
    ]),
    ...sheets.flatMap((sheet, at) => [
      `<</Type/Page/Parent 2 0 R/MediaBox[0 0 ${A4.width} ${A4.height}]/Contents ${pageAt(at) + 1} 0 R/Resources${resources}>>`,
      pdfStream(pageContent(sheet)),
    ]),
  ])
}

function pageContent({ texts, rules = [] }: PdfSheet): string {
  const hex = (text: string) => Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('')
  return [
    ...texts.map(({ text, x, y, size = 13, face = 'regular' }) => `BT /${FACES[face]} ${size} Tf ${x} ${A4.height - y} Td <${hex(text)}> Tj ET`),
    ...rules.map(([x1, y1, x2, y2]) => `${x1} ${A4.height - y1} m ${x2} ${A4.height - y2} l S`),
  ].join('\n')
}

/** Codes are the letters themselves, in ranges of one high byte as the format asks. */
function toUnicodeMap(): string {
  // Latin, Vietnamese, punctuation.
  const high = ['00', '01', '03', '1e', '20']
  const ranges = high.map((byte) => `<${byte}00> <${byte}ff> <${byte}00>`).join('\n')
  return `/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange ${high.length} beginbfrange\n${ranges}\nendbfrange endcmap end end`
}

/** A compressed stream object. */
export function pdfStream(content: string | Uint8Array, extra = ''): Buffer {
  const packed = deflateSync(Buffer.from(content))
  return Buffer.concat([Buffer.from(`<</Filter/FlateDecode/Length ${packed.length}${extra}>>stream\n`), packed, Buffer.from('\nendstream')])
}

/** A PDF of these numbered objects, the first being the catalogue. */
export function pdfOf(objects: readonly (string | Uint8Array)[], trailer = ''): Buffer {
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n', 'latin1')]
  const offsets: number[] = []
  let length = parts[0]?.length ?? 0
  const add = (part: Uint8Array) => {
    parts.push(part)
    length += part.length
  }
  objects.forEach((object, at) => {
    offsets.push(length)
    add(Buffer.concat([Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(object), Buffer.from('\nendobj\n')]))
  })
  const start = length
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  add(Buffer.from(`xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer<</Size ${objects.length + 1}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF`))
  return Buffer.concat(parts)
}

/** Text set between margins, broken where the next word does not fit. */
export function typeset(
  text: string,
  { x = 85, y, width = 425, indent = 0, size = 13, face = 'regular', pitch = 17 }: Partial<PdfText> & { y: number; width?: number; indent?: number; pitch?: number },
): PdfText[] {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const line = lines.at(-1)
    const room = width - (lines.length <= 1 ? indent : 0)
    if (line !== undefined && (line.length + 1 + word.length) * size * LETTER_WIDTH <= room) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(word)
  }
  return lines.map((line, at) => ({ text: line, x: x + (at === 0 ? indent : 0), y: y + at * pitch, size, face }))
}

/** Text in the middle between two edges. */
export function centred(text: string, y: number, { from = 85, to = 510, size = 13, face = 'bold' as PdfText['face'] } = {}): PdfText {
  const width = text.length * size * LETTER_WIDTH
  return { text, x: (from + to - width) / 2, y, size, ...(face === undefined ? {} : { face }) }
}
