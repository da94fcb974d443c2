import { useEffect, useSyncExternalStore } from 'react'
import type { SessionView } from '#core/access/contract.ts'
import { ApiError } from '#platform/web/api-error.ts'
import { isLeaving, leaveIfPromised } from './leaving.ts'
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
  void import('./own-device.ts').then(({ openOwnDevice }) => openOwnDevice(view)).catch(() => undefined)
}

/** Nobody is signed in any more. */
export function forgetSession(): void {
  readAt = 0
  show({ view: null, error: null })
}

/** Longer than this nobody looks at an empty frame: who was here last on this device goes on meanwhile. */
const PATIENCE_MS = 4_000

/** Reads again who is signed in. What is on screen stays when that fails. */
export function refreshSession(): Promise<void> {
  reading ??= readOrRemember().finally(() => {
    reading = null
  })
  return reading
}

async function readOrRemember(): Promise<void> {
  const timer = setTimeout(() => void goOnAsRemembered(), PATIENCE_MS)
  try {
    await leaveIfPromised()
    setSession(await readSession())
  } catch (error) {
    if (error instanceof ApiError && error.kind === 'unauthenticated') {
      void import('./own-device.ts').then(({ sealOwnDevice }) => sealOwnDevice()).catch(() => undefined)
    } else await goOnAsRemembered()
    show(state.view ? state : { view: null, error })
  } finally {
    clearTimeout(timer)
  }
}

async function goOnAsRemembered(): Promise<void> {
  if (state.view || isLeaving()) return
  const view = await import('./own-device.ts').then(({ rememberedSession }) => rememberedSession()).catch(() => null)
  if (view && !state.view) show({ view, error: null })
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
