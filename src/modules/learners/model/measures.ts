import type { Breakdown, Measure } from '#core/facts/model/measure.ts'

const CROSSED = ['sex', 'ethnicity', 'detail'] as const satisfies readonly Breakdown[]

function snapshot(code: string, breakdowns: readonly Breakdown[], number: Measure['number'] = 'persons'): Measure {
  return { code, number, over: 'last', breakdowns, appliesTo: ['school'] }
}

/** What the registers count. `detail` is the level of schooling, of those who left their reason. */
export const MEASURES: readonly Measure[] = [
  snapshot('pupils.enrolled', CROSSED),
  snapshot('pupils.enrolled_at_start', CROSSED),
  snapshot('pupils.disabled', ['sex', 'detail']),
  snapshot('pupils.due', CROSSED),
  snapshot('pupils.completed', CROSSED),
  snapshot('pupils.moved_up', ['sex', 'detail']),
  snapshot('pupils.dropped_out', CROSSED),
  snapshot('classes.total', ['detail'], 'count'),
]
