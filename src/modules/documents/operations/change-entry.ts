import { changeEntry } from '../contract.ts'
import { command, lockDocument, updateDocument } from '../store.ts'

export default command(changeEntry, async (ctx, { documentId, ...entry }) => {
  const document = await lockDocument(ctx.tx, documentId)
  await ctx.allow('documents.edit', document.unitId)
  const { urgency, handledBy, copyKeeper, copies, forwardedOn, receiptBy, note } = document
  const version = await updateDocument(ctx.tx, documentId, entry)
  await ctx.audit({
    unitId: document.unitId,
    action: changeEntry.name,
    entity: documentId,
    before: { urgency, handledBy, copyKeeper, copies, forwardedOn, receiptBy, note },
    after: entry,
  })
  return { version }
})
