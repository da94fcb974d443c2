import { AppError } from '#platform/errors.ts'
import { removeTrusted } from '../signature-contract.ts'
import { deleteTrusted } from '../signature-store.ts'
import { command } from '../store.ts'

export default command(removeTrusted, async (ctx, { unitId, trustedId }) => {
  await ctx.allow('documents.keepTrusted', unitId)
  const before = await deleteTrusted(ctx.tx, unitId, trustedId)
  if (!before) throw new AppError('not_found', 'documents.root_not_found')
  await ctx.audit({ unitId, action: removeTrusted.name, entity: trustedId, before })
  return null
})
