import { useEffect, useReducer, useRef, useState } from 'react'
import { call } from '#platform/web/api.ts'
import { ApiError } from '#platform/web/api-error.ts'
import { newOperationId } from '#platform/web/operation-id.ts'
import type { SaveState } from '#platform/web/status-line.tsx'
import { changesSince, saveNodes, type Plan } from '../contract.ts'
import type { PlanNode } from '../model/plan-node.ts'
import type { Change } from '../model/plan-tree.ts'
import { answered, dismiss, edit, notSent, openEditor, overheard, redo, sending, undo, unsaved, type EditorState } from './editor-state.ts'

const SAVE_AFTER_MS = 800
const RETRY_AFTER_MS = 5_000
const LISTEN_EVERY_MS = 6_000
/** As many lines as the server takes in one sending. */
const MOST_AT_ONCE = 400

export interface PlanEditor {
  readonly state: EditorState
  readonly save: SaveState
  /** Why the last sending was refused for good; null while all is well. */
  readonly refusal: unknown
  readonly isEditable: boolean
  edit(change: Change): void
  undo(): void
  redo(): void
  dismiss(nodeId: string): void
  /** Sends what is typed now; true when nothing is left unsent. */
  flush(): Promise<boolean>
}

type Action = (state: EditorState) => EditorState

/** The lines of a plan with saving, undo, and the edits of others. */
export function usePlanEditor(plan: Plan, onSaved: () => void): PlanEditor {
  const [state, change] = useReducer((current: EditorState, action: Action) => action(current), null, () => openEditor(plan.revision, plan.nodes))
  const [save, setSave] = useState<SaveState>({ state: 'clean' })
  const [refusal, setRefusal] = useState<unknown>(null)
  const latest = useRef(state)
  latest.current = state
  const underWay = useRef<Promise<boolean> | null>(null)
  const lost = useRef<{ text: string; id: string } | null>(null)
  const isEditable = plan.actions.includes('edit')

  const send = async (): Promise<boolean> => {
    const changes = unsaved(latest.current).slice(0, MOST_AT_ONCE)
    if (changes.length === 0) return true
    const text = JSON.stringify(changes)
    const id = lost.current?.text === text ? lost.current.id : newOperationId()
    change((current) => sending(current, changes))
    setSave({ state: 'saving' })
    try {
      const answer = await call(saveNodes, { planId: plan.id, changes: changes.map(wire) }, { idempotencyKey: id })
      lost.current = null
      change((current) => answered(current, answer))
      setSave({ state: 'saved', at: new Date() })
      setRefusal(null)
      onSaved()
      return true
    } catch (error) {
      const willRetry = error instanceof ApiError && error.isTemporary
      lost.current = willRetry ? { text, id } : null
      change(notSent)
      setSave({ state: 'failed' })
      if (!willRetry) setRefusal(error)
      return false
    }
  }
  const flush = (): Promise<boolean> => {
    underWay.current ??= send().finally(() => {
      underWay.current = null
    })
    return underWay.current
  }

  const waiting = isEditable && refusal === null && unsaved(state).length > 0
  useEffect(() => {
    if (!waiting || underWay.current) return
    if (save.state !== 'failed') setSave({ state: 'dirty' })
    const timer = setTimeout(() => void flush(), save.state === 'failed' ? RETRY_AFTER_MS : SAVE_AFTER_MS)
    return () => clearTimeout(timer)
    // A new edit is a new state: the wait begins again.
  }, [state, waiting, save.state])

  useEffect(() => {
    const listen = async () => {
      if (document.hidden || underWay.current) return
      try {
        const news = await call(changesSince, { planId: plan.id, revision: latest.current.revision }, { whenSignedOut: 'fail' })
        if (news.nodes.length > 0) change((current) => overheard(current, news))
      } catch {
        // Listening is a courtesy: the next sending tells what is wrong.
      }
    }
    const timer = setInterval(() => void listen(), LISTEN_EVERY_MS)
    return () => clearInterval(timer)
  }, [plan.id])

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (unsaved(latest.current).length > 0) event.preventDefault()
    }
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [])

  return {
    state,
    save,
    refusal,
    isEditable,
    flush,
    edit: (edits) => change((current) => edit(current, edits)),
    undo: () => change(undo),
    redo: () => change(redo),
    dismiss: (nodeId) => change((current) => dismiss(current, nodeId)),
  }
}

function wire({ before, after }: Change[number]) {
  return { before: before && plain(before), after: after && plain(after) }
}

function plain(node: PlanNode) {
  return { ...node, supporting: [...node.supporting], covers: [...node.covers] }
}
