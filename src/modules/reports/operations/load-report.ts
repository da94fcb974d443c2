import type { CommandContext } from '#core/access/request.ts'
import type { PlainDate } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import { formatDay } from '#platform/i18n/day.ts'
import { lockReport, type ReportRow } from '../report-store.ts'
import { roundById, type RoundRow } from '../round-store.ts'
import { successorsOf } from '../store.ts'
import { unitOfReport } from '../submission-store.ts'
import type { ReportsDb } from '../tables.ts'
import { isTaken } from './view-report.ts'

/**
 * A report with its round for a step of its own unit, locked; the permission is asked.
 * @throws AppError `conflict` when the unit has been merged or closed since the round opened, or the round takes nothing more
 */
export async function lockOwnReport(ctx: CommandContext<ReportsDb>, reportId: string, permission: string, takes: 'while_open' | 'always' = 'while_open'): Promise<{ report: ReportRow; round: RoundRow }> {
  await allowOwnReport(ctx, reportId, permission)
  const report = await lockReport(ctx.tx, reportId)
  const round = await roundById(ctx.tx, report.roundId)
  if (takes === 'while_open') refuseUntaken(report, round, ctx.today)
  return { report, round }
}

/** Asks the permission over the unit of a report. @throws AppError `conflict` when that has been merged or closed since */
export async function allowOwnReport(ctx: CommandContext<ReportsDb>, reportId: string, permission: string): Promise<void> {
  // Rows of a closed unit can be read, not locked: it is told first.
  const { unitId, closedOn } = await unitOfReport(ctx.tx, reportId)
  if (closedOn !== null && closedOn <= ctx.today) {
    const successors = await successorsOf(ctx.tx, unitId, ctx.today)
    throw new AppError('conflict', 'reports.unit_closed', { on: formatDay(closedOn), successors: successors.map(({ name }) => name).join(', ') || '—' })
  }
  await ctx.allow(permission, unitId)
}

/** @throws AppError `conflict` when the round takes nothing more from this unit */
export function refuseUntaken(report: Parameters<typeof isTaken>[0], round: Pick<RoundRow, 'state' | 'title'>, today: PlainDate): void {
  if (!isTaken(report, round, today)) throw new AppError('conflict', 'reports.round_closed', { round: round.title })
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
