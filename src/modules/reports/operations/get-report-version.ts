import { getReportVersion } from '../contract.ts'
import { reportById } from '../report-store.ts'
import { roundById } from '../round-store.ts'
import { query } from '../store.ts'
import { versionOf } from '../version-store.ts'
import { allowReading } from './get-report.ts'

export default query(getReportVersion, async (ctx, { reportId, number }) => {
  const report = await reportById(ctx.tx, reportId)
  await allowReading(ctx, report)
  const { body, digest, reason, isLate, submittedAt } = await versionOf(ctx.tx, reportId, number)
  return { number, form: (await roundById(ctx.tx, report.roundId)).form, body, digest, reason, isLate, submittedAt }
})
