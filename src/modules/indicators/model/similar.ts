/** So few units would give away whose figures they are. */
const FEWEST = 5

/** Units of half to twice the size; all of them where the size is unknown. */
export function similarTo(size: number | null, candidates: readonly string[], sizes: ReadonlyMap<string, number>): string[] {
  if (size === null || size === 0) return [...candidates]
  return candidates.filter((unitId) => {
    const other = sizes.get(unitId)
    return other !== undefined && other >= size / 2 && other <= size * 2
  })
}

/** Where a value stands among those of similar units, none of which is named. */
export function standingAmong(value: number | null, others: readonly number[], similar: number) {
  const isTooFew = others.length < FEWEST
  const sorted = [...others].sort((a, b) => a - b)
  const middle = Math.floor(sorted.length / 2)
  const median = sorted.length % 2 === 1 ? sorted[middle]! : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
  return {
    value,
    similar,
    known: others.length,
    lowest: isTooFew ? null : sorted[0]!,
    median: isTooFew ? null : Math.round(median * 10) / 10,
    highest: isTooFew ? null : sorted.at(-1)!,
    rank: isTooFew || value === null ? null : 1 + sorted.filter((one) => one > value).length,
    isTooFew,
  }
}
