import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'

/**
 * The measures of Tinos, the free twin of Times New Roman: every letter has the same width in both, so that rules and
 * line ends computed here hold for either.
 */
export type Face = 'regular' | 'bold' | 'italic' | 'boldItalic'

const FILES = {
  regular: '400Regular/Tinos_400Regular.ttf',
  bold: '700Bold/Tinos_700Bold.ttf',
  italic: '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  boldItalic: '700Bold_Italic/Tinos_700Bold_Italic.ttf',
} as const satisfies Record<Face, string>

export const FACES = Object.keys(FILES) as readonly Face[]

const MISSING = 0xffff
const advances = new Map<Face, Uint16Array>()

/** Where the font file of a face lies. */
export function fontPath(face: Face): string {
  return createRequire(import.meta.url).resolve(`@expo-google-fonts/tinos/${FILES[face]}`)
}

/** Width of a text on one line, in the unit of `size` (points). Characters the font lacks count as half a square. */
export function textWidth(text: string, face: Face, size: number): number {
  const table = advancesOf(face)
  let units = 0
  for (const character of text) {
    const advance = table[character.codePointAt(0) ?? 0]
    units += advance === undefined || advance === MISSING ? 1024 : advance
  }
  return (units * size) / 2048
}

/** Whether every face can print the character. */
export function canPrint(character: string): boolean {
  const codePoint = character.codePointAt(0) ?? 0
  return FACES.every((face) => (advancesOf(face)[codePoint] ?? MISSING) !== MISSING)
}

/** Pen moves of one character: an SVG path in units of 1/2048 of the type size, y down from the baseline. Empty for a blank. */
export function glyphPath(character: string, face: Face): string {
  const known = paths.get(face + character)
  if (known !== undefined) return known
  const font = fontOf(face)
  const path = outline(font, font.glyphs[character.codePointAt(0) ?? 0] ?? 0, [1, 0, 0, 1, 0, 0], 0)
  paths.set(face + character, path)
  return path
}

/** Outlines by face and character: no more than the font has. */
const paths = new Map<string, string>()

function advancesOf(face: Face): Uint16Array {
  const known = advances.get(face)
  if (known) return known
  const font = fontOf(face)
  const lastWidth = font.bytes.readUInt16BE(font.table('hhea') + 34) - 1
  const widths = font.table('hmtx')
  const table = font.glyphs.map((glyph) => (glyph === 0 ? MISSING : font.bytes.readUInt16BE(widths + 4 * Math.min(glyph, lastWidth))))
  advances.set(face, table)
  return table
}

interface Font {
  readonly bytes: Buffer
  /** Where a table begins. @throws when the font has none of that name */
  readonly table: (tag: string) => number
  /** Glyph of every character of the basic plane; 0 for none. */
  readonly glyphs: Uint16Array
}

const fonts = new Map<Face, Font>()

function fontOf(face: Face): Font {
  const known = fonts.get(face)
  if (known) return known
  const font = readFont(readFileSync(fontPath(face)))
  fonts.set(face, font)
  return font
}

function readFont(bytes: Buffer): Font {
  const tables = new Map<string, number>()
  for (let i = 0; i < bytes.readUInt16BE(4); i++) {
    const entry = 12 + 16 * i
    tables.set(bytes.toString('latin1', entry, entry + 4), bytes.readUInt32BE(entry + 8))
  }
  const table = (tag: string): number => {
    const offset = tables.get(tag)
    if (offset === undefined) throw new Error(`font without table ${tag}`)
    return offset
  }
  return { bytes, table, glyphs: readGlyphs(bytes, table('cmap')) }
}

/** The glyphs by character, from the table `cmap` (format 4). */
function readGlyphs(font: Buffer, cmap: number): Uint16Array {
  const map = cmap + font.readUInt32BE(cmap + 8)
  const segments = font.readUInt16BE(map + 6) / 2
  const result = new Uint16Array(0x10000)
  for (let i = 0; i < segments; i++) {
    const ends = map + 14 + 2 * i
    const starts = ends + 2 * segments + 2
    const deltas = starts + 2 * segments
    const rangeAt = deltas + 2 * segments
    const range = font.readUInt16BE(rangeAt)
    for (let code = font.readUInt16BE(starts); code <= font.readUInt16BE(ends) && code < 0xffff; code++) {
      const raw = range === 0 ? code : font.readUInt16BE(rangeAt + range + 2 * (code - font.readUInt16BE(starts)))
      if (raw !== 0) result[code] = (raw + font.readUInt16BE(deltas)) & 0xffff
    }
  }
  return result
}

/** x' = ax + cy + e, y' = bx + dy + f. */
type Placing = readonly [a: number, b: number, c: number, d: number, e: number, f: number]
const DEEPEST_GLYPH = 5

