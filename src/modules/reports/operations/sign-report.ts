import { AppError } from '#platform/errors.ts'
import { signReport } from '../contract.ts'
import { checkReport } from '../model/checks.ts'
import { reportLifecycle } from '../model/lifecycle.ts'
import { changeReport, noteStep } from '../report-store.ts'
import { command } from '../store.ts'
import { sourcesOf } from '../source-store.ts'
import { composeReport, digestOf } from './compose-report.ts'
import { gatherComparisons } from './gather-comparisons.ts'
import { lockOwnReport } from './load-report.ts'

export default command(signReport, async (ctx, { reportId, digest }) => {
  const { report, round } = await lockOwnReport(ctx, reportId, 'reports.sign')
  const state = reportLifecycle.next(report.state, 'sign')
  const body = await composeReport(ctx.tx, report, round)
  // A signature stands under what was read.
  if (digestOf(body) !== digest) throw new AppError('conflict', 'reports.changed_meanwhile')
  const errors = checkReport(round.form, body, report.entries.notes, await gatherComparisons(ctx.tx, report, round, ctx.today)).filter(({ severity }) => severity === 'error')
  if (errors.length > 0) throw new AppError('invalid', 'reports.not_ready', { count: errors.length, field: errors[0]!.field ?? '' })

  const personId = ctx.actor!.personId
  await changeReport(ctx.tx, reportId, { state, signed: body, signedDigest: digest, signedSources: await sourcesOf(ctx.tx, report.unitId, round, reportId), signedBy: personId, signedAt: ctx.now, changedAt: ctx.now })
  await noteStep(ctx.tx, report, { id: ctx.newId(), action: 'sign', personId, at: ctx.now })
  await ctx.audit({ unitId: report.unitId, action: signReport.name, entity: reportId, before: { state: report.state }, after: { state, digest } })
  return { reportId, state }
})
