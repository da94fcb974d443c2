import type { PlainDate } from '#platform/clock.ts'
import { isDay } from './model/check-values.ts'

const DATE_TIME = 0x0132
const EXIF_FOLDER = 0x8769
const DATE_TIME_ORIGINAL = 0x9003

/**
 * The day on which a camera says that it took a picture: DateTimeOriginal, else DateTime, of an EXIF block as `sharp`
 * hands it over. Null when the block tells none, or is broken. Nothing else of the block is read.
 *
 * @source CIPA DC-008 (Exif 2.32), 4.6.2 and 4.6.5
 */
export function dayTaken(exif: Uint8Array): PlainDate | null {
  const start = Buffer.from(exif.subarray(0, 6)).toString('latin1') === 'Exif\0\0' ? 6 : 0
  const tiff = Buffer.from(exif.buffer, exif.byteOffset + start, exif.length - start)
  try {
    const isLittle = tiff.toString('latin1', 0, 2) === 'II'
    const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
    const long = (at: number) => (isLittle ? tiff.readUInt32LE(at) : tiff.readUInt32BE(at))
    const entryOf = (folder: number, tag: number): number | null => {
      const found = Array.from({ length: short(folder) }, (_, at) => folder + 2 + at * 12).find((entry) => short(entry) === tag)
      return found ?? null
    }
    const textOf = (entry: number | null) => (entry === null ? null : tiff.toString('latin1', long(entry + 8), long(entry + 8) + 10))
    const main = long(4)
    const inner = entryOf(main, EXIF_FOLDER)
    const text = (inner === null ? null : textOf(entryOf(long(inner + 8), DATE_TIME_ORIGINAL))) ?? textOf(entryOf(main, DATE_TIME))
    const day = text?.replaceAll(':', '-') ?? ''
    return isDay(day) ? day : null
  } catch (error) {
    // A block that points outside itself is broken: the picture is still a picture.
    if (error instanceof RangeError) return null
    throw error
  }
}
