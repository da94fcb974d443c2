import { AppError } from '#platform/errors.ts'
import { removeTarget } from '../target-contract.ts'
import { command, deleteTarget } from '../store.ts'

export default command(removeTarget, async (ctx, { unitId, code, year, kind }) => {
  await ctx.allow('indicators.setTarget', unitId)
  if (!(await deleteTarget(ctx.tx, unitId, code, year, kind))) throw new AppError('not_found', 'indicators.target_not_found')
  await ctx.audit({ unitId, action: removeTarget.name, entity: `${code}/${year}/${kind}` })
  return null
})
