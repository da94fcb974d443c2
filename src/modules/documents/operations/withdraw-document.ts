import { withdrawDocument } from '../contract.ts'
import { lifecycleOf } from '../model/lifecycle.ts'
import { refuseStale } from '../model/version.ts'
import { command, lockDocument, updateDocument } from '../store.ts'

export default command(withdrawDocument, async (ctx, { documentId, version, reason }) => {
  const document = await lockDocument(ctx.tx, documentId)
  const { unitId, docType, sourceDocumentId } = document
  await ctx.allow('documents.approve', unitId)
  const state = lifecycleOf[document.direction].next(document.state, 'withdraw')
  refuseStale(document, version)

  const next = await updateDocument(ctx.tx, documentId, { state, withdrawnNote: reason })
  await ctx.enqueue('documents.withdrawDelivered', { documentId })
  await ctx.publish('documents.withdrawn', { documentId, unitId, docType, sourceDocumentId })
  await ctx.audit({ unitId, action: withdrawDocument.name, entity: documentId, before: { state: document.state }, after: { state, reason } })
  return { version: next, state }
})
