/** How many letters must be typed, taken away or changed to make one text of the other. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    for (let j = 1; j <= b.length; j++) {
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)))
    }
    row = next
  }
  return row[b.length]!
}

/** The known name that was probably meant; null when none is near. */
export function nearest(name: string, known: readonly string[]): string | null {
  const wanted = name.toLowerCase().slice(0, 80)
  const most = Math.max(2, Math.floor(wanted.length / 3))
  let best: { readonly name: string; readonly far: number } | null = null
  for (const candidate of known) {
    if (Math.abs(candidate.length - wanted.length) > most) continue
    const far = distance(wanted, candidate.toLowerCase())
    if (far <= most && (!best || far < best.far)) best = { name: candidate, far }
  }
  return best?.name ?? null
}
