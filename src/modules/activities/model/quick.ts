import { daysBetween, type PlainDate } from '#platform/clock.ts'
import { type Audience, type Field, fieldsOf, type Kind } from '#core/records/model/kind.ts'
import { fieldFaults } from '#core/records/model/check-values.ts'
import type { FieldValue, HeadCount, RecordValues } from '#core/records/model/record.ts'

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

/** Women and men of one audience, or all of them where the kind knows no sex; null is not counted. */
export interface Pair {
  readonly female: number | null
  readonly male: number | null
  readonly all?: number | null
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
  /** What the kind must know beyond what every record has. */
  readonly fields: Readonly<Record<string, FieldValue>>
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

/** Null when nobody was counted. */
export function totalOf({ female, male, all = null }: Pair): number | null {
  return female === null && male === null && all === null ? null : (female ?? 0) + (male ?? 0) + (all ?? 0)
}

const USUAL: readonly Audience[] = ['pupils', 'teachers']

/** Whom the short form asks about at once, and whom only where somebody wants to: those that the kind counts. */
export function audiencesOf({ audiences }: Kind): { first: readonly Audience[]; further: readonly Audience[] } {
  const ordered = [...USUAL.filter((one) => audiences.includes(one)), ...audiences.filter((one) => !USUAL.includes(one))]
  return { first: ordered.slice(0, USUAL.length), further: ordered.slice(USUAL.length) }
}

/** The fields without which a record of the kind is not whole. */
export function requiredFields(kind: Kind): readonly Field[] {
  return fieldsOf(kind).filter(({ required }) => required)
}

/** The counts that the kind takes; what was typed for another kind is left aside. */
function countsOf(form: QuickForm, kind: Kind): (readonly [Audience, Pair])[] {
  return kind.audiences.flatMap((audience) => {
    const pair = form.counts[audience]
    if (!pair) return []
    const taken: Pair = kind.counting === 'reach' ? { female: null, male: null, all: pair.all ?? null } : { female: pair.female, male: pair.male }
    return [[audience, taken] as const]
  })
}

/** `field.form` for a field of the kind. */
export type Missing = 'title' | 'counts' | 'consent' | `field.${string}`

/** What keeps the form from being saved: which task or which name, what the kind must know, and one count. */
export function missingIn(form: QuickForm, kind: Kind): readonly Missing[] {
  const isCounted = kind.withoutPeople === true || countsOf(form, kind).some(([, pair]) => (totalOf(pair) ?? 0) > 0)
  return [
    ...(form.title.trim() === '' ? (['title'] as const) : []),
    ...requiredFields(kind).flatMap((field): Missing[] => (fieldFaults(field, form.fields[field.id] ?? null, false).length > 0 ? [`field.${field.id}`] : [])),
    ...(isCounted ? [] : (['counts'] as const)),
    ...(photosOf(form, kind).length > 0 && !form.consent ? (['consent'] as const) : []),
  ]
}

/** Some kinds take no pictures: nobody who seeks advice is photographed. */
export function photosOf({ photos }: QuickForm, kind: Kind): readonly QuickPhoto[] {
  return kind.evidence.what === 'none' ? [] : photos
}

/** The form as a record takes it. */
export function quickValues(form: QuickForm, kind: Kind): RecordValues {
  const asked = requiredFields(kind).map(({ id }) => id)
  return {
    onDay: form.onDay,
    untilDay: null,
    title: form.title.trim().slice(0, 300),
    place: null,
    result: form.result.trim() || null,
    fields: Object.fromEntries(Object.entries(form.fields).filter(([id]) => asked.includes(id))),
    headCounts: countsOf(form, kind).flatMap(([audience, pair]) => cellsOf(audience, pair, kind)),
    cost: null,
    costSource: null,
    taskId: form.taskId,
    planId: form.planId,
    nodeId: form.nodeId,
  }
}

/** Where each takes part once, contacts are persons; elsewhere how many different people they are is not known here. */
function cellsOf(audience: Audience, { female, male, all = null }: Pair, { counting }: Kind): HeadCount[] {
  const cell = (sex: 'F' | 'M' | '', contacts: number | null): HeadCount[] =>
    contacts === null ? [] : [{ audience, sex, ageGroup: '', ethnicity: '', contacts, persons: counting === 'once' ? contacts : null }]
  return [...cell('F', female), ...cell('M', male), ...cell('', all)]
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
