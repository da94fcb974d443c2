import { query } from '../store.ts'
import { getTable } from '../table-contract.ts'
import { tableView } from './table-view.ts'

const PAGE_SIZE = 50

export default query(getTable, async (ctx, { page, ...asked }) => {
  await ctx.allow('indicators.board', asked.unitId)
  return { ...(await tableView(ctx, asked, { skip: (page - 1) * PAGE_SIZE, limit: PAGE_SIZE })), pageSize: PAGE_SIZE }
})
