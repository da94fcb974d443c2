import { getSeries, type NumberSeries } from '../number-contract.ts'
import { DOCUMENT_TYPE_NAMES } from '../model/document-types.ts'
import { numberText } from '../model/number.ts'
import { ARRIVALS, heldNumbers, numberingOf, peekNext, seriesFor, seriesOfYear } from '../number-store.ts'
import { query, unitFacts, type Tx } from '../store.ts'

export default query(getSeries, async (ctx, { unitId, year }) => {
  await ctx.allow('documents.read', unitId)
  return seriesView(ctx.tx, unitId, year, ctx.today)
})

/** What every unit issues at some time; other types appear once they are counted. */
const USUAL = DOCUMENT_TYPE_NAMES.filter((name) => ['Quyết định', 'Thông báo', 'Kế hoạch', 'Báo cáo', 'Tờ trình', 'Công văn'].includes(name))

export async function seriesView(tx: Tx, unitId: string, year: number, today: string): Promise<NumberSeries> {
  const { mode, unitSymbol } = await numberingOf(tx, unitId)
  const counted = await seriesOfYear(tx, unitId, year)
  const held = await heldNumbers(tx, unitId, year)
  const usual = USUAL.map((docType) => seriesFor({ mode, unitSymbol }, docType))
  const names = [...new Set([ARRIVALS, ...usual, ...counted.map(({ series }) => series)])]
  const series = []
  for (const name of names) {
    series.push({
      series: name,
      lastNumber: counted.find((row) => row.series === name)?.lastNumber ?? 0,
      next: numberText({ number: await peekNext(tx, { unitId, series: name, year }), suffix: '' }),
      held: held.filter((row) => row.series === name).map((row) => ({ numberText: numberText(row), note: row.note ?? '' })),
    })
  }
  return { mode, unitSymbol: unitSymbol ?? (await unitFacts(tx, unitId, today)).symbol, year, series }
}
