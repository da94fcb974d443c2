import type { PDFPageProxy, PdfEngine } from './pdf-engine.ts'
import { matrixOf, rulesOf, type Matrix, type Rule } from './pdf-rules.ts'

/** A stretch of text on a page; lengths in points, y counts down from the top of the page as it is shown. */
export interface PdfItem {
  readonly text: string
  readonly x: number
  readonly x2: number
  /** Of the baseline. */
  readonly y: number
  readonly size: number
  readonly bold: boolean
  readonly italic: boolean
  readonly font: string
  /** 0 to 1: how sure a recogniser of text is; not given for printed text. */
  readonly confidence?: number
}

export interface PdfPage {
  readonly number: number
  readonly width: number
  readonly height: number
  readonly items: readonly PdfItem[]
  readonly rules: readonly Rule[]
  /** The text is invisible: the layer that text recognition puts under a scan. */
  readonly isRecognised: boolean
}

interface Face {
  readonly bold: boolean
  readonly italic: boolean
  readonly font: string
}

const PLAIN: Face = { bold: false, italic: false, font: '' }
/** More items than any printed page holds; what is beyond is not read. */
const MAX_ITEMS = 50_000

/** The text and the ruling lines of one page, in the directions in which it is shown. */
export async function readPdfPage(pdfjs: PdfEngine, page: PDFPageProxy): Promise<PdfPage> {
  const content = await page.getTextContent({ includeMarkedContent: false })
  // Fonts get their names only when the drawing instructions are read.
  const operators = await page.getOperatorList()
  const pieces = content.items.filter((item) => 'str' in item).filter((item) => item.str !== '').slice(0, MAX_ITEMS)
  const turn = mainTurn(pieces.map((item) => [item.transform as number[], item.str.length] as const), page)
  const viewport = page.getViewport({ scale: 1, rotation: (page.rotate + turn) % 360 })
  const frame = matrixOf(viewport.transform)
  const faces = new Map<string, Face>()
  const faceOf = (name: string) => {
    const known = faces.get(name) ?? readFace(page, name)
    faces.set(name, known)
    return known
  }
  const items = pieces.flatMap((piece): PdfItem[] => {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = piece.transform as number[]
    const along = turned(frame, a, b)
    // Text across the page is a stamp or a watermark.
    if (Math.abs(along[1]) > Math.abs(along[0]) * 0.1 || along[0] < 0) return []
    const x = frame[0] * e + frame[2] * f + frame[4]
    const y = frame[1] * e + frame[3] * f + frame[5]
    const size = Math.hypot(c, d) || piece.height || 1
    return [{ text: piece.str, x, x2: x + piece.width, y, size, ...faceOf(piece.fontName) }]
  })
  return {
    number: page.pageNumber,
    width: viewport.width,
    height: viewport.height,
    items: items.flatMap(splitAtBlanks).filter((item) => Number.isFinite(item.x + item.x2 + item.y)),
    rules: rulesOf(operators, pdfjs.OPS, frame),
    isRecognised: isInvisible(operators, pdfjs.OPS),
  }
}

const turned = (frame: Matrix, a: number, b: number): readonly [number, number] => [
  frame[0] * a + frame[2] * b,
  frame[1] * a + frame[3] * b,
]

/** 0, or the quarter turn that most of the text needs: a wide table printed sideways on an upright page. */
function mainTurn(pieces: readonly (readonly [readonly number[], number])[], page: PDFPageProxy): number {
  const frame = matrixOf(page.getViewport({ scale: 1 }).transform)
  const letters = new Map<number, number>()
  for (const [[a = 0, b = 0], length] of pieces) {
    const [x, y] = turned(frame, a, b)
    const quarter = (Math.round(Math.atan2(y, x) / (Math.PI / 2)) * 90 + 360) % 360
    letters.set(quarter, (letters.get(quarter) ?? 0) + length)
  }
  const [most, count] = [...letters].toSorted((one, other) => other[1] - one[1])[0] ?? [0, 0]
  const all = [...letters.values()].reduce((sum, length) => sum + length, 0)
  return count > all * 0.6 ? (360 - most) % 360 : 0
}

interface LoadedFont {
  readonly name?: string
  readonly bold?: boolean
  readonly italic?: boolean
  readonly black?: boolean
  readonly data?: Uint8Array
}

function readFace(page: PDFPageProxy, id: string): Face {
  if (!page.commonObjs.has(id)) return PLAIN
  const font = page.commonObjs.get(id) as LoadedFont
  const name = font.name ?? ''
  const style = macStyleOf(font.data)
  return {
    bold: font.bold === true || font.black === true || /bold|black|heavy|[-,]bd\b|semibold|demi/i.test(name) || (style & 1) !== 0,
    italic: font.italic === true || /ital|obliq|kursiv/i.test(name) || (style & 2) !== 0,
    font: name,
  }
}

/** Bold (1) and italic (2) as the font file itself says: some writers name every font `CIDFont+F1`. */
function macStyleOf(data: Uint8Array | undefined): number {
  if (data === undefined || data.length < 12) return 0
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength)
  const tables = Math.min(view.getUint16(4), 64)
  for (let at = 12; at < 12 + tables * 16 && at + 16 <= data.length; at += 16) {
    if (view.getUint32(at) !== 0x68656164) continue // 'head'
    const offset = view.getUint32(at + 8)
    return offset + 46 <= data.length ? view.getUint16(offset + 44) & 3 : 0
  }
  return 0
}

/** Blanks typed to fill a gap part the text as a gap would. */
function splitAtBlanks(item: PdfItem): PdfItem[] {
  if (!/\S\s{4,}\S/.test(item.text)) return [item]
  const perLetter = (item.x2 - item.x) / item.text.length
  return Array.from(item.text.matchAll(/\S+(?:\s{1,3}\S+)*/g), (match) => ({
    ...item,
    text: match[0],
    x: item.x + match.index * perLetter,
    x2: item.x + (match.index + match[0].length) * perLetter,
  }))
}

interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}

function isInvisible(operators: Operators, ops: PdfEngine['OPS']): boolean {
  let invisible = 0
  let shown = 0
  let mode = 0
  operators.fnArray.forEach((operator, at) => {
    if (operator === ops.setTextRenderingMode) mode = Number((operators.argsArray[at] as readonly unknown[] | null)?.[0] ?? 0)
    if (operator !== ops.showText) return
    if (mode === 3) invisible += 1
    else shown += 1
  })
  return invisible > shown
}
