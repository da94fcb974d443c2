import { changeSeries } from '../number-contract.ts'
import { countOn, numberingOf, saveNumbering, seriesOfYear } from '../number-store.ts'
import { command } from '../store.ts'
import { seriesView } from './get-series.ts'

export default command(changeSeries, async (ctx, { unitId, mode, unitSymbol, year, series }) => {
  await ctx.allow('documents.changeSeries', unitId)
  const before = { ...(await numberingOf(ctx.tx, unitId)), series: await seriesOfYear(ctx.tx, unitId, year) }
  await saveNumbering(ctx.tx, unitId, { mode, unitSymbol })
  for (const { series: name, lastNumber } of series) await countOn(ctx.tx, { unitId, series: name, year }, lastNumber)
  await ctx.audit({ unitId, action: changeSeries.name, entity: unitId, before, after: { mode, unitSymbol, year, series } })
  return seriesView(ctx.tx, unitId, year, ctx.today)
})
