import { release } from '#core/facts/freeze.ts'
import { AppError } from '#platform/errors.ts'
import { returnReport } from '../contract.ts'
import { partOf } from '../model/entries.ts'
import { partsOf } from '../model/form.ts'
import { reportLifecycle } from '../model/lifecycle.ts'
import { UNSIGNED, changeReport, insertComments, noteStep } from '../report-store.ts'
import { command } from '../store.ts'
import { lockAskedReport, refuseOtherVersion } from './load-report.ts'
import { tellUnit } from './tell-people.ts'

export default command(returnReport, async (ctx, { reportId, number, reason, comments, answerBy }) => {
  const { report, round } = await lockAskedReport(ctx, reportId)
  refuseOtherVersion(report, number)
  const state = reportLifecycle.next(report.state, 'return')
  if (answerBy !== null && answerBy < ctx.today) throw new AppError('invalid', 'reports.answer_day_passed')
  const known = new Set(partsOf(round.form).map(({ key }) => key))
  const strange = comments.find(({ field }) => !known.has(partOf(field).split('#')[0]!))
  if (strange) throw new AppError('invalid', 'reports.field_unknown', { field: strange.field })

  const personId = ctx.actor!.personId
  const fields = [...new Set(comments.map(({ field }) => field))]
  await insertComments(ctx.tx, report, comments.map((comment) => ({ ...comment, id: ctx.newId() })), { personId, at: ctx.now })
  await release(ctx.tx, 'reports.report', reportId)
  await changeReport(ctx.tx, reportId, {
    state,
    openFields: fields.length > 0 ? fields : null,
    returnReason: reason,
    answerBy,
    ...UNSIGNED,
    decidedBy: personId,
    decidedAt: ctx.now,
    changedAt: ctx.now,
  })
  await noteStep(ctx.tx, report, { id: ctx.newId(), action: 'return', note: reason, personId, at: ctx.now })
  await tellUnit(ctx, report, { key: 'reports.notice.returned', params: { unit: round.unitName, title: round.title, reason }, once: `returned:${number}` })
  await ctx.audit({ unitId: report.unitId, action: returnReport.name, entity: reportId, before: { state: report.state }, after: { state, reason, fields } })
  return { reportId, state }
})
