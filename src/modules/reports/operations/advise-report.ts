import { adviceOn } from '#core/advice/advise.ts'
import { registerFor } from '#core/citations/store.ts'
import { AppError } from '#platform/errors.ts'
import { namedElsewhere } from '#modules/documents/public.ts'
import { adviseReport } from '../advice-contract.ts'
import { wordsOf } from '../model/body.ts'
import { reportById } from '../report-store.ts'
import { roundById } from '../round-store.ts'
import { query } from '../store.ts'
import { composeReport } from './compose-report.ts'
import { printedReport } from './report-document.ts'

export default query(adviseReport, async (ctx, { reportId }) => {
  const report = await reportById(ctx.tx, reportId)
  await ctx.allow('reports.read', report.unitId)
  // What a unit is still writing is its own.
  if (!ctx.actor!.grants.some(({ unitId }) => unitId === report.unitId)) throw new AppError('not_found', 'reports.not_found')
  const round = await roundById(ctx.tx, report.roundId)
  const { signed, signedBy, signedAt } = report
  const body = signed ?? (await composeReport(ctx.tx, report, round))
  const register = await registerFor(ctx.tx, report.unitId, ctx.today)
  const elsewhere = await namedElsewhere(ctx.tx, report.unitId, ctx.today, report.documentId)
  return adviceOn(await printedReport(ctx.tx, report.unitId, round, { body, signedBy, signedAt }), wordsOf(body), { register, elsewhere })
})
