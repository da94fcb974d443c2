/** What is summed under a list. */
export interface Countable {
  readonly state: string
  readonly contacts: number | null
  readonly female: number | null
  readonly male: number | null
  readonly persons: number | null
  readonly cost: number | null
}

/** Sums over what counts (drafts do not); a sum of unknowns alone is unknown, not zero. */
export function totalsOf(lines: readonly Countable[]) {
  const counted = lines.filter(({ state }) => state === 'recorded')
  const sum = (of: 'contacts' | 'female' | 'male' | 'persons' | 'cost'): number | null => {
    const known = counted.map((line) => line[of]).filter((value) => value !== null)
    return known.length === 0 ? null : known.reduce((total, value) => total + value, 0)
  }
  return { activities: counted.length, contacts: sum('contacts'), female: sum('female'), male: sum('male'), persons: sum('persons'), cost: sum('cost') }
}
