import { untyped } from '#platform/db/connect.ts'
import { ownerOf } from '#core/units/store.ts'
import { setHoliday } from '../contract.ts'
import { changeOf, command, putChange } from '../store.ts'

export default command(setHoliday, async (ctx, { unitId, day, kind, name, basis, source }) => {
  await ctx.allow('periods.change', unitId)
  const before = await changeOf(ctx.tx, unitId, day)
  await putChange(ctx.tx, { ...(await ownerOf(untyped(ctx.tx), unitId)), id: ctx.newId(), day, kind, name, basis, source, changedAt: ctx.now })
  await ctx.publish('periods.changed', { unitId, day })
  await ctx.audit({ unitId, action: setHoliday.name, entity: day, before, after: { kind, name, basis, source } })
  return { day, kind, name, basis, source, byUnitId: unitId }
})
