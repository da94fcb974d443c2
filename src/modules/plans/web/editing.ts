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

/** What the screen shows of an editing. */
export interface EditingView {
  readonly state: EditorState
  readonly save: SaveState
  /** Why the last sending was refused for good; null while all is well. */
  readonly refusal: unknown
  /** What others changed beside the lines since this screen was opened. */
  readonly news: EditingNews
}

export interface EditingNews {
  /** Who else changed what surrounds the body last; null when nobody did. */
  readonly frameBy: { readonly name: string | null } | null
  /** The superior amended its plan, and this one answers the amended one now. */
  readonly isDirectiveAmended: boolean
}

const NO_NEWS: EditingNews = { frameBy: null, isDirectiveAmended: false }

/** The editing of one plan on this screen: it saves by itself, tries again, and hears what others save. */
export interface Editing {
  view(): EditingView
  subscribe(listener: () => void): () => void
  edit(change: Change): void
  undo(): void
  redo(): void
  dismiss(nodeId: string): void
  /** The person has seen what others changed beside the lines. */
  dismissNews(): void
  /** Sends what is typed now; true when nothing is left unsent. */
  flush(): Promise<boolean>
  /** Begins to save and to listen; the result ends both. */
  run(): () => void
}

/**
 * @param onSaved  after each saving that the server took
 * @param onMoved  when more than lines changed elsewhere and the plan is to be read anew: it was submitted, returned or
 *   approved, points were answered, its frame changed, the superior's plan was amended
 */
export function openEditing(plan: Pick<Plan, 'id' | 'state' | 'revision' | 'nodes' | 'actions' | 'directiveId'>, onSaved: () => void, onMoved: () => void): Editing {
  const isEditable = plan.actions.includes('edit')
  const listeners = new Set<() => void>()
  let view: EditingView = { state: openEditor(plan.revision, plan.nodes), save: { state: 'clean' }, refusal: null, news: NO_NEWS }
  let underWay: Promise<boolean> | null = null
  let lost: { readonly text: string; readonly id: string } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined
  let { directiveId } = plan

  const show = (patch: Partial<EditingView>) => {
    view = { ...view, ...patch }
    for (const listener of listeners) listener()
  }
  const change = (state: EditorState) => {
    const hasNews = unsaved(state).length > 0
    show({ state, ...(hasNews && view.save.state !== 'failed' ? { save: { state: 'dirty' } } : {}) })
    if (hasNews) sendAfter(view.save.state === 'failed' ? RETRY_AFTER_MS : SAVE_AFTER_MS)
  }
  const sendAfter = (ms: number) => {
    if (!isEditable || view.refusal !== null) return
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), ms)
  }

  const send = async (): Promise<boolean> => {
    const changes = unsaved(view.state).slice(0, MOST_AT_ONCE)
    if (changes.length === 0) return true
    const text = JSON.stringify(changes)
    // The answer to an earlier sending of the same may have been lost: the same id lets it happen once.
    const id = lost?.text === text ? lost.id : newOperationId()
    show({ state: sending(view.state, changes), save: { state: 'saving' } })
    try {
      const answer = await call(saveNodes, { planId: plan.id, changes: changes.map(wire) }, { idempotencyKey: id })
      lost = null
      const state = answered(view.state, answer)
      const rest = unsaved(state).length > 0
      show({ state, save: rest ? { state: 'dirty' } : { state: 'saved', at: new Date() }, refusal: null })
      if (rest) sendAfter(SAVE_AFTER_MS)
      onSaved()
      return !rest
    } catch (error) {
      const willRetry = error instanceof ApiError && error.isTemporary
      lost = willRetry ? { text, id } : null
      show({ state: notSent(view.state), save: { state: 'failed' }, refusal: willRetry ? null : error })
      if (willRetry) sendAfter(RETRY_AFTER_MS)
      return false
    }
  }
  const flush = (): Promise<boolean> => {
    clearTimeout(timer)
    underWay ??= send().finally(() => {
      underWay = null
    })
    return underWay
  }
  const listen = async () => {
    if (document.hidden || underWay) return
    try {
      const news = await call(changesSince, { planId: plan.id, revision: view.state.revision }, { whenSignedOut: 'fail' })
      if (underWay) return
      const isBeside = news.revision > view.state.revision && news.nodes.length === 0
      const isAmended = news.directiveId !== directiveId
      const isFramed = news.frame !== null && !news.frame.byMe
      directiveId = news.directiveId
      if (news.revision > view.state.revision) show({ state: overheard(view.state, news) })
      if (isAmended || isFramed) show({ news: { frameBy: isFramed ? { name: news.frame!.byName } : view.news.frameBy, isDirectiveAmended: isAmended || view.news.isDirectiveAmended } })
      if (news.state !== plan.state || isBeside || isAmended || isFramed) onMoved()
    } catch {
      // Listening is a courtesy: the next sending tells what is wrong.
    }
  }
  const warn = (event: BeforeUnloadEvent) => {
    if (unsaved(view.state).length > 0) event.preventDefault()
  }

  return {
    view: () => view,
    subscribe(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    edit: (edits) => change(edit(view.state, edits)),
    undo: () => change(undo(view.state)),
    redo: () => change(redo(view.state)),
    dismiss: (nodeId) => show({ state: dismiss(view.state, nodeId) }),
    dismissNews: () => show({ news: NO_NEWS }),
    flush,
    run() {
      void listen()
      const ear = setInterval(() => void listen(), LISTEN_EVERY_MS)
      window.addEventListener('beforeunload', warn)
      return () => {
        clearInterval(ear)
        window.removeEventListener('beforeunload', warn)
        void flush()
      }
    },
  }
}

function wire({ before, after }: Change[number]) {
  return { before: before && plain(before), after: after && plain(after) }
}

function plain(node: PlanNode) {
  return { ...node, supporting: [...node.supporting], covers: [...node.covers] }
}
