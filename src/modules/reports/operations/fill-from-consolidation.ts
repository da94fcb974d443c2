import { AppError } from '#platform/errors.ts'
import { fillFromConsolidation } from '../consolidation-contract.ts'
import { consolidationById, linkConsolidation } from '../consolidation-store.ts'
import { FROZEN } from '../model/consolidation-lifecycle.ts'
import { fillEntries } from '../model/fill-entries.ts'
import { figurePlaces } from '../model/form.ts'
import { reportLifecycle } from '../model/lifecycle.ts'
import { progressOf } from '../model/part-state.ts'
import { changeReport, noteStep, saveEntries } from '../report-store.ts'
import { roundById } from '../round-store.ts'
import { command } from '../store.ts'
import { composeReport } from './compose-report.ts'
import { lockOwnReport } from './load-report.ts'

export default command(fillFromConsolidation, async (ctx, { consolidationId, reportId }) => {
  const { report, round } = await lockOwnReport(ctx, reportId, 'reports.edit')
  const from = await consolidationById(ctx.tx, consolidationId)
  if (from.unitId !== report.unitId) throw new AppError('invalid', 'reports.consolidation_elsewhere')
  if (!FROZEN.includes(from.state) || !from.body) throw new AppError('conflict', 'reports.consolidation_not_frozen')
  const source = await roundById(ctx.tx, from.roundId)
  if (source.windowFrom !== round.windowFrom || source.windowTo !== round.windowTo) throw new AppError('conflict', 'reports.other_window', { title: round.title })

  const isNew = report.state === 'not_started'
  const state = reportLifecycle.next(report.state, isNew ? 'start' : 'edit')
  const personId = ctx.actor!.personId
  const { entries, texts } = fillEntries(round.form, report.entries, from.body)
  await linkConsolidation(ctx.tx, reportId, consolidationId)
  await saveEntries(ctx.tx, reportId, entries, ctx.now)
  const progress = progressOf(round.form, await composeReport(ctx.tx, { ...report, entries }, round))
  await changeReport(ctx.tx, reportId, { state, changedAt: ctx.now, ...progress, ...(isNew ? { startedBy: personId, startedAt: ctx.now } : {}) })
  await noteStep(ctx.tx, report, { id: ctx.newId(), action: 'fill', note: from.title, personId, at: ctx.now })
  const known = new Set(from.figures.filter(({ value }) => value !== null).map(({ code }) => code))
  const figures = figurePlaces(round.form).filter(({ code }) => known.has(code)).length
  await ctx.audit({ unitId: report.unitId, action: fillFromConsolidation.name, entity: reportId, before: { state: report.state }, after: { state, consolidationId, figures, texts } })
  return { reportId, figures, texts }
})
