import { createContext, useContext, useEffect, useRef, useState } from 'react'
import type { DraftStore, LocalDraft } from './draft-store.ts'

/** The drafts of the account that is signed in; null before. The shell provides it. */
export const Drafts = createContext<DraftStore | null>(null)

const WRITE_AFTER_MS = 400

/**
 * Keeps `value` on this device while it differs from what the server has, and offers back what an earlier visit left.
 *
 *     const draft = useDraft('plans.node.7', text, text === saved.text)
 *     <DraftNotice draft={draft} onUse={setText} />
 *
 * @param isSaved  `value` is what the server has; then there is no draft any more
 */
export function useDraft<Value>(key: string, value: Value, isSaved: boolean): { found: LocalDraft<Value> | null; discard: () => void } {
  const store = useContext(Drafts)
  const [found, setFound] = useState<LocalDraft<Value> | null>(() => store?.read<Value>(key) ?? null)
  const wasTouched = useRef(false)
  const unwritten = useRef<{ value: Value } | null>(null)

  useEffect(() => {
    if (!store) return
    unwritten.current = isSaved ? null : { value }
    // untouched text must not wipe the draft of an earlier visit before it was offered
    if (isSaved) {
      if (wasTouched.current) store.clear(key)
      return
    }
    wasTouched.current = true
    const timer = setTimeout(() => {
      store.write(key, value)
      unwritten.current = null
    }, WRITE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [store, key, value, isSaved])

  useEffect(() => {
    const write = () => {
      if (unwritten.current) store?.write(key, unwritten.current.value)
    }
    window.addEventListener('pagehide', write)
    return () => {
      write()
      window.removeEventListener('pagehide', write)
    }
  }, [store, key])

  const discard = () => {
    store?.clear(key)
    setFound(null)
  }
  return { found, discard }
}
