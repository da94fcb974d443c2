import { daysBetween, type PlainDate } from '#platform/clock.ts'
import type { Audience } from '#core/records/model/kind.ts'
import type { HeadCount, RecordValues } from '#core/records/model/record.ts'

/** A line of the unit's issued plan that somebody may carry out. */
export interface QuickTask {
  readonly nodeId: string
  readonly planId: string
  readonly text: string
  readonly startOn: PlainDate | null
  readonly dueOn: PlainDate | null
}

/** Women and men of one audience; null is not counted. */
export interface Pair {
  readonly female: number | null
  readonly male: number | null
}

/** A picture that waits on the device, shrunk. */
export interface QuickPhoto {
  readonly uploadId: string
  readonly name: string
  readonly bytes: number
  readonly digest: string
  /** The day that the picture told before it was shrunk. */
  readonly takenOn: PlainDate | null
}

/** What a person enters on the phone. */
export interface QuickForm {
  readonly recordId: string
  readonly kind: string
  readonly onDay: PlainDate
  /** A line of the plan; null outside the plan. */
  readonly nodeId: string | null
  readonly planId: string | null
  readonly title: string
  readonly counts: Readonly<Partial<Record<Audience, Pair>>>
  readonly photos: readonly QuickPhoto[]
  /** Nobody's privacy is harmed by the pictures, or consent was given. */
  readonly consent: boolean
  readonly result: string
}

const NEAR_DAYS = 7

/** Days between `day` and the time of the task; 0 within it, null when it has none. */
export function distanceOf({ startOn, dueOn }: Pick<QuickTask, 'startOn' | 'dueOn'>, day: PlainDate): number | null {
  const [first, last] = [startOn ?? dueOn, dueOn ?? startOn]
  if (first === null || last === null) return null
  if (day < first) return daysBetween(day, first)
  return day > last ? daysBetween(last, day) : 0
}

/** The tasks with the likeliest first: due that day, then running, then the nearest, then those without a day. */
export function byNearness(tasks: readonly QuickTask[], day: PlainDate): QuickTask[] {
  const rank = (task: QuickTask) => (task.dueOn === day ? -1 : (distanceOf(task, day) ?? Number.POSITIVE_INFINITY))
  return [...tasks].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(a) - rank(b)))
}

/** What is chosen beforehand: the task of the day, or the nearest one within a week before or after; else none. */
export function likelyTask(tasks: readonly QuickTask[], day: PlainDate): QuickTask | null {
  const [nearest] = byNearness(tasks, day)
  const distance = nearest && distanceOf(nearest, day)
  return nearest && distance !== null && distance !== undefined && distance <= NEAR_DAYS ? nearest : null
}

/** Null when neither was counted. */
export function totalOf({ female, male }: Pair): number | null {
  return female === null && male === null ? null : (female ?? 0) + (male ?? 0)
}

/** What keeps the form from being saved: which task or which name, and one count. */
export function missingIn(form: QuickForm): readonly ('title' | 'counts' | 'consent')[] {
  const counted = Object.values(form.counts).some((pair) => (totalOf(pair) ?? 0) > 0)
  return [
    ...(form.title.trim() === '' ? (['title'] as const) : []),
    ...(counted ? [] : (['counts'] as const)),
    ...(form.photos.length > 0 && !form.consent ? (['consent'] as const) : []),
  ]
}

/** The form as a record takes it. */
export function quickValues(form: QuickForm): RecordValues {
  return {
    onDay: form.onDay,
    untilDay: null,
    title: form.title.trim().slice(0, 300),
    place: null,
    result: form.result.trim() || null,
    fields: {},
    headCounts: Object.entries(form.counts).flatMap(([audience, pair]) => cellsOf(audience as Audience, pair)),
    cost: null,
    costSource: null,
    taskId: null,
    planId: form.planId,
    nodeId: form.nodeId,
  }
}

function cellsOf(audience: Audience, { female, male }: Pair): HeadCount[] {
  const cell = (sex: 'F' | 'M', contacts: number | null): HeadCount[] =>
    contacts === null ? [] : [{ audience, sex, ageGroup: '', ethnicity: '', contacts, persons: contacts }]
  return [...cell('F', female), ...cell('M', male)]
}
