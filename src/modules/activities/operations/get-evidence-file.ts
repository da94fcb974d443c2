import { findRecord, recordTables } from '#core/records/store.ts'
import { AppError } from '#platform/errors.ts'
import { getEvidenceFile } from '../evidence-contract.ts'
import { pieceOf } from '../evidence-store.ts'
import { query } from '../store.ts'

export default query(getEvidenceFile, async (ctx, { recordId, evidenceId }) => {
  const record = await findRecord(recordTables(ctx.tx), recordId)
  if (!record) throw new AppError('not_found', 'activities.not_found')
  await ctx.allow('activities.read', record.unitId)
  const piece = await pieceOf(ctx.tx, recordId, evidenceId)
  if (!piece || piece.removed || piece.name === null || piece.mediaType === null || piece.digest === null) throw new AppError('not_found', 'activities.evidence_not_found')
  const { kind, name, mediaType, digest, bytes, thumbnail } = piece
  return { kind, name, mediaType, digest, bytes: Number(bytes), thumbnail }
})
