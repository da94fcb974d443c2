import { AppError } from '#platform/errors.ts'
import { clearReference } from '../contract.ts'
import { command, deleteChange, lockChange } from '../store.ts'

export default command(clearReference, async (ctx, { unitId, changeId }) => {
  await ctx.allow('citations.change', unitId)
  const before = await lockChange(ctx.tx, unitId, changeId)
  if (!before) throw new AppError('not_found', 'citations.no_word')
  await deleteChange(ctx.tx, unitId, changeId)
  await ctx.audit({ unitId, action: clearReference.name, entity: changeId, before })
  return {}
})
