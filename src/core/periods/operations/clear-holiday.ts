import { AppError } from '#platform/errors.ts'
import { clearHoliday } from '../contract.ts'
import { changeOf, command, deleteChange } from '../store.ts'

export default command(clearHoliday, async (ctx, { unitId, day }) => {
  await ctx.allow('periods.change', unitId)
  const before = await changeOf(ctx.tx, unitId, day)
  if (!before) throw new AppError('not_found', 'periods.change_not_found')
  await deleteChange(ctx.tx, unitId, day)
  await ctx.publish('periods.changed', { unitId, day })
  await ctx.audit({ unitId, action: clearHoliday.name, entity: day, before })
  return null
})
