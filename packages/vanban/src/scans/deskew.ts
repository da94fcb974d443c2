import { emptyRaster, inkThreshold, shrink, type Raster } from './raster.ts'

const WIDEST_DEGREES = 6
const COARSE_STEP = 0.5
const FINE_STEP = 0.05
/** Below this a page lies straight enough. */
const STRAIGHT_DEGREES = 0.12
const LOOKED_AT_WIDTH = 550

interface Ink {
  readonly xs: Float64Array
  readonly ys: Float64Array
  readonly height: number
}

/** By how many degrees the lines of text fall to the right; 0 for a page that has no lines. */
export function skewOf(raster: Raster): number {
  const factor = Math.max(1, Math.round(raster.width / LOOKED_AT_WIDTH))
  const ink = inkOf(shrink(raster, factor))
  if (ink.xs.length < 200) return 0
  const coarse = steepest(ink, 0, WIDEST_DEGREES, COARSE_STEP)
  const fine = steepest(ink, coarse, COARSE_STEP, FINE_STEP)
  return Math.abs(fine) >= WIDEST_DEGREES ? 0 : fine
}

function inkOf(small: Raster): Ink {
  const threshold = inkThreshold(small)
  const [xs, ys]: [number[], number[]] = [[], []]
  // The edges of a scan are often black.
  const [left, top] = [Math.floor(small.width * 0.04), Math.floor(small.height * 0.03)]
  for (let y = top; y < small.height - top; y += 1) {
    for (let x = left; x < small.width - left; x += 1) {
      if ((small.data[y * small.width + x] ?? 255) > threshold) continue
      xs.push(x)
      ys.push(y)
    }
  }
  return { xs: Float64Array.from(xs), ys: Float64Array.from(ys), height: small.height }
}

/** The angle at which the rows of ink are told apart best. */
function steepest(ink: Ink, around: number, reach: number, step: number): number {
  let [best, angle] = [-1, 0]
  for (let degrees = around - reach; degrees <= around + reach + 1e-9; degrees += step) {
    const clear = clarityAt(ink, degrees)
    // Of two equal angles the one nearer to straight.
    if (clear > best * 1.0005 || (clear > best && Math.abs(degrees) < Math.abs(angle))) [best, angle] = [clear, degrees]
  }
  return angle
}

function clarityAt({ xs, ys, height }: Ink, degrees: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180)
  const rows = new Float64Array(height * 3)
  for (let at = 0; at < xs.length; at += 1) {
    const row = Math.round((ys[at] ?? 0) - slope * (xs[at] ?? 0)) + height
    if (row >= 0 && row < rows.length) rows[row]! += 1
  }
  let sum = 0
  for (let row = 1; row < rows.length; row += 1) sum += ((rows[row] ?? 0) - (rows[row - 1] ?? 0)) ** 2
  return sum
}

/** The page turned so that its lines lie level; the same picture when they do. */
export function deskew(raster: Raster): Raster {
  const degrees = skewOf(raster)
  return Math.abs(degrees) < STRAIGHT_DEGREES ? raster : turn(raster, degrees)
}

/** Turns the picture about its middle, against a skew of so many degrees. */
export function turn(raster: Raster, degrees: number): Raster {
  const { width, height, data } = raster
  const turned = emptyRaster(width, height)
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const [middleX, middleY] = [width / 2, height / 2]
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const fromX = middleX + (x - middleX) * cos - (y - middleY) * sin
      const fromY = middleY + (x - middleX) * sin + (y - middleY) * cos
      const [left, top] = [Math.floor(fromX), Math.floor(fromY)]
      if (left < 0 || top < 0 || left >= width - 1 || top >= height - 1) continue
      const at = top * width + left
      const [right, down] = [fromX - left, fromY - top]
      const upper = (data[at] ?? 255) * (1 - right) + (data[at + 1] ?? 255) * right
      const lower = (data[at + width] ?? 255) * (1 - right) + (data[at + width + 1] ?? 255) * right
      turned.data[y * width + x] = upper * (1 - down) + lower * down
    }
  }
  return turned
}
