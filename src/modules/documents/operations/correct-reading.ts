import { correctReading } from '../contract.ts'
import { received, written } from '../model/lifecycle.ts'
import { refuseStale } from '../model/version.ts'
import { columnsOf, command, lockDocument, updateDocument } from '../store.ts'

export default command(correctReading, async (ctx, { documentId, version, reading }) => {
  const document = await lockDocument(ctx.tx, documentId)
  await ctx.allow('documents.edit', document.unitId)
  if (document.direction === 'incoming') received.next(document.state, 'correct')
  else written.next(document.state, 'correct')
  refuseStale(document, version)

  const after = { ...columnsOf(reading), ...(document.readingSource === 'scan' ? { readingSource: 'typed' as const } : {}) }
  const next = await updateDocument(ctx.tx, documentId, after)
  await ctx.audit({ unitId: document.unitId, action: correctReading.name, entity: documentId, before: document.reading, after: reading })
  return { version: next }
})
