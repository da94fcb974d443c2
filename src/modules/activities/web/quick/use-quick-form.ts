import { useCallback, useEffect, useRef, useState } from 'react'
import { today } from '#platform/web/format.ts'
import { newOperationId } from '#platform/web/operation-id.ts'
import type { Vault } from '#platform/web/outbox/vault.ts'
import { likelyTask, type QuickForm, type QuickTask } from '../../model/quick.ts'

const WRITE_AFTER_MS = 300

function freshForm(tasks: readonly QuickTask[]): QuickForm {
  const onDay = today()
  const task = likelyTask(tasks, onDay)
  return {
    recordId: newOperationId(),
    kind: 'communication',
    onDay,
    taskId: task?.taskId ?? null,
    nodeId: task?.nodeId ?? null,
    planId: task?.planId ?? null,
    title: task?.text ?? '',
    counts: { pupils: { female: null, male: null }, teachers: { female: null, male: null } },
    photos: [],
    consent: false,
    result: '',
  }
}

/** The form, kept on the device after every field and taken up again at the next visit. Null until the device was asked. */
export function useQuickForm(vault: Vault, unitId: string, tasks: readonly QuickTask[]) {
  const place = `activities.quick.${unitId}`
  const [form, setForm] = useState<QuickForm | null>(null)
  const [isContinued, setContinued] = useState(false)
  const unwritten = useRef<QuickForm | null>(null)
  // what is chosen beforehand does not move under the fingers when the plan is read again
  const [firstTasks] = useState(tasks)

  useEffect(() => {
    let isOver = false
    void vault.get<QuickForm>('drafts', place).then((draft) => {
      if (isOver) return
      setContinued(draft !== null)
      setForm((now) => now ?? draft ?? freshForm(firstTasks))
    })
    return () => {
      isOver = true
    }
  }, [vault, place, firstTasks])

  const write = useCallback(() => {
    const draft = unwritten.current
    unwritten.current = null
    if (draft) void vault.put('drafts', place, draft)
  }, [vault, place])
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
    await vault.remove('drafts', place)
    if (!options.keepFiles) for (const { uploadId } of form?.photos ?? []) await vault.remove('files', uploadId)
    setContinued(false)
    setForm(freshForm(tasks))
  }
  return { form, change, isContinued, startAnew }
}
