import { getConsolidation } from '../consolidation-contract.ts'
import { correctionsBeneath } from '../correction-store.ts'
import type { PlainDate } from '#platform/clock.ts'
import { frozenFigures, reportsToChoose, reportsToFill, type ConsolidationRow, type IncludedReport } from '../consolidation-store.ts'
import { askedUnits, chooseReports, type ChosenReport } from '../model/choose-reports.ts'
import { arrivalsIn } from '../model/later-arrivals.ts'
import { FROZEN } from '../model/consolidation-lifecycle.ts'
import { query, type Tx } from '../store.ts'
import { allowedConsolidation, consolidationActions } from './load-consolidation.ts'
import { readConsolidation } from './read-consolidation.ts'
import { summaryOfConsolidation } from './view-consolidation.ts'
import { summaryOfRound } from './view-round.ts'

export default query(getConsolidation, async (ctx, { consolidationId }) => {
  const { row, round } = await allowedConsolidation(ctx, consolidationId)
  const { included, missing, groups, body } = await readConsolidation(ctx.tx, row, round)
  const later = await arrivals(ctx.tx, row, included, ctx.today)
  const fills = FROZEN.includes(row.state) ? await reportsToFill(ctx.tx, row.unitId, round) : []
  return {
    ...summaryOfConsolidation(row, { included: included.length, asked: askedUnits(included, missing).length }),
    round: summaryOfRound(round),
    form: round.form,
    revision: row.revision,
    figures: row.figures,
    texts: row.texts,
    quotes: row.quotes,
    body,
    reports: included.map(({ digest, ...report }) => report),
    missing,
    groups: [...groups].map(([part, found]) => ({ part, groups: found.map((group) => ({ ...group, units: [...group.units], sentences: [...group.sentences] })) })),
    later,
    corrections: (await correctionsBeneath(ctx.tx, { unitId: row.unitId, consolidationId })).map(({ id, sourceUnitName, reason, at }) => ({ id, sourceUnitName, reason, at })),
    fills: fills.map(({ consolidationId: filledFrom, ...report }) => ({ ...report, isFilled: filledFrom === consolidationId })),
    actions: await consolidationActions(ctx, row),
  }
})

/** What would be otherwise today: told by the reports that came, were made anew or went since; the others are not read again. */
async function arrivals(tx: Tx, row: ConsolidationRow, then: readonly IncludedReport[], today: PlainDate) {
  const { included: now } = chooseReports(await reportsToChoose(tx, row.roundId, today > row.cutOff ? today : row.cutOff), row)
  const [before, after] = [new Map(then.map(({ reportId, number }) => [reportId, number])), new Map(now.map(({ reportId, number }) => [reportId, number]))]
  const gone = then.filter(({ reportId, number }) => after.get(reportId) !== number)
  const come = now.filter(({ reportId, number }) => before.get(reportId) !== number)
  return { figures: arrivalsIn(row.figures, await frozenFigures(tx, gone), await frozenFigures(tx, come)), reports: changedReports(then, now) }
}

interface ChangedReport {
  readonly unitName: string
  readonly what: 'new' | 'changed' | 'gone'
}

/** Reports that came, were made anew or went since. */
function changedReports(then: readonly IncludedReport[], now: readonly ChosenReport[]): ChangedReport[] {
  const before = new Map(then.map((report) => [report.reportId, report]))
  const after = new Set(now.map(({ reportId }) => reportId))
  return [
    ...now.filter(({ reportId, number }) => before.get(reportId)?.number !== number).map(({ reportId, unitName }): ChangedReport => ({ unitName, what: before.has(reportId) ? 'changed' : 'new' })),
    ...then.filter(({ reportId }) => !after.has(reportId)).map(({ unitName }): ChangedReport => ({ unitName, what: 'gone' })),
  ]
}
