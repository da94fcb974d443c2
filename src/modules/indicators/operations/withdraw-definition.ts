import { AppError } from '#platform/errors.ts'
import { withdrawDefinition } from '../definition-contract.ts'
import { command, withdrawDefinitions } from '../store.ts'

export default command(withdrawDefinition, async (ctx, { unitId, code }) => {
  await ctx.allow('indicators.define', unitId)
  if ((await withdrawDefinitions(ctx.tx, unitId, code, ctx.today)) === 0) throw new AppError('not_found', 'indicators.not_found', { code })
  await ctx.audit({ unitId, action: withdrawDefinition.name, entity: code, after: { withdrawnOn: ctx.today } })
  return null
})
