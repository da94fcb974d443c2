import type { PDFPageProxy, PdfEngine } from '../files/pdf-engine.ts'
import { matrixOf, multiply, type Matrix } from '../files/pdf-rules.ts'
import { emptyRaster, type Raster } from './raster.ts'

/** Finer than this gains nothing and costs time; coarser loses the marks of small letters. */
export const SCAN_DPI = 200
const MOST_POINTS = 40_000_000
const MOST_IMAGES = 400

interface PdfImage {
  readonly width: number
  readonly height: number
  readonly kind?: number
  readonly data?: Uint8Array | Uint8ClampedArray
}

/** How an image keeps its points: one bit, three bytes, four bytes. */
const KINDS = { bits: 1, rgb: 2, rgba: 3 }

/**
 * The pictures of a page as they lie on it, in shades of grey. Red fades out: the seal lies over the signature.
 *
 * @returns null when the page has no picture
 */
export async function rasterOfPage(pdfjs: PdfEngine, page: PDFPageProxy, dpi = SCAN_DPI): Promise<Raster | null> {
  const operators = await page.getOperatorList()
  const viewport = page.getViewport({ scale: dpi / 72 })
  const [width, height] = [Math.round(viewport.width), Math.round(viewport.height)]
  if (width * height > MOST_POINTS || width < 1 || height < 1) return null
  const raster = emptyRaster(width, height)
  const frame = matrixOf(viewport.transform)
  const stack: Matrix[] = []
  let matrix = frame
  const { OPS } = pdfjs
  const paints = new Set([OPS.paintImageXObject, OPS.paintInlineImageXObject, OPS.paintImageMaskXObject])
  let painted = 0
  for (const [at, operator] of operators.fnArray.entries()) {
    const args = operators.argsArray[at] as readonly unknown[] | null
    if (operator === OPS.save) stack.push(matrix)
    else if (operator === OPS.restore) matrix = stack.pop() ?? frame
    else if (operator === OPS.transform) matrix = multiply(matrix, matrixOf(args))
    else if (operator === OPS.paintFormXObjectBegin) {
      stack.push(matrix)
      matrix = multiply(matrix, matrixOf(args?.[0]))
    } else if (operator === OPS.paintFormXObjectEnd) matrix = stack.pop() ?? frame
    else if (paints.has(operator) && painted < MOST_IMAGES) {
      const image = await imageOf(page, args?.[0])
      if (image === null) continue
      painted += 1
      paint(raster, image, matrix, operator === OPS.paintImageMaskXObject)
    }
  }
  return painted === 0 ? null : raster
}

/** An image that cannot be unpacked never comes. */
const WAIT_MS = 4000

async function imageOf(page: PDFPageProxy, reference: unknown): Promise<PdfImage | null> {
  if (typeof reference === 'string') return stored(page, reference)
  if (typeof reference !== 'object' || reference === null) return null
  const image = reference as Omit<PdfImage, 'data'> & { readonly data?: unknown }
  if (typeof image.data !== 'string') return image as PdfImage
  const found = await stored(page, image.data)
  return found === null ? null : { ...found, width: image.width, height: image.height }
}

function stored(page: PDFPageProxy, name: string): Promise<PdfImage | null> {
  const store = name.startsWith('g_') ? page.commonObjs : page.objs
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(null), WAIT_MS)
    store.get(name, (found: PdfImage | null) => {
      clearTimeout(timer)
      resolve(found)
    })
  })
}

/** An image in shades of grey; 0 in `opaque` where nothing is painted. */
interface GreyImage extends Raster {
  readonly opaque: Uint8Array | null
}

function greyOf(image: PdfImage, isMask: boolean): GreyImage | null {
  const { data, width, height } = image
  if (data === undefined || width < 1 || height < 1) return null
  const grey = new Uint8Array(width * height)
  if (isMask || image.kind === KINDS.bits) {
    const stride = (width + 7) >> 3
    for (let y = 0, at = 0; y < height; y += 1) {
      for (let x = 0; x < width; x += 1, at += 1) grey[at] = (((data[y * stride + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1) * 255
    }
    // A mask paints where its bit is 0.
    return isMask ? { width, height, data: new Uint8Array(width * height), opaque: grey.map((bit) => (bit === 0 ? 1 : 0)) } : { width, height, data: grey, opaque: null }
  }
  const size = image.kind === KINDS.rgba ? 4 : 3
  const opaque = size === 4 ? new Uint8Array(width * height) : null
  for (let at = 0, from = 0; at < grey.length; at += 1, from += size) {
    const red = data[from] ?? 255
    const light = (red * 77 + (data[from + 1] ?? 255) * 151 + (data[from + 2] ?? 255) * 28) >> 8
    grey[at] = red > light ? red : light
    if (opaque !== null) opaque[at] = (data[from + 3] ?? 255) < 128 ? 0 : 1
  }
  return { width, height, data: grey, opaque }
}

/** Draws an image, which fills the unit square of its matrix; several of its points that fall on one are averaged. */
function paint(raster: Raster, picture: PdfImage, matrix: Matrix, isMask: boolean): void {
  const image = greyOf(picture, isMask)
  const [a, b, c, d, e, f] = matrix
  const area = a * d - b * c
  if (image === null || Math.abs(area) < 1) return
  const { width, height, data, opaque } = image
  const xs = [e, e + a, e + c, e + a + c]
  const ys = [f, f + b, f + d, f + b + d]
  const [left, right] = [Math.max(0, Math.floor(Math.min(...xs))), Math.min(raster.width, Math.ceil(Math.max(...xs)))]
  const [top, bottom] = [Math.max(0, Math.floor(Math.min(...ys))), Math.min(raster.height, Math.ceil(Math.max(...ys)))]
  // Points of the image on one point of the page, along a side.
  const samples = Math.max(1, Math.min(3, Math.round(Math.sqrt((width * height) / Math.abs(area)))))
  const step = 1 / samples
  for (let y = top; y < bottom; y += 1) {
    for (let x = left; x < right; x += 1) {
      let sum = 0
      let count = 0
      for (let py = y + step / 2 - f, rows = 0; rows < samples; rows += 1, py += step) {
        for (let px = x + step / 2 - e, columns = 0; columns < samples; columns += 1, px += step) {
          const u = ((px * d - py * c) / area) * width
          const v = (1 - (py * a - px * b) / area) * height
          if (u < 0 || v < 0 || u >= width || v >= height) continue
          const at = (v | 0) * width + (u | 0)
          if (opaque !== null && opaque[at] === 0) continue
          sum += data[at] ?? 255
          count += 1
        }
      }
      if (count > 0) raster.data[y * raster.width + x] = sum / count
    }
  }
}