/** The outline of a glyph, from the tables `loca` and `glyf`; a letter with its accents is made of several. */
function outline(font: Font, glyph: number, placing: Placing, depth: number): string {
  const { bytes, table } = font
  const isLong = bytes.readInt16BE(table('head') + 50) === 1
  const offset = (own: number): number => (isLong ? bytes.readUInt32BE(table('loca') + 4 * own) : 2 * bytes.readUInt16BE(table('loca') + 2 * own))
  if (offset(glyph) === offset(glyph + 1)) return ''
  const at = table('glyf') + offset(glyph)
  const contours = bytes.readInt16BE(at)
  if (contours >= 0) return simpleOutline(bytes, at, contours, placing)
  return depth > DEEPEST_GLYPH ? '' : composedOutline(font, at, placing, depth)
}

function composedOutline(font: Font, start: number, placing: Placing, depth: number): string {
  const { bytes } = font
  let path = ''
  let at = start + 10
  for (let flags = 0x20; (flags & 0x20) !== 0; ) {
    flags = bytes.readUInt16BE(at)
    const part = bytes.readUInt16BE(at + 2)
    const isWide = (flags & 1) !== 0
    const [x, y] = isWide ? [bytes.readInt16BE(at + 4), bytes.readInt16BE(at + 6)] : [bytes.readInt8(at + 4), bytes.readInt8(at + 5)]
    at += isWide ? 8 : 6
    const scales = Array.from({ length: (flags & 8) !== 0 ? 1 : (flags & 0x40) !== 0 ? 2 : (flags & 0x80) !== 0 ? 4 : 0 }, (_, index) => bytes.readInt16BE(at + 2 * index) / 16384)
    at += 2 * scales.length
    const [a = 1, b = 0, c = 0, d = 1] = scales.length === 4 ? scales : [scales[0] ?? 1, 0, 0, scales[1] ?? scales[0] ?? 1]
    path += outline(font, part, within(placing, [a, b, c, d, x, y]), depth + 1)
  }
  return path
}

function within([a, b, c, d, e, f]: Placing, [a2, b2, c2, d2, e2, f2]: Placing): Placing {
  return [a * a2 + c * b2, b * a2 + d * b2, a * c2 + c * d2, b * c2 + d * d2, a * e2 + c * f2 + e, b * e2 + d * f2 + f]
}

interface OutlinePoint {
  readonly x: number
  readonly y: number
  readonly isOn: boolean
}

function simpleOutline(bytes: Buffer, at: number, contours: number, [a, b, c, d, e, f]: Placing): string {
  const ends = Array.from({ length: contours }, (_, index) => bytes.readUInt16BE(at + 10 + 2 * index))
  const count = (ends.at(-1) ?? -1) + 1
  let cursor = at + 10 + 2 * contours
  cursor += 2 + bytes.readUInt16BE(cursor)
  const flags: number[] = []
  while (flags.length < count) {
    const flag = bytes.readUInt8(cursor++)
    const times = (flag & 8) === 0 ? 1 : 1 + bytes.readUInt8(cursor++)
    for (let i = 0; i < times; i++) flags.push(flag)
  }
  const coordinates = (short: number, same: number): number[] => {
    let value = 0
    return flags.map((flag) => {
      if ((flag & short) !== 0) value += (flag & same) !== 0 ? bytes.readUInt8(cursor++) : -bytes.readUInt8(cursor++)
      else if ((flag & same) === 0) {
        value += bytes.readInt16BE(cursor)
        cursor += 2
      }
      return value
    })
  }
  const xs = coordinates(2, 16)
  const ys = coordinates(4, 32)
  const points = flags.map((flag, index): OutlinePoint => {
    const [x, y] = [xs[index] ?? 0, ys[index] ?? 0]
    return { x: a * x + c * y + e, y: -(b * x + d * y + f), isOn: (flag & 1) !== 0 }
  })
  return ends.map((end, index) => contourPath(points.slice(index === 0 ? 0 : (ends[index - 1] ?? -1) + 1, end + 1))).join('')
}

/** A closed contour of quadratic curves; between two points off the curve lies one on it. */
function contourPath(points: readonly OutlinePoint[]): string {
  const first = points.findIndex((point) => point.isOn)
  if (first < 0) return ''
  const round = [...points.slice(first), ...points.slice(0, first + 1)]
  const write = (own: { readonly x: number; readonly y: number }): string => `${Math.round(own.x)} ${Math.round(own.y)}`
  let path = ''
  let off: OutlinePoint | null = null
  for (const [index, point] of round.entries()) {
    if (index === 0) path += `M${write(point)}`
    else if (point.isOn) {
      path += off === null ? `L${write(point)}` : `Q${write(off)} ${write(point)}`
      off = null
    } else {
      if (off !== null) path += `Q${write(off)} ${write({ x: (off.x + point.x) / 2, y: (off.y + point.y) / 2 })}`
      off = point
    }
  }
  return `${path}Z`
}
