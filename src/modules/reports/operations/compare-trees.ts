import { totalsOf } from '#core/facts/totals.ts'
import { measuresOf } from '#core/facts/store.ts'
import type { Measure } from '#core/facts/model/measure.ts'
import { untyped } from '#platform/db/connect.ts'
import { compareTrees } from '../board-contract.ts'
import { mergedSince } from '../board-store.ts'
import { cellPlaces, joined, partsOf, type Form } from '../model/form.ts'
import { treeFigure, type TreeTotals } from '../model/tree-figure.ts'
import { snapshotSpan } from '../model/spans.ts'
import type { RoundRow } from '../round-store.ts'
import { query, type Tx } from '../store.ts'
import { askedRound } from './board-view.ts'
import { summaryOfRound } from './view-round.ts'

export default query(compareTrees, async (ctx, { roundId }) => {
  const round = await askedRound(ctx, roundId)
  const measures = await measuresOfForm(ctx.tx, round.form)
  const then = await totalsOn(ctx.tx, round, measures, 'then')
  const now = await totalsOn(ctx.tx, round, measures, 'now')
  const rows = partsOf(round.form).flatMap((part) => {
    if (part.kind !== 'table') return []
    return cellPlaces(part).flatMap(({ key, row, column }) => {
      const measure = measures.find(({ code }) => code === row.measure)
      if (!measure) return []
      const filter = joined(row.filter, column.filter)
      return [{ key, table: `${part.table.code}. ${part.table.title}`, label: row.label, column: column.label, asThen: treeFigure(then, measure, filter), asNow: treeFigure(now, measure, filter) }]
    })
  })
  return { round: summaryOfRound(round), treeOn: round.treeOn, rows, breaks: [...now.breaks], merged: await mergedSince(ctx.tx, round, ctx.today) }
})

async function measuresOfForm(tx: Tx, form: Form): Promise<Measure[]> {
  const codes = new Set(partsOf(form).flatMap((part) => (part.kind === 'table' ? part.table.rows.flatMap(({ measure }) => measure ?? []) : [])))
  return (await measuresOf(untyped(tx))).filter(({ code }) => codes.has(code))
}

/** Totals below the superior on one tree. Of snapshots the latest day of a whole year counts, as in the reports. */
async function totalsOn(tx: Tx, round: RoundRow, measures: readonly Measure[], tree: 'then' | 'now'): Promise<TreeTotals> {
  const found: TreeTotals = { rows: [], measures: [], breaks: [] }
  const window = { from: round.windowFrom, to: round.windowTo }
  for (const over of ['sum', 'last'] as const) {
    const codes = measures.filter((measure) => measure.over === over).map(({ code }) => code)
    if (codes.length === 0) continue
    const span = over === 'sum' ? window : snapshotSpan(window)
    const totals = await totalsOf(untyped(tx), { unitId: round.unitId, ...span, scope: 'below', line: round.line, tree, measures: codes, withoutMissing: true })
    found.rows.push(...totals.rows.filter(({ measure }) => codes.includes(measure)))
    found.measures.push(...totals.measures.filter(({ measure }) => codes.includes(measure)))
    for (const one of totals.breaks) if (!found.breaks.some(({ unitId, onDay }) => unitId === one.unitId && onDay === one.onDay)) found.breaks.push(one)
  }
  return found
}
