/** Shades of a map, from light to dark. */
export const SHADES = 5

/**
 * Lower ends of the five classes into which figures fall on a map, on round numbers; null when there are no figures.
 * All the same figure are one class, the first.
 */
export function classesOf(values: readonly number[]): readonly number[] | null {
  if (values.length === 0) return null
  const [lowest, highest] = [Math.min(...values), Math.max(...values)]
  const step = roundUp((highest - lowest) / SHADES)
  const from = Math.floor(lowest / step) * step
  // Rounding the start down may leave the highest beyond the last class, which is open above.
  return Array.from({ length: SHADES }, (_, at) => Number((from + at * step).toPrecision(12)))
}

/** Which class a figure falls into, 0 to 4. */
export function classOf(value: number, classes: readonly number[]): number {
  return Math.max(0, classes.findLastIndex((lowest) => value >= lowest))
}

/** The next of 1, 2, 5, 10, 20, 50 … that is not smaller; 1 for none. */
function roundUp(step: number): number {
  if (step <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(step))
  return power * ([1, 2, 5, 10].find((factor) => factor * power >= step - 1e-12) ?? 10)
}
