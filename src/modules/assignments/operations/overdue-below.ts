import { overdueBelow } from '../contract.ts'
import { pressingBelow, workBelow } from '../board-store.ts'
import { query } from '../store.ts'

export default query(overdueBelow, async (ctx, { unitId, year }) => {
  await ctx.allow('assignments.board', unitId)
  const units = await workBelow(ctx.tx, unitId, year, ctx.today)
  const pressing = await pressingBelow(ctx.tx, unitId, year, ctx.today)
  return units.map((unit) => ({
    ...unit,
    pressing: pressing.filter((row) => row.unitId === unit.unitId).map(({ id, text, leadName, responsible, daysLate }) => ({ id, text, leadName, responsible, daysLate })),
  }))
})
