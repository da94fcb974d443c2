import type { Rule } from '../files/pdf-rules.ts'
import { inkThreshold, type Raster } from './raster.ts'

/** A stretch of ink shorter than this may be a letter. In inches. */
const SHORTEST_LEVEL = 0.35
const SHORTEST_UPRIGHT = 0.22
/** Thicker is no line but a bar, a photograph or the black edge of the scan. In inches. */
const THICKEST = 0.035
/** Breaks in a line that a scanner leaves. In inches. */
const LONGEST_BREAK = 0.02
const MOST_RULES = 3000

/** Level and upright lines of a page, in points of its picture: what a table is drawn with. */
export function rulesOfRaster(raster: Raster, dpi: number): Rule[] {
  const threshold = inkThreshold(raster)
  const { width, height, data } = raster
  const level = runsOf(height, width, (row, along) => (data[row * width + along] ?? 255) <= threshold, dpi, SHORTEST_LEVEL)
  const upright = runsOf(width, height, (column, along) => (data[along * width + column] ?? 255) <= threshold, dpi, SHORTEST_UPRIGHT)
  return [
    ...level.map(({ across, from, to }) => ({ x1: from, x2: to, y1: across, y2: across })),
    ...upright.map(({ across, from, to }) => ({ x1: across, x2: across, y1: from, y2: to })),
  ].slice(0, MOST_RULES)
}

interface Run {
  readonly across: number
  readonly from: number
  readonly to: number
}

interface Band {
  first: number
  last: number
  from: number
  to: number
}

/** Long runs of ink along one direction, those side by side taken for one line. */
function runsOf(rows: number, length: number, isInk: (row: number, along: number) => boolean, dpi: number, shortest: number): Run[] {
  const done: Band[] = []
  let open: Band[] = []
  for (let row = 0; row < rows; row += 1) {
    const next: Band[] = []
    for (const [from, to] of runsInRow(length, (along) => isInk(row, along), dpi, shortest)) {
      const above = open.find((band) => from <= band.to && to >= band.from)
      if (above === undefined) next.push({ first: row, last: row, from, to })
      else {
        above.last = row
        above.from = Math.min(above.from, from)
        above.to = Math.max(above.to, to)
      }
    }
    // A line may lack a row of points here and there.
    done.push(...open.filter((band) => row - band.last > 2))
    open = [...open.filter((band) => row - band.last <= 2), ...next]
  }
  return [...done, ...open]
    .filter((band) => band.last - band.first + 1 <= THICKEST * dpi)
    .map((band) => ({ across: (band.first + band.last) / 2, from: band.from, to: band.to }))
}

function runsInRow(length: number, isInk: (along: number) => boolean, dpi: number, shortest: number): (readonly [number, number])[] {
  const runs: (readonly [number, number])[] = []
  const longestBreak = LONGEST_BREAK * dpi
  let from = -1
  let last = -1
  for (let along = 0; along <= length; along += 1) {
    if (along < length && isInk(along)) {
      if (from < 0) from = along
      last = along
    } else if (from >= 0 && (along === length || along - last > longestBreak)) {
      if (last - from >= shortest * dpi) runs.push([from, last])
      from = -1
    }
  }
  return runs
}
