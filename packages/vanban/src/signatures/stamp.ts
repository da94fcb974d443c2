import { deflateSync } from 'node:zlib'
import { glyphPath, textWidth } from '../writing/font.ts'
import { dict, name, ref, type PdfStream, type PdfValue } from './pdf-values.ts'

/** A place on a page in points, from its lower left corner. */
export interface StampPlace {
  /** From 1. */
  readonly page: number
  readonly left: number
  readonly bottom: number
  readonly width: number
  readonly height: number
}

/** A picture with its transparency: four bytes a point. */
export interface StampPicture {
  readonly width: number
  readonly height: number
  readonly rgba: Uint8Array
}

export interface Stamp {
  readonly place: StampPlace
  readonly picture?: StampPicture
  readonly lines?: readonly string[]
  /** Of the lines, in points; 10 when not given. */
  readonly size?: number
  readonly colour?: keyof typeof COLOURS
}

/** Signatures are blue, seals red, what stands beside an attached file is black. @source Nghị định 30/2020/NĐ-CP, Phụ lục I */
const COLOURS = { blue: '0 0.2 0.7', red: '0.86 0 0', black: '0 0 0' } as const
const LINE = 1.15
const SMALLEST = 5

/**
 * What a signature shows: its picture over the whole place, its lines from the top. Letters are drawn as outlines, so
 * that the file needs no font; what they say stands in the field for those who cannot see it.
 *
 * @param numbers  of the objects to be made: the picture and its transparency
 */
export function drawStamp({ place, picture, lines = [], size = 10, colour = 'black' }: Stamp, numbers: { readonly picture: number; readonly mask: number }): { readonly appearance: PdfStream; readonly objects: ReadonlyMap<number, PdfValue> } {
  const { width, height } = place
  const drawn = [...(picture ? [drawnPicture(picture, width, height)] : []), ...(lines.length > 0 ? [drawnLines(lines, width, height, size, colour)] : [])].join('\n')
  const packed = deflateSync(Buffer.from(drawn, 'latin1'))
  const resources = dict(picture ? { XObject: dict({ Im: ref(numbers.picture) }) } : {})
  const appearance: PdfStream = {
    kind: 'stream',
    dict: dict({ Type: name('XObject'), Subtype: name('Form'), BBox: [0, 0, width, height], Resources: resources, Filter: name('FlateDecode'), Length: packed.length }),
    packed,
  }
  return { appearance, objects: new Map(picture ? pictureObjects(picture, numbers) : []) }
}

function drawnPicture({ width, height }: StampPicture, most: number, high: number): string {
  const scale = Math.min(most / width, high / height)
  const [wide, tall] = [width * scale, height * scale]
  return `q ${fixed(wide)} 0 0 ${fixed(tall)} ${fixed((most - wide) / 2)} ${fixed((high - tall) / 2)} cm /Im Do Q`
}

function pictureObjects({ width, height, rgba }: StampPicture, numbers: { readonly picture: number; readonly mask: number }): [number, PdfValue][] {
  const [colours, mask] = [Buffer.alloc(width * height * 3), Buffer.alloc(width * height)]
  for (let point = 0; point < width * height; point++) {
    for (let channel = 0; channel < 3; channel++) colours[point * 3 + channel] = rgba[point * 4 + channel] ?? 0
    mask[point] = rgba[point * 4 + 3] ?? 255
  }
  const image = (data: Buffer, space: string, more: Record<string, PdfValue>): PdfStream => {
    const packed = deflateSync(data)
    const entries = { Type: name('XObject'), Subtype: name('Image'), Width: width, Height: height, ColorSpace: name(space), BitsPerComponent: 8, Filter: name('FlateDecode'), Length: packed.length, ...more }
    return { kind: 'stream', dict: dict(entries), packed }
  }
  return [
    [numbers.picture, image(colours, 'DeviceRGB', { SMask: ref(numbers.mask) })],
    [numbers.mask, image(mask, 'DeviceGray', {})],
  ]
}

function drawnLines(lines: readonly string[], width: number, height: number, size: number, colour: keyof typeof COLOURS): string {
  let own = size
  let broken = lines.flatMap((line) => wrapped(line, width, own))
  // A long name in a small place: smaller letters rather than lost ones.
  while (own > SMALLEST && broken.length * own * LINE > height) {
    own -= 0.5
    broken = lines.flatMap((line) => wrapped(line, width, own))
  }
  const scale = own / 2048
  return broken
    .map((line, index) => {
      let pen = 0
      return [...line]
        .map((character) => {
          const path = drawnGlyph(glyphPath(character, 'regular'))
          const letter = path === '' ? '' : `q ${scale.toFixed(6)} 0 0 ${scale.toFixed(6)} ${fixed(pen)} ${fixed(height - own * (0.9 + index * LINE))} cm ${path}f Q`
          pen += textWidth(character, 'regular', own)
          return letter
        })
        .filter((letter) => letter !== '')
        .join('\n')
    })
    .reduce((all, line) => `${all}\n${line}`, `${COLOURS[colour]} rg`)
}

function wrapped(line: string, width: number, size: number): string[] {
  const lines: string[] = []
  let current = ''
  for (const word of line.split(' ')) {
    const longer = current === '' ? word : `${current} ${word}`
    if (current !== '' && textWidth(longer, 'regular', size) > width) {
      lines.push(current)
      current = word
    } else current = longer
  }
  return current === '' ? lines : [...lines, current]
}

/** An SVG path as PDF operators, its axis turned up; a curve with one point between becomes one with two. */
function drawnGlyph(path: string): string {
  let [x, y] = [0, 0]
  return [...path.matchAll(/([MLQZ])([^MLQZ]*)/g)]
    .map(([, operator = '', written = '']) => {
      const [a = 0, b = 0, c = 0, d = 0] = written.trim().split(/[\s,]+/).map(Number)
      if (operator === 'Z') return 'h '
      if (operator === 'Q') {
        const curve = `${fixed(x + (2 / 3) * (a - x))} ${fixed(-(y + (2 / 3) * (b - y)))} ${fixed(c + (2 / 3) * (a - c))} ${fixed(-(d + (2 / 3) * (b - d)))} ${c} ${-d} c `
        ;[x, y] = [c, d]
        return curve
      }
      ;[x, y] = [a, b]
      return `${a} ${-b} ${operator === 'M' ? 'm' : 'l'} `
    })
    .join('')
}

const fixed = (value: number) => String(Math.round(value * 1000) / 1000)
