import { AppError } from '#platform/errors.ts'
import { contentOf, type FilesDb, uploadOf } from '#core/files/upload-store.ts'
import { tablesOf } from '#platform/db/connect.ts'
import { readUpload } from '../evidence-contract.ts'
import { pieceOf } from '../evidence-store.ts'
import { query } from '../store.ts'

const fileTables = tablesOf<FilesDb>()

export default query(readUpload, async (ctx, { unitId, recordId, uploadId }) => {
  await ctx.allow('activities.edit', unitId)
  if (await pieceOf(ctx.tx, recordId, uploadId)) return { name: '', content: null }
  const tx = fileTables(ctx.tx)
  const upload = await uploadOf(tx, { uploadId, unitId, accountId: ctx.actor!.accountId })
  if (!upload) throw new AppError('not_found', 'files.upload_unknown')
  if (upload.received < upload.bytes) throw new AppError('unavailable', 'files.upload_incomplete')
  return { name: upload.name, content: new Uint8Array(await contentOf(tx, uploadId)) }
})
