import * as z from 'zod/mini'
import { contract } from '#platform/contract.ts'
import { ADVICE_CODES } from './model/advice.ts'

// What an editor of the field would say to the writer of a plan.

export const PlanAdvice = z.object({
  code: z.enum(ADVICE_CODES),
  severity: z.enum(['error', 'warning', 'info']),
  /** The words as they stand; null when something is absent. */
  quote: z.nullable(z.string()),
  note: z.string(),
  /** In place of the quote, where that can be told. */
  proposal: z.nullable(z.string()),
  /** The line in which the words stand; null in what surrounds the body. */
  nodeId: z.nullable(z.uuid()),
})
export type PlanAdvice = z.output<typeof PlanAdvice>

export const advisePlan = contract({
  name: 'plans.advisePlan',
  route: 'GET /api/plans/:planId/advice',
  permission: 'plans.read',
  summary: 'What an editor would say to the writer: words, capitals, dates, bases, one-sided wording, and what to write instead',
  input: z.object({ planId: z.uuid() }),
  output: z.array(PlanAdvice),
})
