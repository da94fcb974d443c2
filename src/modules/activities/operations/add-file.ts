import { AppError } from '#platform/errors.ts'
import { addFile } from '../evidence-contract.ts'
import { evidenceMissingOf, evidenceOf, insertEvidence, insertFile, pieceOf, questionsOf } from '../evidence-store.ts'
import { command, lockActivity } from '../store.ts'

/** As much as anybody looks through; more belongs into a document. */
const MOST_PIECES = 30

export default command(
  addFile,
  async (ctx, { recordId, evidenceId, kind, file, thumbnail, takenOn, pictureHash, caption, peopleShown, consent }) => {
    const record = await lockActivity(ctx.tx, recordId)
    const { unitId, provinceId } = record
    await ctx.allow('activities.edit', unitId)
    const answer = async () => ({ evidenceId, questions: await questionsOf(ctx.tx, record, ctx.today), evidenceMissing: await evidenceMissingOf(ctx.tx, record) })
    await ctx.audit({ unitId, action: addFile.name, entity: recordId, after: { evidenceId, digest: file.digest, kind } })
    // A phone that did not hear the answer sends the file again.
    if (await pieceOf(ctx.tx, recordId, evidenceId)) return answer()
    if ((await evidenceOf(ctx.tx, recordId)).length >= MOST_PIECES) throw new AppError('conflict', 'activities.too_many_files', { most: MOST_PIECES })

    const row = { provinceId, unitId, createdAt: ctx.now }
    const [fileId, thumbnailId] = [ctx.newId(), thumbnail ? ctx.newId() : null]
    await insertFile(ctx.tx, { ...row, id: fileId, ...file })
    if (thumbnail && thumbnailId) await insertFile(ctx.tx, { ...row, id: thumbnailId, ...thumbnail, name: file.name, mediaType: file.mediaType })
    await insertEvidence(ctx.tx, {
      provinceId, unitId, id: evidenceId, recordId, kind, fileId, thumbnailId, link: null, caption, takenOn, pictureHash, peopleShown, consent,
      addedBy: ctx.actor!.personId, addedAt: ctx.now,
    })
    return answer()
  },
  { conflicts: { evidence_id_key: 'activities.id_taken' } },
)
