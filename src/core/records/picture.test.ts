import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import sharp, { type Sharp } from 'sharp'
import { afterAll, describe, expect, it } from 'vitest'
import { dayTaken } from './exif.ts'
import { isSamePicture } from './model/picture-hash.ts'
import { cleanPicture, type Picture } from './picture.ts'

const folder = mkdtempSync(join(tmpdir(), 'songhanh-pictures-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

let count = 0
async function clean(bytes: Uint8Array): Promise<Picture | null> {
  const file = join(folder, `${++count}`)
  writeFileSync(file, bytes)
  return cleanPicture(file)
}

/** A picture of shapes that no two seeds share. */
function scene(seed: number, width = 1300, height = 950): Sharp {
  let state = seed * 7919 + 13
  const next = (most: number) => (state = (state * 48271) % 2147483647) % most
  const shapes = Array.from({ length: 40 }, () => `<rect x="${next(width)}" y="${next(height)}" width="${75 + next(350)}" height="${75 + next(300)}" fill="rgb(${next(256)},${next(256)},${next(256)})"/>`)
  return sharp(Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#889"/>${shapes.join('')}</svg>`))
}

const withPlace = { IFD0: { Make: 'May Anh Mau' }, IFD2: { DateTimeOriginal: '2026:05:18 08:30:00' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '21/1 1/1 30/1', GPSLongitudeRef: 'E', GPSLongitude: '105/1 50/1 0/1' } }

describe('a picture that comes in', () => {
  it('loses its place and everything else that it told, after the day was read', async () => {
    const sent = await scene(1).withExif(withPlace).jpeg().toBuffer()
    expect((await sharp(sent).metadata()).exif).toBeDefined()
    const kept = (await clean(sent))!
    expect(kept.takenOn).toBe('2026-05-18')
    for (const bytes of [kept.bytes, kept.thumbnail]) {
      const { exif, xmp, iptc, icc, format } = await sharp(bytes).metadata()
      expect({ exif, xmp, iptc, icc, format }).toEqual({ exif: undefined, xmp: undefined, iptc: undefined, icc: undefined, format: 'jpeg' })
      expect(bytes.includes('GPS') || bytes.includes('Exif') || bytes.includes('May Anh Mau')).toBe(false)
    }
  })

  it('is shrunk to 2048 pixels a side and has a thumbnail; a small one stays as large as it is', async () => {
    const large = (await clean(await scene(2, 4000, 3000).jpeg().toBuffer()))!
    expect(await sharp(large.bytes).metadata()).toMatchObject({ width: 2048, height: 1536 })
    expect(await sharp(large.thumbnail).metadata()).toMatchObject({ width: 320, height: 240 })
    expect(await sharp((await clean(await scene(2, 600, 400).png().toBuffer()))!.bytes).metadata()).toMatchObject({ width: 600, height: 400 })
  })

  it('stands upright as the camera held it', async () => {
    const lying = await scene(3, 800, 400).withMetadata({ orientation: 6 }).jpeg().toBuffer()
    expect(await sharp((await clean(lying))!.bytes).metadata()).toMatchObject({ width: 400, height: 800 })
  })

  it('is refused when it is none, or broken off', async () => {
    const whole = await scene(4, 900, 700).jpeg().toBuffer()
    expect(await clean(Buffer.from('không phải ảnh'))).toBeNull()
    expect(await clean(whole.subarray(0, whole.length / 2))).toBeNull()
    expect(await clean(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'))).toBeNull()
    expect(await clean(await scene(4, 300, 200).gif().toBuffer())).toBeNull()
  })
})

describe('the same picture used twice', () => {
  const copies: [string, (scene: Sharp) => Sharp][] = [
    ['re-saved at a low quality', (image) => image.jpeg({ quality: 35 })],
    ['shrunk to a third', (image) => image.resize(430).jpeg()],
    ['cropped at all edges', (image) => image.extract({ left: 65, top: 47, width: 1170, height: 855 }).jpeg()],
    ['cropped at the left', (image) => image.extract({ left: 100, top: 0, width: 1200, height: 950 }).jpeg()],
    ['cropped at the bottom', (image) => image.extract({ left: 0, top: 0, width: 1300, height: 875 }).jpeg()],
    ['brightened', (image) => image.modulate({ brightness: 1.15 }).jpeg()],
  ]
  it.each(copies)('is found when it was %s', async (_, copy) => {
    for (const seed of [11, 12, 13]) {
      const original = (await clean(await scene(seed).jpeg({ quality: 92 }).toBuffer()))!
      const second = (await clean(await copy(sharp(await scene(seed).png().toBuffer())).toBuffer()))!
      expect(isSamePicture(original.hashes, second.hashes), `scene ${seed}`).toBe(true)
    }
  })

  it('is not seen in different pictures', async () => {
    const all = await Promise.all(Array.from({ length: 24 }, async (_, at) => (await clean(await scene(at + 100, 800, 600).jpeg().toBuffer()))!))
    const pairs = all.flatMap((a, at) => all.slice(at + 1).map((b) => isSamePicture(a.hashes, b.hashes)))
    expect(pairs.filter(Boolean)).toEqual([])
  })

  it('is not seen in blank pages, which all look alike', async () => {
    const page = (await clean(await sharp({ create: { width: 900, height: 1200, channels: 3, background: '#fdfdfb' } }).jpeg().toBuffer()))!
    expect(page.hashes).toEqual([])
    expect(isSamePicture(page.hashes, page.hashes)).toBe(false)
  })
})

it('reads no day out of a block that points outside itself', () => {
  expect(dayTaken(Buffer.from('II*\0\xff\xff\xff\xff', 'latin1'))).toBeNull()
  expect(dayTaken(Buffer.alloc(0))).toBeNull()
})
