const PREFIX = 'songhanh.draft.'
const KEPT_DAYS = 30

/** What was typed and not yet saved on the server. */
export interface LocalDraft<Value> {
  readonly savedAt: Date
  readonly value: Value
}

/**
 * Unsaved typing of one account on this device. Keys name what was typed, such as `plans.node.<id>`.
 * Another account on the same device sees nothing of it. What is confidential must not come here.
 */
export interface DraftStore {
  write(key: string, value: unknown): void
  read<Value>(key: string): LocalDraft<Value> | null
  clear(key: string): void
  /** Keys that have a draft, the latest first. */
  keys(): string[]
}

/**
 * @param storage  the browser's local storage; full or blocked storage is no error, the draft is just not kept
 * @param now  for the time of the draft
 */
export function openDraftStore(accountId: string, storage: Storage, now: () => Date): DraftStore {
  const prefix = `${PREFIX}${accountId}.`
  dropOld(storage, now())
  return {
    write: (key, value) => attempt(() => storage.setItem(prefix + key, JSON.stringify({ at: now().getTime(), value }))),
    read: <Value>(key: string) => parseDraft<Value>(attempt(() => storage.getItem(prefix + key)) ?? null),
    clear: (key) => attempt(() => storage.removeItem(prefix + key)),
    keys: () =>
      draftKeys(storage)
        .filter((key) => key.startsWith(prefix))
        .map((key) => ({ key: key.slice(prefix.length), at: parseDraft(storage.getItem(key))?.savedAt.getTime() ?? 0 }))
        .sort((a, b) => b.at - a.at)
        .map(({ key }) => key),
  }
}

function draftKeys(storage: Storage): string[] {
  return attempt(() => Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '').filter((key) => key.startsWith(PREFIX))) ?? []
}

function dropOld(storage: Storage, today: Date): void {
  const oldest = today.getTime() - KEPT_DAYS * 86_400_000
  for (const key of draftKeys(storage)) {
    const draft = parseDraft(storage.getItem(key))
    if (!draft || draft.savedAt.getTime() < oldest) storage.removeItem(key)
  }
}

/** The shape inside is the writer's own: a screen reads only what it wrote under the same key. */
function parseDraft<Value>(text: string | null): LocalDraft<Value> | null {
  if (text === null) return null
  try {
    const { at, value } = JSON.parse(text) as { at: number; value: Value }
    return Number.isFinite(at) ? { savedAt: new Date(at), value } : null
  } catch {
    return null
  }
}

function attempt<Result>(run: () => Result): Result | undefined {
  try {
    return run()
  } catch {
    return undefined
  }
}
