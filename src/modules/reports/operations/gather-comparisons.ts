import { superiorPlanTexts } from '#modules/plans/public.ts'
import type { PlainDate } from '#platform/clock.ts'
import type { Comparisons } from '../model/checks.ts'
import { reportedElsewhere, earlierTextsOf } from '../comparison-store.ts'
import { figurePlaces } from '../model/form.ts'
import type { ReportRow } from '../report-store.ts'
import type { RoundRow } from '../round-store.ts'
import type { Tx } from '../store.ts'

/** What a report is held against: its unit's earlier texts, the words of superiors, figures given elsewhere. */
export async function gatherComparisons(tx: Tx, report: Pick<ReportRow, 'id' | 'unitId' | 'superiorId'>, round: RoundRow, today: PlainDate): Promise<Comparisons> {
  const codes = [...new Set(figurePlaces(round.form).map(({ code }) => code))]
  return {
    elsewhere: await reportedElsewhere(tx, { reportId: report.id, unitId: report.unitId, codes, from: round.windowFrom, to: round.windowTo }),
    earlierTexts: await earlierTextsOf(tx, report, round),
    instructions: round.instructions,
    plans: await superiorPlanTexts(tx, report.unitId, Number(round.windowTo.slice(0, 4)), today),
  }
}
