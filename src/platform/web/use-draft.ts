import { useEffect, useRef, useState } from 'react'
import { draftsIn, type LocalDraft } from './draft-store.ts'
import { useVault } from './outbox/device.ts'

const WRITE_AFTER_MS = 150

/**
 * Keeps `value` sealed on this device while it differs from what the server has, and offers back what an earlier visit
 * left. Nobody else reads it: the key is gone when the person signs out.
 *
 *     const draft = useDraft('plans.node.7', text, text === saved.text)
 *     <DraftNotice draft={draft} onUse={setText} />
 *
 * @param isSaved  `value` is what the server has; then there is no draft any more
 */
export function useDraft<Value>(key: string, value: Value, isSaved: boolean): { found: LocalDraft<Value> | null; discard: () => void } {
  const vault = useVault()
  const store = vault && draftsIn(vault)
  const [found, setFound] = useState<LocalDraft<Value> | null>(null)
  const wasTouched = useRef(false)
  const unwritten = useRef<{ value: Value } | null>(null)

  // comes before the first writing, so that what an earlier visit left is read before it is replaced
  useEffect(() => {
    let isOver = false
    void store?.read<Value>(key).then((draft) => {
      if (!isOver) setFound(draft)
    })
    return () => {
      isOver = true
    }
  }, [store, key])

  useEffect(() => {
    unwritten.current = isSaved ? null : { value }
    if (!store) return
    // untouched text must not wipe the draft of an earlier visit before it was offered
    if (isSaved) {
      if (wasTouched.current) void store.clear(key)
      return
    }
    wasTouched.current = true
    const timer = setTimeout(() => {
      void store.write(key, value)
      unwritten.current = null
    }, WRITE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [store, key, value, isSaved])

  useEffect(() => {
    const write = () => {
      if (unwritten.current) void store?.write(key, unwritten.current.value)
      unwritten.current = null
    }
    const writeWhenHidden = () => document.visibilityState === 'hidden' && write()
    window.addEventListener('pagehide', write)
    document.addEventListener('visibilitychange', writeWhenHidden)
    return () => {
      write()
      window.removeEventListener('pagehide', write)
      document.removeEventListener('visibilitychange', writeWhenHidden)
    }
  }, [store, key])

  const discard = () => {
    void store?.clear(key)
    setFound(null)
  }
  return { found, discard }
}
