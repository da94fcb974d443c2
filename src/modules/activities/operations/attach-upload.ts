import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { frozenBy } from '#core/facts/freeze.ts'
import { lockRecord, recordTables } from '#core/records/store.ts'
import { tablesOf } from '#platform/db/connect.ts'
import { deleteUpload, type FilesDb } from '#core/files/upload-store.ts'
import { command } from '../store.ts'
import { attachUpload } from '../upload-contract.ts'
import { SOURCE } from './keep-activity.ts'

const fileTables = tablesOf<FilesDb>()

/** The evidence has the id of its upload, so that a picture whose answer was lost is attached once. */
export default command(attachUpload, async (ctx, { unitId, recordId, uploadId, takenOn, peopleShown, consent, picture, thumbnail, hashes }) => {
  await ctx.allow('activities.edit', unitId)
  const { tx } = ctx
  const record = await lockRecord(recordTables(tx), recordId, 'activities.not_found')
  if (record.unitId !== unitId) throw new AppError('not_found', 'activities.not_found')
  if (record.state === 'removed') throw new AppError('conflict', 'activities.removed')
  const known = await tx.selectFrom('records.evidence').select('recordId').where('id', '=', uploadId).executeTakeFirst()
  if (known && known.recordId !== recordId) throw new AppError('conflict', 'activities.id_taken')
  await ctx.audit({ unitId, action: attachUpload.name, entity: recordId, after: { evidenceId: uploadId, takenOn, consent } })
  if (known) return { evidenceId: uploadId }
  const [first] = await frozenBy(untyped(tx), SOURCE, recordId)
  if (first) throw new AppError('conflict', 'activities.frozen', { reports: 1, first: first.title, unit: first.unitName })

  const { provinceId } = record
  const file = (id: string, name: string, stored: { digest: string; bytes: number }) => ({ provinceId, id, unitId, ...stored, name, mediaType: 'image/jpeg', createdAt: ctx.now })
  const [fileId, thumbnailId] = [ctx.newId(), ctx.newId()]
  await tx.insertInto('files.file').values([file(fileId, 'anh.jpg', picture), file(thumbnailId, 'anh-nho.jpg', thumbnail)]).execute()
  await tx
    .insertInto('records.evidence')
    .values({ provinceId, unitId, id: uploadId, recordId, kind: 'picture', fileId, thumbnailId, link: null, takenOn, pictureHash: hashes, peopleShown, consent, caption: '', addedBy: ctx.actor!.personId, addedAt: ctx.now })
    .execute()
  await deleteUpload(fileTables(tx), uploadId)
  return { evidenceId: uploadId }
})
