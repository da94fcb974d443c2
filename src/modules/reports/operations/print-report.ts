import { AppError } from '#platform/errors.ts'
import { printReport } from '../contract.ts'
import { documentsOf } from '../document-store.ts'
import { reportById } from '../report-store.ts'
import { roundById } from '../round-store.ts'
import { query, unitOn } from '../store.ts'
import { versionOf } from '../version-store.ts'
import { composeReport } from './compose-report.ts'
import { allowReading } from './get-report.ts'
import { printedReport } from './report-document.ts'

export default query(printReport, async (ctx, { reportId, number }) => {
  const report = await reportById(ctx.tx, reportId)
  await allowReading(ctx, report)
  const round = await roundById(ctx.tx, report.roundId)
  const isOwn = ctx.actor!.grants.some((grant) => grant.unitId === report.unitId)
  const shown = number ?? (isOwn && report.state !== 'submitted' && report.state !== 'accepted' ? null : report.version)
  if (shown === 0) throw new AppError('conflict', 'reports.not_given_yet')
  const version = shown === null ? null : await versionOf(ctx.tx, reportId, shown)
  const { body, signedBy, signedAt } = version ?? { body: report.signed ?? (await composeReport(ctx.tx, report, round)), signedBy: report.signedBy, signedAt: report.signedAt }
  const issued = version ? (await documentsOf(ctx.tx, [reportId])).find((document) => document.number === version.number) : undefined
  const unit = await unitOn(ctx.tx, report.unitId, round.treeOn)
  return {
    roundTitle: round.title,
    unitName: unit.name,
    model: await printedReport(ctx.tx, report.unitId, round, { body, signedBy, signedAt, issued }),
    form: round.form,
    body,
    notes: version ? {} : report.entries.notes,
    fileName: `bao-cao-${round.formCode.replaceAll('_', '-')}-${round.periodTo.slice(0, 4)}${version ? `-ban-${version.number}` : '-du-thao'}`,
  }
})
