import * as z from 'zod/mini'
import { AdviceNote, NoveltyView } from '#core/advice/contract.ts'
import { contract } from '#platform/contract.ts'

export const adviseReport = contract({
  name: 'reports.adviseReport',
  route: 'GET /api/reports/:reportId/advice',
  permission: 'reports.read',
  summary: 'What an editor would say to the writer of a report: words, capitals, dates, bases, one-sided wording, and what to write instead',
  input: z.object({ reportId: z.uuid() }),
  output: z.array(AdviceNote),
})

export const compareReportText = contract({
  name: 'reports.compareReportText',
  route: 'GET /api/reports/:reportId/novelty',
  permission: 'reports.read',
  summary: 'How much of the report stands in earlier ones of the unit, in those of its superiors and neighbours, sentence beside sentence',
  input: z.object({ reportId: z.uuid() }),
  output: NoveltyView,
})
