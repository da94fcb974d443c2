import { untyped } from '#platform/db/connect.ts'
import { ownerOf } from '#core/units/store.ts'
import { createDraft } from '../contract.ts'
import { withoutNumber } from '../model/reading.ts'
import { columnsOf, command, insertDocument } from '../store.ts'

export default command(createDraft, async (ctx, { unitId, direction, reading }) => {
  await ctx.allow('documents.edit', unitId)
  const id = ctx.newId()
  await insertDocument(ctx.tx, {
    ...(await ownerOf(untyped(ctx.tx), unitId)),
    ...columnsOf(withoutNumber(reading)),
    id,
    direction,
    state: 'draft',
    readingSource: 'typed',
    createdAt: ctx.now,
    createdOn: ctx.today,
    createdBy: ctx.actor?.personId ?? null,
  })
  await ctx.audit({ unitId, action: createDraft.name, entity: id, after: reading })
  return { documentId: id, version: 1 }
})
