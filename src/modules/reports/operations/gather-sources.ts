import { NO_SOURCES, type Sources } from '../model/sources.ts'
import type { ReportRow } from '../report-store.ts'
import type { RoundRow } from '../round-store.ts'
import type { Tx } from '../store.ts'

/** What a report of a unit in a round is filled from, as it stands now. */
export async function gatherSources(_tx: Tx, _report: Pick<ReportRow, 'unitId'>, _round: RoundRow): Promise<Sources> {
  return NO_SOURCES
}
