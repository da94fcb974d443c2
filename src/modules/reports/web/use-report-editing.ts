import { useCallback, useEffect, useRef, useState } from 'react'
import { call } from '#platform/web/api.ts'
import { ApiError } from '#platform/web/api-error.ts'
import { newOperationId } from '#platform/web/operation-id.ts'
import type { SaveState } from '#platform/web/status-line.tsx'
import { saveReport, type ReportView } from '../contract.ts'
import type { CellEntry, Change, Conflict, SentenceEntry } from '../model/entries.ts'

const SAVE_AFTER_MS = 800
const RETRY_AFTER_MS = 5_000

interface Values {
  texts: string
  notes: string
  sentences: SentenceEntry
  cells: CellEntry
}

export interface ReportEditing {
  readonly isEditable: boolean
  /** What stands in a field: what is typed here, else what is saved. */
  valueOf<K extends keyof Values>(kind: K, key: string): Values[K] | null
  set<K extends keyof Values>(kind: K, key: string, value: Values[K] | null): void
  readonly save: SaveState
  readonly refusal: unknown
  readonly conflicts: readonly Conflict[]
  dismiss(): void
  /** Sends what is typed now; true when nothing is left unsent. */
  flush(): Promise<boolean>
  /** What is typed and not saved yet, for the draft on this device. */
  readonly unsaved: readonly Change[]
  restore(changes: readonly Change[]): void
}

const idOf = ({ kind, key }: Pick<Change, 'kind' | 'key'>) => `${kind}:${key}`

/** The editing of a report on this screen: it saves field by field by itself, tries again, and never overwrites what others wrote. */
export function useReportEditing(report: ReportView, onSaved: () => void): ReportEditing {
  const [pending, setPending] = useState<ReadonlyMap<string, Change>>(new Map())
  const [saved, setSaved] = useState({ revision: report.revision, entries: report.entries })
  const [save, setSave] = useState<SaveState>({ state: 'clean' })
  const [refusal, setRefusal] = useState<unknown>(null)
  const [retryAt, setRetryAt] = useState<number | null>(null)
  const [conflicts, setConflicts] = useState<readonly Conflict[]>([])
  const latest = useRef(pending)
  const underWay = useRef<Promise<boolean> | null>(null)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isEditable = report.actions.includes('edit')
  // The answer to a saving may be newer than the report that is shown.
  const entries = saved.revision > report.revision ? saved.entries : report.entries
  const standing = useRef(entries)
  useEffect(() => {
    standing.current = entries
  }, [entries])

  const keep = useCallback((next: ReadonlyMap<string, Change>) => {
    latest.current = next
    setPending(next)
  }, [])

  const send = useCallback(async (): Promise<boolean> => {
    const sent = [...latest.current.values()]
    if (sent.length === 0) return true
    setSave({ state: 'saving' })
    try {
      const answer = await call(saveReport, { reportId: report.id, changes: sent }, { idempotencyKey: newOperationId() })
      const rest = new Map(latest.current)
      for (const change of sent) {
        const now = rest.get(idOf(change))
        if (now === change) rest.delete(idOf(change))
        else if (now) rest.set(idOf(change), { ...now, before: change.after } as Change)
      }
      setSaved({ revision: answer.revision, entries: answer.entries })
      standing.current = answer.entries
      if (answer.conflicts.length > 0) setConflicts(answer.conflicts)
      keep(rest)
      setRefusal(null)
      setSave(rest.size > 0 ? { state: 'dirty' } : { state: 'saved', at: new Date() })
      onSaved()
      return rest.size === 0
    } catch (error) {
      const willRetry = error instanceof ApiError && error.isTemporary
      setSave({ state: 'failed' })
      setRefusal(willRetry ? null : error)
      if (willRetry) setRetryAt(Date.now() + RETRY_AFTER_MS)
      return false
    }
  }, [report.id, keep, onSaved])

  const flush = useCallback((): Promise<boolean> => {
    clearTimeout(timer.current)
    underWay.current ??= send().finally(() => {
      underWay.current = null
    })
    return underWay.current
  }, [send])

  useEffect(() => {
    if (retryAt === null) return
    const retry = setTimeout(() => void flush(), Math.max(0, retryAt - Date.now()))
    return () => clearTimeout(retry)
  }, [retryAt, flush])

  const put = (change: Change) => {
    const next = new Map(latest.current)
    const earlier = next.get(idOf(change))
    next.set(idOf(change), earlier ? ({ ...change, before: earlier.before } as Change) : change)
    keep(next)
    setSave({ state: 'dirty' })
    clearTimeout(timer.current)
    timer.current = setTimeout(() => void flush(), SAVE_AFTER_MS)
  }

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (latest.current.size > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => {
      window.removeEventListener('beforeunload', warn)
      void flush()
    }
  }, [flush])

  return {
    isEditable,
    valueOf<K extends keyof Values>(kind: K, key: string) {
      const typed = pending.get(`${kind}:${key}`)
      if (typed) return typed.after as Values[K] | null
      return ((entries[kind] as Record<string, Values[K]>)[key] ?? null)
    },
    set(kind, key, value) {
      const before = (standing.current[kind] as Record<string, unknown>)[key] ?? null
      put({ kind, key, before, after: value } as Change)
    },
    save,
    refusal,
    conflicts,
    dismiss: () => setConflicts([]),
    flush,
    unsaved: [...pending.values()],
    restore: (changes) => {
      for (const change of changes) put(change)
    },
  }
}
