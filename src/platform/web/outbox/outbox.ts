import type { ApiErrorKind } from '../api-error.ts'
import { ApiError } from '../api-error.ts'
import { after, type Difference, isDone, nextStep, type OutboxCommand, type OutboxEvent, type OutboxItem, type Problem } from './item.ts'
import type { Vault } from './vault.ts'

/** How things travel. Every promise is kept only by the server's own word. */
export interface Carrier {
  /** How much of a file the server has. @throws ApiError */
  askReceived(unitId: string, uploadId: string): Promise<number>
  /** Sends a part; answers how much the server has now. @throws ApiError */
  sendPart(unitId: string, part: { uploadId: string; name: string; bytes: number; digest: string; from: number; content: Uint8Array<ArrayBuffer> }): Promise<number>
  /** @throws ApiError */
  sendCommand(command: OutboxCommand): Promise<unknown>
}

/** What was sent since the last time that something waited. */
export interface Sent {
  readonly records: number
  readonly files: number
  readonly at: number
}

export const PART_BYTES = 131_072

export type OutboxStore = Pick<Vault, 'put' | 'get' | 'all' | 'remove' | 'bytes' | 'putBytes'>

export interface NewItem {
  readonly id: string
  readonly unitId: string
  readonly title: string
  /** Null where files alone go to a record that the server has. */
  readonly command: OutboxCommand | null
  readonly files: readonly { readonly attachment: Omit<OutboxItem['attachments'][number], 'received' | 'isAttached'>; readonly content: Uint8Array<ArrayBuffer> }[]
}

/** Everything in the queue, oldest first. */
export async function itemsIn(store: OutboxStore): Promise<OutboxItem[]> {
  return (await store.all<OutboxItem>('queue')).sort((a, b) => a.createdAt - b.createdAt)
}

/**
 * Puts a submission into the queue: its files first, so that an item in the queue is whole. One that is about a record
 * which waits already joins it, so that edits of one record go out in their order.
 */
export async function addItem(store: OutboxStore, { files, ...item }: NewItem, now: number): Promise<void> {
  for (const { attachment, content } of files) await store.putBytes(attachment.uploadId, content)
  const attachments = files.map(({ attachment }) => ({ ...attachment, received: 0, isAttached: false }))
  await alone(async () => {
    const waiting = await store.get<OutboxItem>('queue', item.id)
    const whole: OutboxItem = waiting
      ? after(waiting, { type: 'joined', title: item.title, command: item.command, attachments }, now)
      : { ...item, isTried: false, next: null, createdAt: now, attachments, state: 'waiting', isSaved: item.command === null, failures: 0, dueAt: now, problem: null, differences: [], answer: null }
    await store.put('queue', item.id, whole)
  })
}

/** Lets an event happen to an item; answers what it is now, null when it is gone. */
export function change(store: OutboxStore, id: string, event: OutboxEvent, now: number): Promise<OutboxItem | null> {
  return alone(async () => {
    const item = await store.get<OutboxItem>('queue', id)
    if (!item) return null
    const changed = after(item, event, now)
    await store.put('queue', id, changed)
    return changed
  })
}

let last: Promise<unknown> = Promise.resolve()

/** One change of the queue at a time, in this tab and, where the browser can, in all of them. */
function alone<Result>(work: () => Promise<Result>): Promise<Result> {
  const { locks } = (globalThis.navigator ?? {}) as Partial<Navigator>
  const run = (): Promise<Result> => (locks ? (locks.request('songhanh.queue', work) as Promise<Result>) : work())
  const result = last.then(run, run)
  last = result.catch(() => undefined)
  return result
}

/** Takes an item and its files off the device for good. */
export async function removeItem(store: OutboxStore, item: OutboxItem): Promise<void> {
  await store.remove('queue', item.id)
  for (const { uploadId } of item.attachments) await store.remove('files', uploadId)
}

/** Who wants to know while a round runs. */
export interface Watch {
  readonly onChange?: () => void
  /** The server has carried a command out. */
  readonly onAnswer?: (command: OutboxCommand, answer: unknown) => void
}

/**
 * Sends what is due, each item for itself: what fails waits longer each time, or aside, and the next one goes on.
 * Without an answer at all the round ends.
 */
