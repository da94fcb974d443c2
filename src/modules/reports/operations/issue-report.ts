import { issueModel } from '#modules/documents/public.ts'
import { AppError } from '#platform/errors.ts'
import { issueReport } from '../contract.ts'
import { documentsOf, insertDocument } from '../document-store.ts'
import { changeReport, lockReport, noteStep } from '../report-store.ts'
import { roundById } from '../round-store.ts'
import { command } from '../store.ts'
import { versionOf } from '../version-store.ts'
import { allowOwnReport } from './load-report.ts'
import { printedReport } from './report-document.ts'

/** The newest version as it was submitted, numbered in the register of the unit, printed and sent to the superior. */
export default command(issueReport, async (ctx, { reportId, number, issuedOn }) => {
  await allowOwnReport(ctx, reportId, 'reports.issue')
  const report = await lockReport(ctx.tx, reportId)
  const { unitId, superiorId, version } = report
  if (report.state !== 'submitted' && report.state !== 'accepted') throw new AppError('conflict', 'reports.nothing_to_issue')
  const before = (await documentsOf(ctx.tx, [reportId])).find((document) => document.number === version)
  if (before) throw new AppError('conflict', 'reports.issued_already', { version, number: before.numberText })

  const round = await roundById(ctx.tx, report.roundId)
  const model = await printedReport(ctx.tx, unitId, round, await versionOf(ctx.tx, reportId, version))
  const issued = await issueModel(ctx, {
    unitId,
    docType: 'Báo cáo',
    number: number === undefined ? undefined : String(number),
    symbol: model.header.symbol,
    issuedOn,
    subject: model.header.title ?? round.title,
    model,
    recipientUnitIds: [superiorId],
    recipientsText: model.recipients,
    publish: false,
  })
  const document = { reportId, number: version, documentId: issued.documentId, numberText: `${issued.numberText}/${issued.symbol}`, issuedOn }
  await insertDocument(ctx.tx, report, document)
  await changeReport(ctx.tx, reportId, { documentId: issued.documentId })
  await noteStep(ctx.tx, report, { id: ctx.newId(), action: 'issue', note: document.numberText, personId: ctx.actor!.personId, at: ctx.now })
  await ctx.audit({ unitId, action: issueReport.name, entity: reportId, after: { version, numberText: document.numberText, issuedOn } })
  return document
})
