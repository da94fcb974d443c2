import type { PlainDate } from '#platform/clock.ts'
import type { ReportSummary, ReportView } from '../contract.ts'
import { dueOnFor } from '../model/deadline.ts'
import type { Entries } from '../model/entries.ts'
import { reportLifecycle, type ReportAction } from '../model/lifecycle.ts'
import type { ReportRow } from '../report-store.ts'
import type { RoundRow } from '../round-store.ts'
import { summaryOfRound } from './view-round.ts'

export function summaryOf(report: ReportRow, round: RoundRow): ReportSummary {
  const { id, unitId, state, toFill, filled, version, isLate, submittedAt, returnReason, exemptReason } = report
  return { id, unitId, state, round: summaryOfRound(round), dueOn: dueOnFor(round, report), toFill, filled, version, isLate, submittedAt, returnReason, exemptReason }
}

export function entriesView(entries: Entries): ReportView['entries'] {
  return { texts: { ...entries.texts }, sentences: { ...entries.sentences }, cells: { ...entries.cells }, notes: { ...entries.notes } }
}

/** Who holds what: the unit its own steps, the superior its decisions. */
const HELD_BY = {
  start: ['reports.edit', 'unit'],
  edit: ['reports.edit', 'unit'],
  present: ['reports.edit', 'unit'],
  recall: ['reports.edit', 'unit'],
  takeBack: ['reports.edit', 'unit'],
  correct: ['reports.edit', 'unit'],
  sendBack: ['reports.sign', 'unit'],
  sign: ['reports.sign', 'unit'],
  submit: ['reports.submit', 'unit'],
  return: ['reports.ask', 'superior'],
  accept: ['reports.ask', 'superior'],
  exempt: ['reports.ask', 'superior'],
  require: ['reports.ask', 'superior'],
} as const satisfies Record<ReportAction, readonly [string, 'unit' | 'superior']>

/** What the caller may do with a report in its state; with a round that takes nothing more, only what needs no unit. */
export async function actionsFor(
  report: Pick<ReportRow, 'state' | 'unitId' | 'superiorId' | 'extendedUntil' | 'reason' | 'returnReason'>,
  round: Pick<RoundRow, 'state'>,
  today: PlainDate,
  may: (permission: string, unitId: string) => Promise<boolean>,
): Promise<ReportAction[]> {
  const takes = isTaken(report, round, today)
  const actions: ReportAction[] = []
  for (const action of reportLifecycle.available(report.state)) {
    const [permission, side] = HELD_BY[action]
    if (side === 'unit' && !takes && action !== 'correct') continue
    if (await may(permission, side === 'unit' ? report.unitId : report.superiorId)) actions.push(action)
  }
  return actions
}

/** Whether the round still takes something from this unit: it is open, the unit has an extension that runs, or it mends what it gave. */
export function isTaken(report: Pick<ReportRow, 'extendedUntil' | 'reason' | 'returnReason'>, round: Pick<RoundRow, 'state'>, today: PlainDate): boolean {
  if (round.state === 'open') return true
  // What was returned must be answered and what is wrong corrected, also when the round has closed meanwhile.
  const mends = report.returnReason !== null || report.reason !== null
  return round.state === 'closed' && (mends || (report.extendedUntil !== null && report.extendedUntil >= today))
}
