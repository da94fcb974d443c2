/** A picture in shades of grey: 0 is black, a byte a point, row by row from the top. */
export interface Raster {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array
}

export function emptyRaster(width: number, height: number): Raster {
  return { width, height, data: new Uint8Array(width * height).fill(255) }
}

/** The picture as a PGM file, which every recogniser of text reads. */
export function toPgm({ width, height, data }: Raster): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), data])
}

/** The rows of a picture from one to before another. */
export function rowsOf({ width, height, data }: Raster, from: number, to: number): Raster {
  const [first, last] = [Math.max(0, Math.floor(from)), Math.min(height, Math.ceil(to))]
  return { width, height: last - first, data: data.subarray(first * width, last * width) }
}

/** The picture made smaller by a whole factor; every point the mean of those it stands for. */
export function shrink(raster: Raster, factor: number): Raster {
  const width = Math.floor(raster.width / factor)
  const height = Math.floor(raster.height / factor)
  const data = new Uint8Array(width * height)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0
      for (let dy = 0; dy < factor; dy += 1) {
        const row = (y * factor + dy) * raster.width + x * factor
        for (let dx = 0; dx < factor; dx += 1) sum += raster.data[row + dx] ?? 255
      }
      data[y * width + x] = sum / (factor * factor)
    }
  }
  return { width, height, data }
}

/** The shade that parts ink from paper: Otsu's threshold. */
export function inkThreshold({ data }: Raster): number {
  const counts = new Float64Array(256)
  for (let at = 0; at < data.length; at += 3) counts[data[at] ?? 255]! += 1
  const total = counts.reduce((sum, count) => sum + count, 0)
  const mass = counts.reduce((sum, count, shade) => sum + count * shade, 0)
  let [best, threshold, below, belowMass] = [-1, 128, 0, 0]
  for (let shade = 0; shade < 256; shade += 1) {
    below += counts[shade] ?? 0
    belowMass += (counts[shade] ?? 0) * shade
    const above = total - below
    if (below === 0 || above === 0) continue
    const apart = belowMass / below - (mass - belowMass) / above
    const between = below * above * apart * apart
    if (between > best) [best, threshold] = [between, shade]
  }
  return Math.min(threshold, 200)
}
