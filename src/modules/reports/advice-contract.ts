import * as z from 'zod/mini'
import { AdviceNote } from '#core/advice/contract.ts'
import { contract } from '#platform/contract.ts'

export const adviseReport = contract({
  name: 'reports.adviseReport',
  route: 'GET /api/reports/:reportId/advice',
  permission: 'reports.read',
  summary: 'What an editor would say to the writer of a report: words, capitals, dates, bases, one-sided wording, and what to write instead',
  input: z.object({ reportId: z.uuid() }),
  output: z.array(AdviceNote),
})
