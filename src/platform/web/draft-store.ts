import type { Vault } from './outbox/vault.ts'

const KEPT_DAYS = 30

/** What was typed and not yet saved on the server. */
export interface LocalDraft<Value> {
  readonly savedAt: Date
  readonly value: Value
}

/** As it lies on the device. */
interface Kept {
  readonly key: string
  readonly at: number
  readonly value: unknown
}

type Shelves = Pick<Vault, 'put' | 'get' | 'all' | 'remove'>

/**
 * Unsaved typing of one account on this device, sealed like everything of it. Keys name what was typed, such as
 * `plans.node.<id>`. What is confidential must not come here.
 */
export interface DraftStore {
  write(key: string, value: unknown): Promise<void>
  read<Value>(key: string): Promise<LocalDraft<Value> | null>
  clear(key: string): Promise<void>
}

const stores = new WeakMap<Shelves, DraftStore>()

/** The drafts in a vault; full storage is no error, the draft is just not kept. Things happen in the order of the calls. */
export function draftsIn(vault: Shelves, now: () => Date = () => new Date()): DraftStore {
  const known = stores.get(vault)
  if (known) return known
  let last: Promise<unknown> = Promise.resolve()
  const inOrder = <Result>(work: () => Promise<Result>): Promise<Result | undefined> => {
    const result = last.then(work).catch(() => undefined)
    last = result
    return result
  }
  const store: DraftStore = {
    write: (key, value) => inOrder(() => vault.put('drafts', key, { key, at: now().getTime(), value } satisfies Kept)),
    async read<Value>(key: string) {
      const kept = await inOrder(() => vault.get<Kept>('drafts', key))
      return kept ? { savedAt: new Date(kept.at), value: kept.value as Value } : null
    },
    clear: (key) => inOrder(() => vault.remove('drafts', key)),
  }
  stores.set(vault, store)
  return store
}

/** A month later nobody misses it. */
export async function dropOldDrafts(vault: Shelves, today: Date): Promise<void> {
  const oldest = today.getTime() - KEPT_DAYS * 86_400_000
  for (const { key, at } of await vault.all<Kept>('drafts')) if (at < oldest) await vault.remove('drafts', key)
}
