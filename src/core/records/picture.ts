import sharp, { type Sharp } from 'sharp'
import type { PlainDate } from '#platform/clock.ts'
import { dayTaken } from './exif.ts'
import { CROPS, differenceHash, HASH_SIDE } from './model/picture-hash.ts'

/** A side longer than this is shrunk: enough to print on half a page. */
const LONGEST_SIDE = 2048
const THUMBNAIL_SIDE = 320
/** Large enough that its parts keep nine distinct pixels a side. */
const HASH_FROM = 360
/** A 100-megapixel picture is no photo of a school; more is a bomb. */
const MOST_PIXELS = 100_000_000

export interface Picture {
  /** JPEG without any metadata, at most 2048 pixels a side, turned upright. */
  readonly bytes: Buffer
  readonly thumbnail: Buffer
  /** The day that the picture told before its metadata were dropped. */
  readonly takenOn: PlainDate | null
  /** Of the whole and of its parts, see `isSamePicture`; empty for a picture too plain to compare. */
  readonly hashes: readonly string[]
}

/**
 * Makes a picture fit to be kept: upright, shrunk, and without the place where it was taken or anything else that it
 * told beside the picture itself. The day it was taken is read before.
 *
 * @param file  path of what was sent, or its bytes where it must not touch the disk
 * @returns null when it is no JPEG, PNG or WebP picture that can be read whole
 */
export async function cleanPicture(file: string | Buffer): Promise<Picture | null> {
  const source = sharp(file, { limitInputPixels: MOST_PIXELS, failOn: 'truncated' })
  try {
    const { format, exif } = await source.metadata()
    if (!['jpeg', 'png', 'webp'].includes(format)) return null
    const upright = await source.rotate().flatten({ background: '#ffffff' }).resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true }).raw().toBuffer({ resolveWithObject: true })
    const { width, height, channels } = upright.info
    const again = () => sharp(upright.data, { raw: { width, height, channels } })
    return {
      // Without `keepMetadata` nothing but the pixels is written.
      bytes: await again().jpeg({ quality: 80, mozjpeg: true }).toBuffer(),
      thumbnail: await again().resize({ width: THUMBNAIL_SIDE, height: THUMBNAIL_SIDE, fit: 'inside', withoutEnlargement: true }).jpeg({ quality: 70 }).toBuffer(),
      takenOn: exif ? dayTaken(exif) : null,
      hashes: await hashesOf(await again().resize(HASH_FROM, HASH_FROM, { fit: 'fill' }).greyscale().raw().toBuffer()),
    }
  } catch (error) {
    // The library has one kind of error for whatever it cannot decode.
    if (error instanceof Error && /unsupported|corrupt|truncated|premature|exceeds|Input file|VipsJpeg|pngload|webp|end of (stream|file)/i.test(error.message)) return null
    throw error
  }
}

/** @param grey  the picture, squeezed into a square of `HASH_FROM` pixels a side */
async function hashesOf(grey: Buffer): Promise<string[]> {
  const again = (): Sharp => sharp(grey, { raw: { width: HASH_FROM, height: HASH_FROM, channels: 1 } })
  const found = await Promise.all(
    CROPS.map(async ([left, top, width, height]) => {
      const part = { left: Math.round(left * HASH_FROM), top: Math.round(top * HASH_FROM), width: Math.floor(width * HASH_FROM), height: Math.floor(height * HASH_FROM) }
      return differenceHash(await again().extract(part).resize(HASH_SIDE, HASH_SIDE, { fit: 'fill' }).greyscale().raw().toBuffer())
    }),
  )
  // The first one stands for the whole: without it nothing is compared.
  return found[0] === null ? [] : found.filter((hash) => hash !== null)
}
