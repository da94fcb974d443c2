import type { QueryContext } from '#core/access/request.ts'
import type { BoardRow } from '../board-contract.ts'
import type { BoardReport } from '../board-store.ts'
import { nextStepOf } from '../model/board.ts'
import { roundById, type RoundRow } from '../round-store.ts'
import type { ReportsDb } from '../tables.ts'

export function boardRow(row: BoardReport): BoardRow {
  return { ...row, next: nextStepOf(row) }
}

/** A round for what its superior does with it; the permission is asked. */
export async function askedRound(ctx: QueryContext<ReportsDb>, roundId: string): Promise<RoundRow> {
  const round = await roundById(ctx.tx, roundId)
  await ctx.allow('reports.ask', round.unitId)
  return round
}
