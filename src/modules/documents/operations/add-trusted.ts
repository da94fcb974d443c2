import { AppError } from '#platform/errors.ts'
import { addTrusted } from '../signature-contract.ts'
import { insertTrusted } from '../signature-store.ts'
import { command } from '../store.ts'

export default command(addTrusted, async (ctx, { unitId, ...file }) => {
  await ctx.allow('documents.keepTrusted', unitId)
  const id = ctx.newId()
  const isNew = await insertTrusted(ctx.tx, { ...file, id, unitId, addedAt: ctx.now, addedBy: ctx.actor?.personId ?? null })
  if (!isNew) throw new AppError('conflict', 'documents.root_there')
  await ctx.audit({ unitId, action: addTrusted.name, entity: id, after: { kind: file.kind, title: file.title, digest: file.digest } })
  return { id }
})
