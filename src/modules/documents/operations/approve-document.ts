import { approveDocument } from '../contract.ts'
import { lifecycleOf } from '../model/lifecycle.ts'
import { refuseStale } from '../model/version.ts'
import { command, lockDocument, updateDocument } from '../store.ts'

export default command(approveDocument, async (ctx, { documentId, version }) => {
  const document = await lockDocument(ctx.tx, documentId)
  await ctx.allow('documents.approve', document.unitId)
  const state = lifecycleOf[document.direction].next(document.state, 'approve')
  refuseStale(document, version)

  const next = await updateDocument(ctx.tx, documentId, { state, approvedAt: ctx.now, approvedBy: ctx.actor?.personId ?? null })
  await ctx.audit({ unitId: document.unitId, action: approveDocument.name, entity: documentId, before: { state: document.state }, after: { state } })
  return { version: next, state }
})
