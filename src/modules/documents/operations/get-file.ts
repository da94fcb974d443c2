import { AppError } from '#platform/errors.ts'
import { getFile } from '../contract.ts'
import { filesOf } from '../file-store.ts'
import { documentById, query } from '../store.ts'
import { allowReading } from './get-document.ts'

export default query(getFile, async (ctx, { documentId, role }) => {
  await allowReading(ctx, await documentById(ctx.tx, documentId))
  const found = (await filesOf(ctx.tx, documentId)).find((file) => file.role === role)
  if (!found) throw new AppError('not_found', 'documents.file_not_found')
  const { fileId: _, ...file } = found
  return file
})