export async function sendDue(store: OutboxStore, carrier: Carrier, clock: () => number, watch: Watch = {}): Promise<Sent> {
  const sent = { records: 0, files: 0 }
  for (const item of await itemsIn(store)) {
    if (item.state !== 'waiting' || item.dueAt > clock()) continue
    const outcome = await sendItem(store, carrier, item, clock, watch)
    if (outcome === 'sent') {
      sent.records += 1
      sent.files += item.attachments.length
    }
    watch.onChange?.()
    if (outcome === 'offline' || outcome === 'unauthenticated') break
  }
  return { ...sent, at: clock() }
}

type Outcome = 'sent' | 'open' | ApiErrorKind

/** Thrown when the person took the item off the device while it was being sent. */
class Gone extends Error {}

async function sendItem(store: OutboxStore, carrier: Carrier, first: OutboxItem, clock: () => number, { onChange, onAnswer }: Watch): Promise<Outcome> {
  let item = first
  const happened = async (event: OutboxEvent) => {
    const changed = await change(store, item.id, event, clock())
    if (!changed) throw new Gone()
    item = changed
    onChange?.()
  }
  const send = async (command: OutboxCommand) => {
    const answer = await carrier.sendCommand(command)
    onAnswer?.(command, answer)
    return answer
  }
  try {
    await resume(carrier, item, happened)
    for (;;) {
      const step = nextStep(item)
      if (step.type === 'part') {
        const { uploadId, received } = step.attachment
        const now = await sendNextPart(store, carrier, item.unitId, step.attachment)
        await happened({ type: 'received', uploadId, received: now })
        if (now <= received) throw new ApiError('unavailable', 'files.no_progress')
      } else if (step.type === 'command') {
        if (!item.isTried) await happened({ type: 'tried' })
        const answer = await send(nextCommand(item))
        await happened({ type: 'saved', differences: differencesOf(answer), answer })
      } else if (step.type === 'attach') {
        await send(step.attachment.attach)
        await happened({ type: 'attached', uploadId: step.attachment.uploadId })
      } else {
        const now = await close(store, item.id)
        if (now === null || now.state === 'conflict') return now ? 'open' : 'sent'
        item = now
      }
    }
  } catch (error) {
    if (error instanceof Gone) return 'open'
    const problem = problemOf(error)
    await change(store, item.id, { type: 'failed', problem }, clock())
    onChange?.()
    return problem.kind
  }
}

/** The newest edit, when one took the place of what had not gone out. */
function nextCommand(item: OutboxItem): OutboxCommand {
  const step = nextStep(item)
  if (step.type !== 'command') throw new Gone()
  return step.command
}

/** Takes an item of which everything has arrived off the device: null. What joined it meanwhile goes on, what contradicts waits for the person. */
function close(store: OutboxStore, id: string): Promise<OutboxItem | null> {
  return alone(async () => {
    const item = await store.get<OutboxItem>('queue', id)
    if (!item || nextStep(item).type !== 'done') return item
    if (isDone(item)) {
      await removeItem(store, item)
      return null
    }
    const held: OutboxItem = { ...item, state: 'conflict' }
    await store.put('queue', id, held)
    return held
  })
}

/** After a failure the server is asked how far each file came: the answer to the last part may have been lost. */
async function resume(carrier: Carrier, item: OutboxItem, happened: (event: OutboxEvent) => Promise<void>): Promise<void> {
  if (item.failures === 0) return
  for (const { uploadId, received, bytes, isAttached } of item.attachments) {
    if (isAttached || received === bytes) continue
    const known = await carrier.askReceived(item.unitId, uploadId)
    if (known !== received) await happened({ type: 'received', uploadId, received: known })
  }
}

async function sendNextPart(store: OutboxStore, carrier: Carrier, unitId: string, attachment: OutboxItem['attachments'][number]): Promise<number> {
  const { uploadId, name, bytes, digest, received: from } = attachment
  const whole = await store.bytes(uploadId)
  if (!whole) throw new ApiError('invalid', 'outbox.file_gone', { name })
  return carrier.sendPart(unitId, { uploadId, name, bytes, digest, from, content: whole.slice(from, from + PART_BYTES) })
}

function differencesOf(answer: unknown): readonly Difference[] {
  const { conflicts } = (answer ?? {}) as { conflicts?: readonly Difference[] }
  return conflicts ?? []
}

function problemOf(error: unknown): Problem {
  if (error instanceof ApiError) return { kind: error.kind, code: error.code, params: error.params }
  return { kind: 'internal', code: 'outbox.failed', params: {} }
}
