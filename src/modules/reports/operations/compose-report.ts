import { createHash } from 'node:crypto'
import { canonicalJson } from '#platform/canonical-json.ts'
import type { Body } from '../model/body.ts'
import { compose } from '../model/compose.ts'
import type { ReportRow } from '../report-store.ts'
import type { RoundRow } from '../round-store.ts'
import type { Tx } from '../store.ts'
import { gatherSources } from './gather-sources.ts'

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** What the receipt of a version names. */
export function digestOf(body: Body): string {
  return sha256(canonicalJson(body))
}

/** The report as it reads now: filled from the records, with what people wrote over it. */
export async function composeReport(tx: Tx, report: Pick<ReportRow, 'unitId' | 'entries'>, round: RoundRow): Promise<Body> {
  return compose(round.form, { from: round.windowFrom, to: round.windowTo }, await gatherSources(tx, report, round), report.entries, sha256)
}
