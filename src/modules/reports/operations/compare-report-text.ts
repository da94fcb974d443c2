import { noveltyIn } from '#core/advice/novelty.ts'
import { documentsBeside } from '#modules/documents/public.ts'
import { AppError } from '#platform/errors.ts'
import { compareReportText } from '../advice-contract.ts'
import { wordsOf } from '../model/body.ts'
import { reportById } from '../report-store.ts'
import { roundById } from '../round-store.ts'
import { query } from '../store.ts'
import { composeReport } from './compose-report.ts'
import { printedReport } from './report-document.ts'

export default query(compareReportText, async (ctx, { reportId }) => {
  const report = await reportById(ctx.tx, reportId)
  await ctx.allow('reports.read', report.unitId)
  // What a unit is still writing is its own.
  if (!ctx.actor!.grants.some(({ unitId }) => unitId === report.unitId)) throw new AppError('not_found', 'reports.not_found')
  const round = await roundById(ctx.tx, report.roundId)
  const { signed, signedBy, signedAt } = report
  const body = signed ?? (await composeReport(ctx.tx, report, round))
  const others = await documentsBeside(ctx.tx, { unitId: report.unitId, docType: 'Báo cáo', year: Number(round.periodTo.slice(0, 4)), today: ctx.today, except: report.documentId })
  return noveltyIn(await printedReport(ctx.tx, report.unitId, round, { body, signedBy, signedAt }), wordsOf(body), others)
})
