import { AppError } from '#platform/errors.ts'
import { linkCitation } from '../contract.ts'
import { linkByHand, linksOf } from '../link-store.ts'
import { command, documentById, lockDocument } from '../store.ts'
import { allowReading } from './get-document.ts'

export default command(linkCitation, async (ctx, { documentId, position, targetId }) => {
  const document = await lockDocument(ctx.tx, documentId)
  await ctx.allow('documents.edit', document.unitId)
  if (targetId === documentId) throw new AppError('invalid', 'documents.link_to_itself')
  if (targetId !== null) {
    const target = await documentById(ctx.tx, targetId)
    await allowReading(ctx, target)
    if (target.state === 'draft') throw new AppError('conflict', 'documents.link_to_draft')
  }
  const before = (await linksOf(ctx.tx, documentId)).find((link) => link.position === position)
  if (!before) throw new AppError('not_found', 'documents.link_not_found')
  await linkByHand(ctx.tx, documentId, position, targetId)
  await ctx.audit({ unitId: document.unitId, action: linkCitation.name, entity: documentId, before: { position, targetId: before.targetId }, after: { position, targetId } })
  return linksOf(ctx.tx, documentId)
})
