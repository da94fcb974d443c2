import { correctReading } from '../incoming-contract.ts'
import { lifecycleOf } from '../model/lifecycle.ts'
import { withoutNumber } from '../model/reading.ts'
import { refuseStale } from '../model/version.ts'
import { columnsOf, command, lockDocument, updateDocument } from '../store.ts'

export default command(correctReading, async (ctx, { documentId, version, reading }) => {
  const document = await lockDocument(ctx.tx, documentId)
  await ctx.allow('documents.edit', document.unitId)
  lifecycleOf[document.direction].next(document.state, 'correct')
  refuseStale(document, version)

  const content = document.direction === 'incoming' ? reading : withoutNumber(reading)
  const after = { ...columnsOf(content), ...(document.readingSource === 'scan' ? { readingSource: 'typed' as const } : {}) }
  const next = await updateDocument(ctx.tx, documentId, after)
  await ctx.audit({ unitId: document.unitId, action: correctReading.name, entity: documentId, before: document.reading, after: content })
  return { version: next }
})
