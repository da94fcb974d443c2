import { sealedEntity, writeAudit } from '#core/audit/store.ts'
import { untyped } from '#platform/db/connect.ts'
import { parseInput } from '#platform/operation.ts'
import { readAttachment } from '../contract.ts'
import { enterCase } from '../enter-store.ts'
import { AttachmentAbout } from '../model/attachment.ts'
import { asSeated, attachmentOf, caseQuery, logAccess } from '../store.ts'

/** The picture without what it tells of its maker, unless the original is asked for. Logged as what it is. */
export default caseQuery(readAttachment, async (ctx, { caseId, fileId, original }) => {
  const { row, told, seat } = await enterCase(ctx, caseId)
  const file = await asSeated(ctx.tx, () => attachmentOf(ctx.tx, caseId, fileId))
  const isOriginal = original || !file.shown
  const { accountId } = ctx.actor!
  await asSeated(ctx.tx, () => logAccess(ctx.tx, { provinceId: row.provinceId, id: ctx.newId(), unitId: row.unitId, caseId, at: ctx.now, accountId, act: isOriginal ? 'original' : 'file' }))
  await writeAudit(untyped(ctx.tx), { unitId: seat.unitId, accountId, at: ctx.now, action: readAttachment.name, entity: sealedEntity(caseId) })
  const { name } = parseInput(AttachmentAbout, told.read(file.about, `attachment.about:${fileId}`))
  const bytes = isOriginal ? told.open(file.original, `attachment.original:${fileId}`) : told.open(file.shown!, `attachment.shown:${fileId}`)
  return { name: isOriginal ? name : `${name.replace(/\.\w{1,5}$/, '')}.jpg`, isPicture: !isOriginal, bytes: new Uint8Array(bytes) }
})
