import type { CaseFacts } from './duties.ts'
import { safetyLevel } from './safety.ts'
import type { StepBody } from './steps.ts'

/** What is known of a case by its steps: the last word holds. */
export function caseFactsOf(steps: readonly StepBody[]): CaseFacts {
  const tagged = steps.findLast((step) => step.kind === 'tagged')
  const assessed = steps.findLast((step) => step.kind === 'assessed')
  const carer = assessed?.answers.carer
  return {
    tags: tagged?.tags ?? [],
    age: tagged?.age ?? 'unknown',
    isSexual: tagged?.isSexual ?? false,
    level: assessed ? safetyLevel(assessed.answers) : null,
    byCarer: carer === 'yes' ? true : carer === 'no' ? false : null,
  }
}
