import { exportBoard } from '../board-contract.ts'
import { boardReports } from '../board-store.ts'
import { query } from '../store.ts'
import { askedRound, boardRow } from './board-view.ts'
import { summaryOfRound } from './view-round.ts'

export default query(exportBoard, async (ctx, { roundId, ...filter }) => {
  const round = await askedRound(ctx, roundId)
  const rows = await boardReports(ctx.tx, roundId, ctx.today, filter)
  return { round: summaryOfRound(round), rows: rows.map(boardRow) }
})
