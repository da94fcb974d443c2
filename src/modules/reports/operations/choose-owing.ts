import type { QueryContext } from '#core/access/request.ts'
import { AppError } from '#platform/errors.ts'
import { boardReports, type BoardReport } from '../board-store.ts'
import { isOwing } from '../model/board.ts'
import { reminderFor } from '../model/reminder.ts'
import type { ReportsDb } from '../tables.ts'

export interface UnitToRemind extends BoardReport {
  readonly text: string
}

/**
 * The units of chosen reports that owe something, with the text as each of them gets it.
 * @throws AppError `invalid` when a report is not one of the round
 */
export async function chooseOwing(ctx: QueryContext<ReportsDb>, roundId: string, reportIds: readonly string[], text: string): Promise<{ owing: UnitToRemind[]; nothingDue: BoardReport[] }> {
  const rows = new Map((await boardReports(ctx.tx, roundId, ctx.today, {})).map((row) => [row.reportId, row]))
  const chosen = [...new Set(reportIds)].map((id) => rows.get(id))
  if (chosen.includes(undefined)) throw new AppError('invalid', 'reports.not_of_round')
  const found = chosen.filter((row) => row !== undefined)
  return { owing: found.filter(isOwing).map((row) => ({ ...row, text: reminderFor(text, row) })), nothingDue: found.filter((row) => !isOwing(row)) }
}
