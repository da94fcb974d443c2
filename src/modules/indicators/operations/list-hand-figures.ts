import { listHandFigures } from '../hand-contract.ts'
import { query } from '../store.ts'
import { handRowsOf } from './hand-rows.ts'

export default query(listHandFigures, async (ctx, { unitId, year }) => {
  await ctx.allow('indicators.read', unitId)
  return { rows: await handRowsOf(ctx.tx, unitId, year, ctx.today), canEnter: await ctx.may('indicators.enter', unitId) }
})
