/** Shades of a map, from light to dark. */
export const SHADES = 5

/**
 * Lower ends of the five classes into which figures fall on a map, on round numbers; null when there are no figures.
 * All the same figure are one class, the first.
 */
export function classesOf(values: readonly number[]): readonly number[] | null {
  if (values.length === 0) return null
  const [lowest, highest] = [Math.min(...values), Math.max(...values)]
  const step = roundUp((highest - lowest) / SHADES, values.every(Number.isInteger))
  const from = Math.floor(lowest / step) * step
  // Rounding the start down may leave the highest beyond the last class, which is open above.
  return Array.from({ length: SHADES }, (_, at) => Number((from + at * step).toPrecision(12)))
}

/** Which class a figure falls into, 0 to 4. */
export function classOf(value: number, classes: readonly number[]): number {
  return Math.max(0, classes.findLastIndex((lowest) => value >= lowest))
}

const ROUND = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10]

/** The next round number that is not smaller: 1, 1.5, 2 … 8 of any power of ten, whole for whole figures; 1 for none. Coarser ones would leave the darkest shades unused. */
function roundUp(step: number, isWhole: boolean): number {
  if (step <= 0) return 1
  const power = 10 ** Math.floor(Math.log10(step))
  return power * (ROUND.find((factor) => factor * power >= step - 1e-12 && (!isWhole || Number.isInteger(factor * power))) ?? 10)
}
