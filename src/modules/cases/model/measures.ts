import type { Measure } from '#core/facts/model/measure.ts'

const count = (code: string, breakdowns: Measure['breakdowns']): Measure => ({ code: `cases.${code}`, number: 'count', over: 'sum', breakdowns, appliesTo: [] })

/** Numbers of cases that may be known. Each break-down is a measure of its own: crossed, they would be too small. */
export const MEASURES: readonly Measure[] = [
  count('received', []),
  count('by_type', ['detail']),
  count('by_sex', ['sex']),
  count('by_age', ['age_group']),
  count('by_place', ['detail']),
  count('by_tell', ['detail']),
  count('by_support', ['detail']),
  count('by_accused', ['detail']),
  count('closed_as', ['detail']),
]
