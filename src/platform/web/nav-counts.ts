import { useSyncExternalStore } from 'react'

let counts: Readonly<Record<string, number>> = {}
const listeners = new Set<() => void>()

/** How many things wait behind an entry of the navigation, by its path: `setNavCount('/', 4)`. 0 takes it away. */
export function setNavCount(path: string, count: number): void {
  if ((counts[path] ?? 0) === count) return
  counts = { ...counts, [path]: count }
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export function useNavCounts(): Readonly<Record<string, number>> {
  return useSyncExternalStore(subscribe, () => counts)
}
