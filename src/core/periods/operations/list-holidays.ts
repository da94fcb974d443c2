import { untyped } from '#platform/db/connect.ts'
import { listHolidays } from '../contract.ts'
import { holidayRows, query } from '../store.ts'

export default query(listHolidays, async (ctx, { unitId, year }) => {
  await ctx.allow('periods.read', unitId)
  return holidayRows(untyped(ctx.tx), unitId, `${year}-01-01`, `${year}-12-31`)
})
