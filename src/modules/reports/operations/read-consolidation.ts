import { saidParts, includedReports, reportsToChoose, type ConsolidationRow, type IncludedReport } from '../consolidation-store.ts'
import type { Body } from '../model/body.ts'
import { chooseReports, type MissingUnit } from '../model/choose-reports.ts'
import { consolidatedBody } from '../model/consolidated-body.ts'
import { partsOf } from '../model/form.ts'
import type { SentenceGroup } from '../model/group-sentences.ts'
import { saidIn } from '../model/said.ts'
import { tell, type ToldSentence } from '../model/tell.ts'
import { recordLines } from '../record-store.ts'
import type { RoundRow } from '../round-store.ts'
import type { Tx } from '../store.ts'

export interface ReadConsolidation {
  readonly included: IncludedReport[]
  readonly missing: MissingUnit[]
  readonly groups: ReadonlyMap<string, readonly SentenceGroup[]>
  readonly body: Body
}

/** A consolidation as it reads: put together anew while it is a draft, as it was frozen afterwards. */
export async function readConsolidation(tx: Tx, row: ConsolidationRow, round: RoundRow): Promise<ReadConsolidation> {
  const included = await includedReports(tx, row.id)
  const said = row.said ?? saidIn(await saidParts(tx, included))
  const groups = new Map(said.map((one) => [one.part, one.groups]))
  const missing = row.missing ?? (await missingNow(tx, row, included))
  if (row.body) return { included, missing, groups, body: row.body }
  const body = consolidatedBody({
    form: round.form,
    window: { from: round.windowFrom, to: round.windowTo },
    figures: row.figures,
    texts: row.texts,
    quotes: row.quotes,
    own: await ownWork(tx, round),
    groups,
    until: row.cutOff,
  })
  return { included, missing, groups, body }
}

/** Of a draft: those that were not in it when it was summed up, for the reason that holds now. */
async function missingNow(tx: Tx, row: ConsolidationRow, included: readonly IncludedReport[]): Promise<MissingUnit[]> {
  const isIn = new Set(included.map(({ reportId }) => reportId))
  const reports = await reportsToChoose(tx, row.roundId, row.cutOff)
  const { missing, included: now } = chooseReports(reports, row)
  const late = now.filter(({ reportId }) => !isIn.has(reportId)).map(({ reportId, unitId, unitName, state }) => ({ reportId, unitId, unitName, state, why: 'after_cut_off' as const }))
  return [...missing, ...late].filter(({ reportId }) => !isIn.has(reportId)).toSorted((a, b) => a.unitName.localeCompare(b.unitName, 'vi'))
}

/** What the superior did itself within the window, told from its own records. */
async function ownWork(tx: Tx, round: RoundRow): Promise<ReadonlyMap<string, readonly ToldSentence[]>> {
  const parts = partsOf(round.form).filter((part) => part.kind === 'told')
  const records = await recordLines(tx, round.unitId, [...new Set(parts.flatMap(({ kinds }) => kinds))], round.windowFrom, round.windowTo)
  return new Map(parts.map((part) => [part.key, tell(part, records)]))
}
