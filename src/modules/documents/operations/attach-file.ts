import { AppError } from '#platform/errors.ts'
import { attachFile } from '../incoming-contract.ts'
import { fileWith, filesOf } from '../file-store.ts'
import { habitsOf } from '../habit-store.ts'
import { withHabits } from '../model/habits.ts'
import { lifecycleOf } from '../model/lifecycle.ts'
import { columnsOf, command, lockDocument, readColumns, updateDocument } from '../store.ts'

export default command(attachFile, async (ctx, { documentId, file, found }) => {
  const document = await lockDocument(ctx.tx, documentId)
  await ctx.allow('documents.edit', document.unitId)
  lifecycleOf[document.direction].next(document.state, 'correct')
  const files = await filesOf(ctx.tx, documentId)
  if (document.readingSource !== 'scan' || files.some(({ role }) => role === 'docx')) throw new AppError('conflict', 'documents.file_not_wanted')
  if (!found) throw new AppError('invalid', 'documents.unreadable_scan')

  await fileWith(ctx.tx, { ...file, id: ctx.newId(), unitId: document.unitId, documentId, role: 'docx', at: ctx.now, frozen: false, published: false })
  const known = document.direction === 'incoming' ? withHabits(found.reading, await habitsOf(ctx.tx, document.unitId)) : { reading: found.reading, applied: [] }
  await updateDocument(ctx.tx, documentId, { ...columnsOf(known.reading), readText: found.readText, ...readColumns(found, known.applied), readingSource: 'file' })
  await ctx.audit({ unitId: document.unitId, action: attachFile.name, entity: documentId, after: { digest: file.digest } })
  return { documentId, readingSource: 'file' as const }
})
