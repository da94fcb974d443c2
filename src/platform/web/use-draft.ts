import { useContext, useEffect, useRef, useState } from 'react'
import { deviceStorage } from './device-memory.ts'
import { DraftOwner } from './draft-owner.ts'
import { type DraftStore, type LocalDraft, openDraftStore } from './draft-store.ts'

const stores = new Map<string, DraftStore>()

/** Opened once for each person and page load: opening clears what is old. */
function storeOf(owner: string | null): DraftStore | null {
  const storage = deviceStorage()
  if (owner === null || storage === null) return null
  const store = stores.get(owner) ?? openDraftStore(owner, storage, () => new Date())
  stores.set(owner, store)
  return store
}

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
  const store = storeOf(useContext(DraftOwner))
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
