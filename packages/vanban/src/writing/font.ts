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

function advancesOf(face: Face): Uint16Array {
  const known = advances.get(face)
  if (known) return known
  const table = readAdvances(readFileSync(fontPath(face)))
  advances.set(face, table)
  return table
}

/** Advance width of every character of the basic plane, from the tables `cmap` (format 4), `hhea` and `hmtx`. */
function readAdvances(font: Buffer): Uint16Array {
  const tables = new Map<string, number>()
  for (let i = 0; i < font.readUInt16BE(4); i++) {
    const entry = 12 + 16 * i
    tables.set(font.toString('latin1', entry, entry + 4), font.readUInt32BE(entry + 8))
  }
  const table = (tag: string): number => {
    const offset = tables.get(tag)
    if (offset === undefined) throw new Error(`font without table ${tag}`)
    return offset
  }
  const lastWidth = font.readUInt16BE(table('hhea') + 34) - 1
  const widths = table('hmtx')
  const widthOf = (glyph: number): number => font.readUInt16BE(widths + 4 * Math.min(glyph, lastWidth))

  const cmap = table('cmap')
  const map = cmap + font.readUInt32BE(cmap + 8)
  const segments = font.readUInt16BE(map + 6) / 2
  const result = new Uint16Array(0x10000).fill(MISSING)
  for (let i = 0; i < segments; i++) {
    const ends = map + 14 + 2 * i
    const starts = ends + 2 * segments + 2
    const deltas = starts + 2 * segments
    const rangeAt = deltas + 2 * segments
    const range = font.readUInt16BE(rangeAt)
    for (let code = font.readUInt16BE(starts); code <= font.readUInt16BE(ends) && code < 0xffff; code++) {
      const raw = range === 0 ? code : font.readUInt16BE(rangeAt + range + 2 * (code - font.readUInt16BE(starts)))
      const glyph = raw === 0 ? 0 : (raw + font.readUInt16BE(deltas)) & 0xffff
      if (glyph !== 0) result[code] = widthOf(glyph)
    }
  }
  return result
}
