import type { CommandContext, QueryContext } from '#core/access/request.ts'
import { consolidationById, type ConsolidationRow } from '../consolidation-store.ts'
import { consolidationLifecycle, type ConsolidationAction, type ConsolidationState } from '../model/consolidation-lifecycle.ts'
import { roundById, type RoundRow } from '../round-store.ts'
import type { ReportsDb } from '../tables.ts'

/** A consolidation with its round, locked for a step; the permission is asked. @throws AppError `conflict` in another state */
export async function lockConsolidation(ctx: CommandContext<ReportsDb>, id: string, action: ConsolidationAction, permission = 'reports.ask'): Promise<{ row: ConsolidationRow; round: RoundRow; state: ConsolidationState }> {
  const row = await consolidationById(ctx.tx, id, true)
  await ctx.allow(permission, row.unitId)
  return { row, round: await roundById(ctx.tx, row.roundId), state: consolidationLifecycle.next(row.state, action) }
}

/** A consolidation to read, with its round; the permission is asked. */
export async function allowedConsolidation(ctx: QueryContext<ReportsDb>, id: string): Promise<{ row: ConsolidationRow; round: RoundRow }> {
  const row = await consolidationById(ctx.tx, id)
  await ctx.allow('reports.consolidation', row.unitId)
  return { row, round: await roundById(ctx.tx, row.roundId) }
}

/** Who holds which step. */
const HELD_BY: Record<ConsolidationAction, string> = { edit: 'reports.ask', freeze: 'reports.ask', reopen: 'reports.ask', discard: 'reports.ask', approve: 'reports.sign', issue: 'reports.issue' }

export async function consolidationActions(ctx: QueryContext<ReportsDb>, row: Pick<ConsolidationRow, 'state' | 'unitId'>): Promise<ConsolidationAction[]> {
  const actions: ConsolidationAction[] = []
  for (const action of consolidationLifecycle.available(row.state)) if (await ctx.may(HELD_BY[action], row.unitId)) actions.push(action)
  return actions
}
