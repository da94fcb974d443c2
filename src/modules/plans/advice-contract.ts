import * as z from 'zod/mini'
import { AdviceNote, NoveltyView } from '#core/advice/contract.ts'
import { contract } from '#platform/contract.ts'

export const advisePlan = contract({
  name: 'plans.advisePlan',
  route: 'GET /api/plans/:planId/advice',
  permission: 'plans.read',
  summary: 'What an editor would say to the writer: words, capitals, dates, bases, one-sided wording, and what to write instead',
  input: z.object({ planId: z.uuid() }),
  output: z.array(AdviceNote),
})

export const comparePlanText = contract({
  name: 'plans.comparePlanText',
  route: 'GET /api/plans/:planId/novelty',
  permission: 'plans.read',
  summary: 'How much of the plan stands in earlier ones of the unit, in those of its superiors and neighbours, sentence beside sentence',
  input: z.object({ planId: z.uuid() }),
  output: NoveltyView,
})
