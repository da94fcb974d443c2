import type { ApiErrorKind } from '../api-error.ts'

/** A command as it goes to the server; repeating it with the same operation id does it once. */
export interface OutboxCommand {
  readonly operationId: string
  /** `activities.save` */
  readonly name: string
  readonly route: string
  readonly input: Readonly<Record<string, unknown>>
}

/** A file that belongs to a record. Its bytes lie beside the queue under `uploadId`. */
export interface Attachment {
  readonly uploadId: string
  readonly name: string
  readonly bytes: number
  /** SHA-256 in hex. */
  readonly digest: string
  /** Bytes that the server has confirmed. */
  readonly received: number
  /** Tells the record about the file, once both are there. */
  readonly attach: OutboxCommand
  readonly isAttached: boolean
}

/** What somebody else wrote meanwhile: `theirs` stands on the server, `mine` was sent. */
export interface Difference {
  readonly part: string
  readonly mine: unknown
  readonly theirs: unknown
  readonly byName: string | null
}

/**
 * waiting: is sent as soon as possible; aside: was refused or put aside, and waits for the person; conflict: is saved,
 * but somebody else had written the same parts, and the person chooses.
 */
export type OutboxState = 'waiting' | 'aside' | 'conflict'

/** One submission that the server has not confirmed as a whole. Items know nothing of each other. */
export interface OutboxItem {
  readonly id: string
  readonly unitId: string
  /** What the person calls it. */
  readonly title: string
  readonly createdAt: number
  /** Null where files alone go to a record that the server has. */
  readonly command: OutboxCommand | null
  /** `command` has gone out at least once, so that it may have arrived whatever came back. */
  readonly isTried: boolean
  /** What the person changed after that: the outcome of `command` is waited for before this one goes. */
  readonly next: OutboxCommand | null
  readonly attachments: readonly Attachment[]
  readonly state: OutboxState
  /** The server has confirmed the record itself. */
  readonly isSaved: boolean
  /** Failures in a row since the last progress. */
  readonly failures: number
  /** Not before this time. */
  readonly dueAt: number
  readonly problem: Problem | null
  readonly differences: readonly Difference[]
  /** What stands on the server after a conflict. */
  readonly answer: unknown
}

