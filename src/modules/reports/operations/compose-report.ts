import { digestOf as digestOfValue } from '#core/facts/freeze.ts'
import { createHash } from 'node:crypto'
import { consolidationOfReport } from '../consolidation-store.ts'
import type { Body } from '../model/body.ts'
import { compose } from '../model/compose.ts'
import { keepClosed } from '../model/reopen.ts'
import type { ReportRow } from '../report-store.ts'
import type { RoundRow } from '../round-store.ts'
import type { Tx } from '../store.ts'
import { versionOf } from '../version-store.ts'
import { gatherSources } from './gather-sources.ts'

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** What the receipt of a version names. */
export function digestOf(body: Body): string {
  return digestOfValue(body)
}

/** The report as it reads now: filled from the records, with what people wrote over it; what a return left closed as it was submitted. */
export async function composeReport(tx: Tx, report: Pick<ReportRow, 'id' | 'unitId' | 'entries' | 'openFields' | 'version'>, round: RoundRow): Promise<Body> {
  const sources = await gatherSources(tx, report, round)
  const filledFrom = await consolidationOfReport(tx, report.id)
  const now = compose(round.form, { from: round.windowFrom, to: round.windowTo }, filledFrom ? { ...sources, consolidated: filledFrom.figures } : sources, report.entries, sha256)
  if (report.openFields === null || report.version === 0) return now
  return keepClosed(now, (await versionOf(tx, report.id, report.version)).body, report.openFields)
}
