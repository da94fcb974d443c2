import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { ownerOf } from '#core/units/store.ts'
import { draftFromFile } from '../incoming-contract.ts'
import { fileWith } from '../file-store.ts'
import { issuedBy, withoutNumber } from '../model/reading.ts'
import { columnsOf, command, insertDocument, unitFacts } from '../store.ts'

export default command(draftFromFile, async (ctx, { unitId, direction, file, found }) => {
  await ctx.allow('documents.edit', unitId)
  if (!found) throw new AppError('invalid', 'documents.unreadable_scan')
  const id = ctx.newId()
  const reading = withoutNumber(issuedBy(found.reading, (await unitFacts(ctx.tx, unitId, ctx.today)).name))
  await insertDocument(ctx.tx, {
    ...(await ownerOf(untyped(ctx.tx), unitId)),
    ...columnsOf(reading),
    id,
    direction,
    state: 'draft',
    readingSource: 'file',
    readText: found.readText,
    createdAt: ctx.now,
    createdOn: ctx.today,
    createdBy: ctx.actor?.personId ?? null,
  })
  await fileWith(ctx.tx, { ...file, id: ctx.newId(), unitId, documentId: id, role: 'original', at: ctx.now, frozen: false, published: false })
  await ctx.audit({ unitId, action: draftFromFile.name, entity: id, after: { digest: file.digest, direction } })
  return { documentId: id }
})
