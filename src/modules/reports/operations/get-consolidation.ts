import { getConsolidation } from '../board-contract.ts'
import { reportsToFill, type IncludedReport } from '../consolidation-store.ts'
import { askedUnits, type ChosenReport } from '../model/choose-reports.ts'
import { differencesBetween } from '../model/consolidate.ts'
import { FROZEN } from '../model/consolidation-lifecycle.ts'
import { query } from '../store.ts'
import { sumUp } from './choose-consolidated.ts'
import { allowedConsolidation, consolidationActions } from './load-consolidation.ts'
import { readConsolidation } from './read-consolidation.ts'
import { summaryOfConsolidation } from './view-consolidation.ts'
import { summaryOfRound } from './view-round.ts'

/** Of a group so many sentences are shown, of a part so many groups: the rest says the same, or is said by one alone. */
const MOST_SENTENCES = 12
const MOST_GROUPS = 60

export default query(getConsolidation, async (ctx, { consolidationId }) => {
  const { row, round } = await allowedConsolidation(ctx, consolidationId)
  const { included, missing, groups, body } = await readConsolidation(ctx.tx, row, round)
  const now = await sumUp(ctx.tx, round, { cutOff: ctx.today > row.cutOff ? ctx.today : row.cutOff, withSubmitted: row.withSubmitted, reportIds: row.reportIds })
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
    groups: [...groups].map(([part, found]) => ({ part, groups: found.slice(0, MOST_GROUPS).map((group) => ({ ...group, sentences: group.sentences.slice(0, MOST_SENTENCES) })) })),
    later: { figures: differencesBetween(row.figures, now.figures), reports: changedReports(included, now.included) },
    fills: fills.map(({ consolidationId: filledFrom, ...report }) => ({ ...report, isFilled: filledFrom === consolidationId })),
    actions: await consolidationActions(ctx, row),
  }
})

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
