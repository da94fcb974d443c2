import type { StepBody } from './steps.ts'

/** One case counted under a value. */
export interface Counted {
  readonly breakdown: string
  readonly value: string
}

/** What a step says that is counted; empty for most. What was counted before under the same break-downs no longer is. */
export function countedOf(step: StepBody): Counted[] {
  switch (step.kind) {
    case 'tagged':
      return [
        { breakdown: 'type', value: step.tags.length === 1 ? step.tags[0]! : step.tags.length > 1 ? 'several' : 'unknown' },
        { breakdown: 'sex', value: step.sex },
        { breakdown: 'age', value: step.age },
        { breakdown: 'place', value: step.place },
      ]
    case 'accused':
      return [{ breakdown: 'accused', value: step.isCriminal === 'yes' ? 'criminal' : step.isCounselled === 'yes' ? 'counselled' : step.isCounselled === 'no' ? 'not_counselled' : 'unknown' }]
    case 'closed':
      return step.outcome ? [{ breakdown: 'outcome', value: step.outcome }] : []
    default:
      return []
  }
}
