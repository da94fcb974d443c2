import { useSyncExternalStore } from 'react'

/** `navigator.onLine` stays true without a network, so the last real request tells. */
let isOnline = true
const listeners = new Set<() => void>()

/** Every request reports whether an answer came. */
export function reportAnswer(came: boolean): void {
  if (came === isOnline) return
  isOnline = came
  for (const listener of listeners) listener()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Calls `listener` when the connection is lost or comes back. */
export function onConnectionChange(listener: (isOnline: boolean) => void): () => void {
  return subscribe(() => listener(isOnline))
}

/** Whether the last request got an answer. */
export function useIsOnline(): boolean {
  return useSyncExternalStore(subscribe, () => isOnline)
}
