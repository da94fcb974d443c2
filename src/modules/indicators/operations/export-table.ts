import { query } from '../store.ts'
import { exportTable } from '../table-contract.ts'
import { tableView } from './table-view.ts'

export default query(exportTable, async (ctx, asked) => {
  await ctx.allow('indicators.board', asked.unitId)
  return tableView(ctx, asked)
})
