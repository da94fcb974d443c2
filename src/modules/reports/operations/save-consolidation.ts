import { AppError } from '#platform/errors.ts'
import { saveConsolidation } from '../consolidation-contract.ts'
import { changeConsolidation, includedReports } from '../consolidation-store.ts'
import { partsOf } from '../model/form.ts'
import { command } from '../store.ts'
import { lockConsolidation } from './load-consolidation.ts'

export default command(saveConsolidation, async (ctx, { consolidationId, revision, title, texts, quotes }) => {
  const { row, round } = await lockConsolidation(ctx, consolidationId, 'edit')
  if (row.revision !== revision) throw new AppError('conflict', 'reports.changed_meanwhile')
  const parts = new Set(partsOf(round.form).filter(({ kind }) => kind === 'told' || kind === 'text').map(({ key }) => key))
  const strange = [...Object.keys(texts), ...quotes.map(({ part }) => part)].find((key) => !parts.has(key))
  if (strange !== undefined) throw new AppError('invalid', 'reports.field_unknown', { field: strange })
  // Whoever is quoted is one of the reports; the name is the unit's, not what came over the network.
  const reports = new Map((await includedReports(ctx.tx, consolidationId)).map((report) => [report.reportId, report]))
  const named = quotes.map((quote) => {
    const report = reports.get(quote.reportId)
    if (!report) throw new AppError('invalid', 'reports.quote_not_included', { unit: quote.unitName })
    return { ...quote, unitName: report.unitName }
  })
  const next = await changeConsolidation(ctx.tx, consolidationId, { title, texts, quotes: named, changedAt: ctx.now })
  await ctx.audit({ unitId: row.unitId, action: saveConsolidation.name, entity: consolidationId, before: { title: row.title }, after: { title, texts: Object.keys(texts), quotes: named.length } })
  return { revision: next }
})
