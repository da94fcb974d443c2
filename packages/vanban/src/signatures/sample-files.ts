import { pdfOf, pdfStream } from '../files/samples.ts'
import { deflateSync } from 'node:zlib'

// Small PDF files with everything that an attack needs: invented, for tests.

const text = (words: string) => pdfStream(`BT /F1 14 Tf 72 700 Td (${words}) Tj ET /Cover Do`)
const page = (contents: number, more = '') => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${contents} 0 R/Resources<</Font<</F1 6 0 R>>/XObject<</Cover 7 0 R>>>>${more}>>`

/** Numbers of the objects of {@link aPlainPdf}. */
export const NUMBERS = { catalog: 1, pages: 2, first: 3, second: 4, content: 5, font: 6, cover: 7, form: 8, field: 9, otherContent: 11, otherCatalog: 12, otherPages: 13 } as const

const OBJECTS = [
  `<</Type/Catalog/Pages 2 0 R/AcroForm 8 0 R/OCProperties<</OCGs[15 0 R]/D<</ON[15 0 R]>>>>>>`,
  '<</Type/Pages/Count 2/Kids[3 0 R 4 0 R]>>',
  page(5, '/Annots[9 0 R]'),
  page(10),
  text('Kinh phi: 1.000.000'),
  '<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>',
  // Hides what lies beneath until it is taken away.
  pdfStream('1 g 300 690 100 20 re f', '/Type/XObject/Subtype/Form/BBox[0 0 595 842]'),
  '<</Fields[9 0 R]/DA(/F1 12 Tf)/DR<</Font<</F1 6 0 R>>>>>>',
  '<</Type/Annot/Subtype/Widget/FT/Tx/T(so)/V(10)/Rect[300 600 400 620]/P 3 0 R/F 4>>',
  text('Trang hai'),
  text('Kinh phi: 9.000.000'),
  '<</Type/Catalog/Pages 13 0 R/AcroForm 8 0 R/OCProperties<</OCGs[15 0 R]/D<</ON[15 0 R]>>>>>>',
  '<</Type/Pages/Count 2/Kids[14 0 R 4 0 R]>>',
  page(11).replace('/Parent 2', '/Parent 13'),
  '<</Type/OCG/Name(Lop)>>',
] as const

/** Two pages with a cover, a form and, out of sight, another content and another catalogue. */
export function aPlainPdf(): Buffer {
  return pdfOf(OBJECTS)
}

/** The same with packed objects and a stream of cross references, as newer programs write. */
export function aPackedPdf(): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\n', 'latin1')]
  const length = () => parts.reduce((sum, part) => sum + part.length, 0)
  const rows: [number, number, number][] = [[0, 0, 65535]]
  const packed: { readonly number: number; readonly text: string }[] = []
  const streamNumber = OBJECTS.length + 1
  OBJECTS.forEach((object, index) => {
    if (typeof object === 'string') {
      rows.push([2, streamNumber, packed.length])
      packed.push({ number: index + 1, text: object })
    } else {
      rows.push([1, length(), 0])
      parts.push(Buffer.concat([Buffer.from(`${index + 1} 0 obj\n`), object, Buffer.from('\nendobj\n')]))
    }
  })
  const offsets = packed.map((_, index) => packed.slice(0, index).reduce((sum, { text }) => sum + text.length + 1, 0))
  const head = packed.map(({ number }, index) => `${number} ${offsets[index] ?? 0}`).join(' ')
  rows.push([1, length(), 0])
  parts.push(streamObject(streamNumber, Buffer.from(`${head}\n${packed.map(({ text }) => text).join('\n')}`, 'latin1'), `/Type/ObjStm/N ${packed.length}/First ${head.length + 1}`))
  const start = length()
  rows.push([1, start, 0])
  const table = Buffer.concat(
    rows.map(([kind, second, third]) => {
      const row = Buffer.alloc(7)
      row.writeUInt8(kind, 0)
      row.writeUInt32BE(second, 1)
      row.writeUInt16BE(third, 5)
      return row
    }),
  )
  parts.push(streamObject(streamNumber + 1, table, `/Type/XRef/W[1 4 2]/Size ${rows.length}/Root 1 0 R`), Buffer.from(`startxref\n${start}\n%%EOF\n`))
  return Buffer.concat(parts)
}

function streamObject(number: number, data: Buffer, entries: string): Buffer {
  const packed = deflateSync(data)
  return Buffer.concat([Buffer.from(`${number} 0 obj\n<<${entries}/Filter/FlateDecode/Length ${packed.length}>>\nstream\n`), packed, Buffer.from('\nendstream\nendobj\n')])
}
