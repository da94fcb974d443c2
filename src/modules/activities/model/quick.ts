import { daysBetween, type PlainDate } from '#platform/clock.ts'
import type { Audience } from '#core/records/model/kind.ts'
import type { HeadCount, RecordValues } from '#core/records/model/record.ts'

/** Work of the unit's issued plan that somebody may carry out. */
export interface QuickTask {
  /** The assignment. */
  readonly taskId: string
  readonly nodeId: string
  readonly planId: string
  readonly text: string
  readonly startOn: PlainDate | null
  readonly dueOn: PlainDate | null
  /** Of the person who records. */
  readonly isMine: boolean
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
  /** The assignment, and the line of the plan that it comes from; null outside the plan. */
  readonly taskId: string | null
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

/** The tasks with the likeliest first: due that day, then running, then the nearest, then those without a day; of equals the own one. */
export function byNearness(tasks: readonly QuickTask[], day: PlainDate): QuickTask[] {
  const rank = (task: QuickTask) => (task.dueOn === day ? -1 : (distanceOf(task, day) ?? Number.POSITIVE_INFINITY))
  return [...tasks].sort((a, b) => (rank(a) === rank(b) ? Number(b.isMine) - Number(a.isMine) : rank(a) - rank(b)))
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
    taskId: form.taskId,
    planId: form.planId,
    nodeId: form.nodeId,
  }
}

function cellsOf(audience: Audience, { female, male }: Pair): HeadCount[] {
  const cell = (sex: 'F' | 'M', contacts: number | null): HeadCount[] =>
    contacts === null ? [] : [{ audience, sex, ageGroup: '', ethnicity: '', contacts, persons: contacts }]
  return [...cell('F', female), ...cell('M', male)]
}

/** Pupils of a class, a grade or the whole school by the newest head-count; null where a number is not known. */
export interface Enrolled {
  /** Name of the class, number of the grade; empty for the whole school. */
  readonly name: string
  readonly of: 'school' | 'grade' | 'class'
  readonly female: number
  readonly male: number
}

/** What a register of head-counts says, as far as it is of use here. */
interface Register {
  readonly classes: readonly { readonly grade: string; readonly name: string; readonly numbers: Readonly<Record<string, number | null | undefined>> }[]
}

/** Whole school, grades, classes. Classes without both numbers are left out, and so is whatever they belong to; only grades with a number are offered. */
export function enrolledIn({ classes }: Register): Enrolled[] {
  const known = classes.flatMap(({ grade, name, numbers }) => {
    const { enrolled, enrolledFemale: female } = numbers
    return typeof enrolled === 'number' && typeof female === 'number' && female <= enrolled ? [{ grade, name, female, male: enrolled - female }] : []
  })
  const sum = (of: 'school' | 'grade', name: string, within: typeof known): Enrolled => ({
    of,
    name,
    female: within.reduce((total, one) => total + one.female, 0),
    male: within.reduce((total, one) => total + one.male, 0),
  })
  const isWhole = (grade?: string) => classes.filter((one) => grade === undefined || one.grade === grade).length === known.filter((one) => grade === undefined || one.grade === grade).length
  const grades = [...new Set(known.map(({ grade }) => grade))].filter((grade) => /^\d+$/.test(grade) && isWhole(grade))
  return [
    ...(known.length > 0 && isWhole() ? [sum('school', '', known)] : []),
    ...grades.map((grade) => sum('grade', grade, known.filter((one) => one.grade === grade))),
    ...known.filter(({ name }) => name !== '').map(({ name, female, male }): Enrolled => ({ of: 'class', name, female, male })),
  ]
}

/** The year in which the school year of a day begins: 2025 for May 2026. */
export function schoolYearAt(day: PlainDate): number {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return month >= 9 ? year : year - 1
}
