import { listBoardReports } from '../board-contract.ts'
import { boardReportIds } from '../board-store.ts'
import { query } from '../store.ts'
import { askedRound } from './board-view.ts'

export default query(listBoardReports, async (ctx, { roundId, ...filter }) => {
  await askedRound(ctx, roundId)
  return { reportIds: await boardReportIds(ctx.tx, roundId, ctx.today, filter) }
})
