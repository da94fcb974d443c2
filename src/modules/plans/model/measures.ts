import type { Measure } from '#core/facts/model/measure.ts'

/** What the module counts: plans on the day of their issue, and how many of their targets can be measured. */
export const PLAN_MEASURES: readonly Measure[] = ['plans.issued', 'plans.targets_total', 'plans.targets_measurable'].map((code) => ({
  code,
  number: 'count',
  over: 'sum',
  breakdowns: [],
  appliesTo: [],
}))
