import type { CommandContext } from '#core/access/request.ts'
import { AppError } from '#platform/errors.ts'
import { formatDay } from '#platform/i18n/day.ts'
import { lockReport, reportById, type ReportRow } from '../report-store.ts'
import { roundById, type RoundRow } from '../round-store.ts'
import { successorsOf, unitOn } from '../store.ts'
import type { ReportsDb } from '../tables.ts'
import { isTaken } from './view-report.ts'

/**
 * A report with its round for a step of its own unit, locked; the permission is asked.
 * @throws AppError `conflict` when the unit has been merged or closed since the round opened, or the round takes nothing more
 */
export async function lockOwnReport(ctx: CommandContext<ReportsDb>, reportId: string, permission: string, takes: 'while_open' | 'always' = 'while_open'): Promise<{ report: ReportRow; round: RoundRow }> {
  // Rows of a closed unit can be read, not locked: it is told first.
  const { unitId } = await reportById(ctx.tx, reportId)
  const { closedOn } = await unitOn(ctx.tx, unitId, ctx.today)
  if (closedOn !== null && closedOn <= ctx.today) {
    const successors = await successorsOf(ctx.tx, unitId, ctx.today)
    throw new AppError('conflict', 'reports.unit_closed', { on: formatDay(closedOn), successors: successors.map(({ name }) => name).join(', ') || '—' })
  }
  await ctx.allow(permission, unitId)
  const report = await lockReport(ctx.tx, reportId)
  const round = await roundById(ctx.tx, report.roundId)
  if (takes === 'while_open' && !isTaken(report, round, ctx.today)) throw new AppError('conflict', 'reports.round_closed', { round: round.title })
  return { report, round }
}

/** A report with its round for a decision of the superior, locked; the permission is asked over the superior. */
export async function lockAskedReport(ctx: CommandContext<ReportsDb>, reportId: string): Promise<{ report: ReportRow; round: RoundRow }> {
  const report = await lockReport(ctx.tx, reportId)
  await ctx.allow('reports.ask', report.superiorId)
  return { report, round: await roundById(ctx.tx, report.roundId) }
}

/** @throws AppError `conflict` when what the superior read is not the newest version, or was taken back meanwhile */
export function refuseOtherVersion(report: ReportRow, number: number): void {
  if (report.version !== number) throw new AppError('conflict', 'reports.version_moved', { number: report.version })
  if (report.state === 'draft' || report.state === 'review' || report.state === 'signed') throw new AppError('conflict', 'reports.taken_back')
}
