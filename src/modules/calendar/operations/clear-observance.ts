import { AppError } from '#platform/errors.ts'
import { clearObservance } from '../contract.ts'
import { command, deleteChange, lockChange } from '../store.ts'

export default command(clearObservance, async (ctx, { unitId, changeId }) => {
  await ctx.allow('calendar.change', unitId)
  const before = await lockChange(ctx.tx, unitId, changeId)
  if (!before) throw new AppError('not_found', 'calendar.no_observance')
  await deleteChange(ctx.tx, unitId, changeId)
  const { code, year, name, fromDay, toDay, theme, dropped, certainty, source } = before
  await ctx.audit({ unitId, action: clearObservance.name, entity: changeId, before: { code, year, name, fromDay, toDay, theme, dropped, certainty, source } })
  return {}
})
