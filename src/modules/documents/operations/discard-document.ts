import { discardDocument } from '../contract.ts'
import { removeFiles } from '../file-store.ts'
import { lifecycleOf } from '../model/lifecycle.ts'
import { command, deleteDocument, lockDocument } from '../store.ts'

export default command(discardDocument, async (ctx, { documentId }) => {
  const document = await lockDocument(ctx.tx, documentId)
  await ctx.allow('documents.edit', document.unitId)
  lifecycleOf[document.direction].next(document.state, 'discard')

  await removeFiles(ctx.tx, documentId)
  await deleteDocument(ctx.tx, documentId)
  const { direction, docType, subject, reading } = document
  await ctx.audit({ unitId: document.unitId, action: discardDocument.name, entity: documentId, before: { direction, docType, subject, reading } })
  return null
})
