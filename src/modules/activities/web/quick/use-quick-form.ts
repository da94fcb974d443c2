import { useCallback, useEffect, useRef, useState } from 'react'
import { today } from '#platform/web/format.ts'
import { draftsIn } from '#platform/web/draft-store.ts'
import { newOperationId } from '#platform/web/operation-id.ts'
import type { Vault } from '#platform/web/outbox/vault.ts'
import { QUICK_KINDS } from './quick-kinds.ts'
import { likelyTask, type QuickForm, type QuickTask } from '../../model/quick.ts'

const WRITE_AFTER_MS = 300

/** What the address says already: the calendar offers a day, a kind and a name. */
export const OFFERED = { day: '', kind: '', title: '' }
export type Offered = typeof OFFERED

function freshForm(tasks: readonly QuickTask[], offered: Offered): QuickForm {
  const onDay = /^\d{4}-\d\d-\d\d$/.test(offered.day) ? offered.day : today()
  const task = offered.title ? null : likelyTask(tasks, onDay)
  return {
    recordId: newOperationId(),
    kind: QUICK_KINDS.some(({ value }) => value === offered.kind) ? offered.kind : 'communication',
    onDay,
    taskId: task?.taskId ?? null,
    nodeId: task?.nodeId ?? null,
    planId: task?.planId ?? null,
    title: task?.text ?? offered.title,
    fields: {},
    counts: {},
    photos: [],
    consent: false,
    result: '',
  }
}

/** The form, kept on the device after every field and taken up again at the next visit. Null until the device was asked. */
export function useQuickForm(vault: Vault, unitId: string, tasks: readonly QuickTask[], offered: Offered) {
  const place = `activities.quick.${unitId}`
  const drafts = draftsIn(vault)
  const [form, setForm] = useState<QuickForm | null>(null)
  const [isContinued, setContinued] = useState(false)
  const [written, setWritten] = useState<QuickForm | null>(null)
  const unwritten = useRef<QuickForm | null>(null)
  // what is chosen beforehand does not move under the fingers when the plan is read again
  const [first] = useState({ tasks, offered })

  useEffect(() => {
    let isOver = false
    void drafts.read<QuickForm>(place).then((found) => {
      if (isOver) return
      const fresh = freshForm(first.tasks, first.offered)
      const draft = found && { ...fresh, ...found.value }
      // What somebody asked for just now comes before what was left half done.
      const isOffered = Object.values(first.offered).some((value) => value !== '')
      setContinued(draft !== null && !isOffered)
      setForm((now) => now ?? (isOffered ? null : draft) ?? fresh)
    })
    return () => {
      isOver = true
    }
  }, [drafts, place, first])

  const write = useCallback(() => {
    const draft = unwritten.current
    unwritten.current = null
    if (draft) void drafts.write(place, draft).then(() => setWritten(draft))
  }, [drafts, place])
  useEffect(() => {
    if (form === null) return undefined
    const timer = setTimeout(write, WRITE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [form, write])
  useEffect(() => {
    window.addEventListener('pagehide', write)
    return () => {
      window.removeEventListener('pagehide', write)
      write()
    }
  }, [write])

  const change = (patch: Partial<QuickForm>) =>
    setForm((now) => {
      if (!now) return now
      const next = { ...now, ...patch }
      unwritten.current = next
      return next
    })
  /** `keepFiles`: the pictures have gone into the queue. */
  const startAnew = async (options: { keepFiles?: boolean } = {}) => {
    unwritten.current = null
    await drafts.clear(place)
    if (!options.keepFiles) for (const { uploadId } of form?.photos ?? []) await vault.remove('files', uploadId)
    setContinued(false)
    setForm(freshForm(tasks, OFFERED))
  }
  return { form, change, isContinued, isWritten: form !== null && written === form, startAnew }
}
