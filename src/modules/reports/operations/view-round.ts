import type { RoundSummary } from '../round-contract.ts'
import { roundLifecycle, type ReportState, REPORT_STATES, type RoundAction } from '../model/lifecycle.ts'
import type { RoundRow } from '../round-store.ts'

export function summaryOfRound(round: RoundRow): RoundSummary {
  const { id, unitId, unitName, state, title, formCode, formVersion, line, dueOn, acceptLateUntil } = round
  return {
    id,
    unitId,
    unitName,
    state,
    title,
    formCode,
    formVersion,
    line,
    period: { from: round.periodFrom, to: round.periodTo, label: round.periodLabel },
    window: { from: round.windowFrom, to: round.windowTo },
    deadline: { day: round.deadlineDay, word: round.deadlineWord },
    dueOn,
    acceptLateUntil,
  }
}

/** A number for every state, 0 where there is none. */
export function everyCount(counts: Partial<Record<ReportState, number>> | undefined): Record<ReportState, number> {
  return Object.fromEntries(REPORT_STATES.map((state) => [state, counts?.[state] ?? 0])) as Record<ReportState, number>
}

export async function roundActions(round: Pick<RoundRow, 'state' | 'unitId'>, may: (permission: string, unitId: string) => Promise<boolean>): Promise<RoundAction[]> {
  return (await may('reports.ask', round.unitId)) ? roundLifecycle.available(round.state) : []
}
