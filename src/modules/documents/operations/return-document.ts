import { returnDocument } from '../contract.ts'
import { lifecycleOf } from '../model/lifecycle.ts'
import { withoutNumber } from '../model/reading.ts'
import { refuseStale } from '../model/version.ts'
import { releaseNumber } from '../number-store.ts'
import { columnsOf, command, lockDocument, updateDocument } from '../store.ts'

export default command(returnDocument, async (ctx, { documentId, version, note }) => {
  const document = await lockDocument(ctx.tx, documentId)
  await ctx.allow('documents.approve', document.unitId)
  const state = lifecycleOf[document.direction].next(document.state, 'return')
  refuseStale(document, version)

  await releaseNumber(ctx.tx, documentId)
  const next = await updateDocument(ctx.tx, documentId, {
    state,
    returnedNote: note,
    approvedAt: null,
    approvedBy: null,
    ...columnsOf(withoutNumber(document.reading)),
  })
  await ctx.audit({ unitId: document.unitId, action: returnDocument.name, entity: documentId, before: { state: document.state }, after: { state, note } })
  return { version: next, state }
})