export interface Problem {
  readonly kind: ApiErrorKind
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

export type Step =
  | { readonly type: 'part'; readonly attachment: Attachment }
  | { readonly type: 'command'; readonly command: OutboxCommand }
  | { readonly type: 'attach'; readonly attachment: Attachment }
  | { readonly type: 'done' }

/** What comes next: the files, then the record, then which file belongs to it. */
export function nextStep(item: OutboxItem): Step {
  const incomplete = item.attachments.find(({ received, bytes }) => received < bytes)
  if (incomplete && !item.isSaved) return { type: 'part', attachment: incomplete }
  if (!item.isSaved && item.command) return { type: 'command', command: item.command }
  const loose = item.attachments.find(({ isAttached }) => !isAttached)
  if (!loose) return { type: 'done' }
  return loose.received < loose.bytes ? { type: 'part', attachment: loose } : { type: 'attach', attachment: loose }
}

export type OutboxEvent =
  | { readonly type: 'tried' }
  | { readonly type: 'received'; readonly uploadId: string; readonly received: number }
  | { readonly type: 'saved'; readonly differences: readonly Difference[]; readonly answer: unknown }
  | { readonly type: 'attached'; readonly uploadId: string }
  | { readonly type: 'failed'; readonly problem: Problem }
  | { readonly type: 'put_aside' }
  | { readonly type: 'try_again' }
  | { readonly type: 'resolved'; readonly command: OutboxCommand | null }
  | { readonly type: 'joined'; readonly title: string; readonly command: OutboxCommand | null; readonly attachments: readonly Attachment[] }

/** The item after an event; `now` in milliseconds. */
export function after(item: OutboxItem, event: OutboxEvent, now: number): OutboxItem {
  switch (event.type) {
    case 'tried':
      return { ...item, isTried: true }
    case 'received':
      return { ...item, ...untroubled(item, event), attachments: changed(item, event.uploadId, { received: event.received }) }
    case 'saved':
      if (item.next) return { ...item, ...anew(following(item.next, event), now) }
      return { ...item, isSaved: true, failures: 0, problem: null, differences: event.differences, answer: event.differences.length > 0 ? event.answer : null }
    case 'attached':
      return { ...item, failures: 0, problem: null, attachments: changed(item, event.uploadId, { isAttached: true }) }
    case 'failed':
      return failed(item, event.problem, now)
    case 'put_aside':
      return { ...item, state: 'aside' }
    case 'try_again':
      return { ...item, state: 'waiting', failures: 0, dueAt: now, problem: null }
    case 'resolved':
      return { ...item, ...anew(event.command, now) }
    case 'joined':
      return { ...item, title: event.title, attachments: [...item.attachments, ...event.attachments], ...commandOf(item, event.command, now) }
  }
}

/** A command that has not gone out yet; without one, what the server has stands. */
function anew(command: OutboxCommand | null, now: number) {
  return { command, next: null, isTried: false, state: 'waiting', isSaved: command === null, failures: 0, dueAt: now, problem: null, differences: [], answer: null } as const
}

/**
 * Where a newer edit goes: in the place of what has not gone out or was refused, after what may have arrived already. It may not simply take
 * the place of the latter, or it would contradict its own forerunner.
 */
function commandOf(item: OutboxItem, command: OutboxCommand | null, now: number): Partial<OutboxItem> {
  if (!command) return {}
  const isRefused = item.state === 'aside' && item.problem !== null && !TEMPORARY.includes(item.problem.kind)
  if (item.isSaved || item.command === null || !item.isTried || isRefused) return anew(command, now)
  return { next: command, state: 'waiting', dueAt: now }
}

/** The newer edit begins where the older one ended; where others had contradicted that, they are compared with the newer one. */
function following(next: OutboxCommand, { differences, answer }: { differences: readonly Difference[]; answer: unknown }): OutboxCommand {
  const { revision } = (answer ?? {}) as { revision?: number }
  return differences.length > 0 || revision === undefined ? next : { ...next, input: { ...next.input, revision } }
}

/** An upload that starts over counts as a failure, or a file that arrives damaged each time would be sent for ever. */
function untroubled(item: OutboxItem, { uploadId, received }: { uploadId: string; received: number }): Pick<OutboxItem, 'failures' | 'problem'> {
  const before = item.attachments.find((attachment) => attachment.uploadId === uploadId)?.received ?? 0
  return received > before ? { failures: 0, problem: null } : { failures: item.failures, problem: item.problem }
}

function changed(item: OutboxItem, uploadId: string, change: Partial<Attachment>): readonly Attachment[] {
  return item.attachments.map((attachment) => (attachment.uploadId === uploadId ? { ...attachment, ...change } : attachment))
}

const TEMPORARY: readonly ApiErrorKind[] = ['offline', 'unavailable', 'internal', 'unauthenticated']

function failed(item: OutboxItem, problem: Problem, now: number): OutboxItem {
  const failures = item.failures + 1
  if (!TEMPORARY.includes(problem.kind)) return { ...item, state: 'aside', failures, problem }
  return { ...item, failures, problem, dueAt: now + delayAfter(failures) }
}

const FIRST_DELAY_MS = 5_000
const LONGEST_DELAY_MS = 15 * 60_000

/** How long to wait after so many failures in a row: 5 s, 10 s, 20 s … a quarter of an hour. */
export function delayAfter(failures: number): number {
  return Math.min(LONGEST_DELAY_MS, FIRST_DELAY_MS * 2 ** Math.max(0, failures - 1))
}

/** Whether everything of the item is on the server and nothing is left to choose. */
export function isDone(item: OutboxItem): boolean {
  return nextStep(item).type === 'done' && item.differences.length === 0
}
