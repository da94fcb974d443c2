import { expect, it } from 'vitest'
import { findPackagedTesseract } from './packaged-tesseract.ts'
import { emptyRaster } from './raster.ts'

const recogniser = findPackagedTesseract()
const limits = { timeoutMs: 60_000, memoryBytes: 900 * 1024 * 1024 }

it('the recogniser that comes with the program starts without network and other files, and finds no words on a blank page', { timeout: 90_000 }, async () => {
  expect(await recogniser?.recognise(emptyRaster(400, 200), 200, limits)).toEqual([])
})

it('is killed when it takes too long, and may be called off', { timeout: 30_000 }, async () => {
  await expect(recogniser?.recognise(emptyRaster(400, 200), 200, { ...limits, timeoutMs: 5 })).rejects.toThrow('more than 5 ms')
  const controller = new AbortController()
  setTimeout(() => controller.abort(), 5)
  await expect(recogniser?.recognise(emptyRaster(400, 200), 200, { ...limits, signal: controller.signal })).rejects.toThrow('called off')
})
