import { daysBetween, type PlainDate } from '#platform/clock.ts'
import type { Kind } from '#core/records/model/kind.ts'
import type { RecordValues } from '#core/records/model/record.ts'

/** Something that looks strange about an activity; `key` names it for good, so that its answer is found again. */
export interface Oddity {
  readonly key: string
  readonly kind: 'more_than_school' | 'same_picture' | 'same_picture_here' | 'picture_day' | 'future'
  readonly params: Readonly<Record<string, string | number>>
}

/** A picture told another day than the activity by more than this. */
export const PICTURE_DAYS = 3

export interface Surroundings {
  readonly today: PlainDate
  /** Pupils of the unit; null when nobody has told. */
  readonly pupils: number | null
  /** `sameAs` is another activity with the same picture; `isTwice` says that an earlier picture of this one is the same. */
  readonly pictures: readonly { readonly id: string; readonly takenOn: PlainDate | null; readonly sameAs: { readonly title: string; readonly onDay: PlainDate } | null; readonly isTwice: boolean }[]
}

/** What to ask the person; nothing of it keeps the activity from being saved. */
export function odditiesOf(kind: Kind, values: RecordValues, { today, pupils, pictures }: Surroundings): Oddity[] {
  const last = values.untilDay ?? values.onDay
  const counted = values.headCounts.filter(({ audience }) => audience === 'pupils').reduce((sum, { persons }) => sum + (persons ?? 0), 0)
  return [
    ...(values.onDay > today ? [{ key: 'future', kind: 'future', params: {} } as const] : []),
    ...(kind.counting === 'once' && pupils !== null && counted > pupils ? [{ key: `more_than_school:${counted}`, kind: 'more_than_school', params: { counted, pupils } } as const] : []),
    ...pictures.flatMap(({ id, takenOn, sameAs, isTwice }): Oddity[] => [
      ...(isTwice ? [{ key: `same_picture_here:${id}`, kind: 'same_picture_here' as const, params: {} }] : []),
      ...(sameAs ? [{ key: `same_picture:${id}`, kind: 'same_picture' as const, params: { title: sameAs.title, day: sameAs.onDay } }] : []),
      ...(takenOn !== null && isFar(takenOn, values.onDay, last) ? [{ key: `picture_day:${id}`, kind: 'picture_day' as const, params: { day: takenOn } }] : []),
    ]),
  ]
}

function isFar(day: PlainDate, from: PlainDate, until: PlainDate): boolean {
  return daysBetween(day, from) > PICTURE_DAYS || daysBetween(until, day) > PICTURE_DAYS
}
