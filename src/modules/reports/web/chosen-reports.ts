import { useState } from 'react'

/** Reports that are chosen on a board, kept while the program is open: another page, or the consolidation, finds them again. */
const chosenOf = new Map<string, ReadonlySet<string>>()

const NONE: ReadonlySet<string> = new Set()

export function useChosen(roundId: string): [ReadonlySet<string>, (keys: ReadonlySet<string>) => void] {
  const [chosen, setChosen] = useState(chosenOf.get(roundId) ?? NONE)
  return [
    chosen,
    (keys) => {
      chosenOf.set(roundId, keys)
      setChosen(keys)
    },
  ]
}
