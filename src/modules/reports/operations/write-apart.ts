import { writeApart } from '../contract.ts'
import { reportLifecycle } from '../model/lifecycle.ts'
import { changeReport, lockWriting } from '../report-store.ts'
import { command } from '../store.ts'
import { lockOwnReport } from './load-report.ts'

export default command(writeApart, async (ctx, { reportId, isApart }) => {
  await lockWriting(ctx.tx, reportId)
  const { report } = await lockOwnReport(ctx, reportId, 'reports.edit')
  reportLifecycle.next(report.state, 'edit')
  await changeReport(ctx.tx, reportId, { isApart, changedAt: ctx.now })
  await ctx.audit({ unitId: report.unitId, action: writeApart.name, entity: reportId, before: { isApart: report.isApart }, after: { isApart } })
  return { reportId, isApart }
})
