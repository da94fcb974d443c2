import type { PlainDate } from '#platform/clock.ts'

/** What is kept of a picture on the device. */
export interface ShrunkPicture {
  readonly content: Uint8Array<ArrayBuffer>
  readonly digest: string
  readonly takenOn: PlainDate | null
}

const LONGEST_SIDE = 1600
const MOST_BYTES = 300 * 1024
const QUALITIES = [0.8, 0.7, 0.6, 0.5, 0.4]

/**
 * A picture from the camera, small enough for a weak line: at most 1600 pixels a side and about 300 KB. What it told
 * beside the picture, the place above all, does not survive; the day is read before.
 *
 * @returns null for what is no picture that the browser can draw
 */
export async function shrinkPicture(file: Blob): Promise<ShrunkPicture | null> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (!bitmap) return null
  const scale = Math.min(1, LONGEST_SIDE / Math.max(bitmap.width, bitmap.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(bitmap.width * scale)
  canvas.height = Math.round(bitmap.height * scale)
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, canvas.width, canvas.height)
  bitmap.close()
  const small = await smallEnough(canvas)
  if (!small) return null
  const content = new Uint8Array(await small.arrayBuffer())
  return { content, digest: await digestOf(content), takenOn: dayTaken(await file.slice(0, 131_072).arrayBuffer()) }
}

async function smallEnough(canvas: HTMLCanvasElement): Promise<Blob | null> {
  let blob: Blob | null = null
  for (const quality of QUALITIES) {
    blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', quality))
    if (!blob || blob.size <= MOST_BYTES) return blob
  }
  return blob
}

async function digestOf(content: Uint8Array<ArrayBuffer>): Promise<string> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', content))
  return [...hash].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

/**
 * The day that a camera wrote into the head of a JPEG. The text is looked for as such: `2026:05:18 07:15:00` stands
 * nowhere else in the first 128 KB.
 *
 * @source CIPA DC-008 (Exif 2.32), 4.6.5: DateTimeOriginal is 19 characters and a zero
 */
export function dayTaken(head: ArrayBuffer): PlainDate | null {
  const text = new TextDecoder('latin1').decode(head)
  const start = text.indexOf('Exif\0\0')
  const [, year, month, day] = (start < 0 ? null : /((?:19|20)\d\d):(0[1-9]|1[0-2]):(0[1-9]|[12]\d|3[01]) \d\d:\d\d:\d\d\0/.exec(text.slice(start))) ?? []
  return year && month && day ? `${year}-${month}-${day}` : null
}
