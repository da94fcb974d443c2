import { markSeen } from '../contract.ts'
import { command, documentById, setSeen } from '../store.ts'

/** Every opening stands in the audit: the history of access that the decree asks for. @source Nghị định 30/2020/NĐ-CP, Phụ lục VI */
export default command(markSeen, async (ctx, { documentId }) => {
  const document = await documentById(ctx.tx, documentId)
  await ctx.allow('documents.readDrafts', document.unitId)
  if (document.seenAt === null) {
    await setSeen(ctx.tx, documentId, ctx.now)
    if (document.sourceDocumentId !== null) await ctx.enqueue('documents.acknowledge', { documentId })
  }
  await ctx.audit({ unitId: document.unitId, action: markSeen.name, entity: documentId })
  return null
})
