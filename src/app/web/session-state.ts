import { useEffect, useSyncExternalStore } from 'react'
import type { SessionView } from '#core/access/contract.ts'
import { readSession } from './session-read.ts'

/** Who is signed in, as far as it is known; the error of the last attempt as long as nothing is known. */
export interface SessionState {
  readonly view: SessionView | null
  readonly error: unknown
}

const FRESH_MS = 60_000

let state: SessionState = { view: null, error: null }
let readAt = 0
let reading: Promise<void> | null = null
const listeners = new Set<() => void>()

function show(next: SessionState): void {
  state = next
  for (const listener of listeners) listener()
}

/** The session as it was just read from the server. */
export function setSession(view: SessionView): void {
  readAt = Date.now()
  show({ view, error: null })
}

/** Nobody is signed in any more. */
export function forgetSession(): void {
  readAt = 0
  show({ view: null, error: null })
}

/** Reads again who is signed in. What is on screen stays when that fails. */
export function refreshSession(): Promise<void> {
  reading ??= readSession()
    .then(setSession, (error: unknown) => show(state.view ? state : { view: null, error }))
    .finally(() => {
      reading = null
    })
  return reading
}

function refreshWhenOld(): void {
  if (document.visibilityState === 'visible' && Date.now() - readAt > FRESH_MS) void refreshSession()
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Reads the session when it is first needed, and again when the person comes back to the window. */
export function useSessionState(): SessionState {
  useEffect(() => {
    refreshWhenOld()
    document.addEventListener('visibilitychange', refreshWhenOld)
    window.addEventListener('focus', refreshWhenOld)
    return () => {
      document.removeEventListener('visibilitychange', refreshWhenOld)
      window.removeEventListener('focus', refreshWhenOld)
    }
  }, [])
  return useSyncExternalStore(subscribe, () => state)
}
