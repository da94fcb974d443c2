import { getBoard } from '../board-contract.ts'
import { boardPage } from '../board-store.ts'
import { BOARD_PAGE } from '../model/board.ts'
import { query } from '../store.ts'
import { askedRound, boardRow } from './board-view.ts'
import { everyCount, summaryOfRound } from './view-round.ts'

export default query(getBoard, async (ctx, { roundId, sort = 'queue', page, ...filter }) => {
  const round = await askedRound(ctx, roundId)
  const { rows, counts, ...board } = await boardPage(ctx.tx, roundId, ctx.today, filter, { sort, page })
  return { ...board, round: summaryOfRound(round), canManage: round.state === 'open', counts: everyCount(counts), pageSize: BOARD_PAGE, rows: rows.map(boardRow) }
})
