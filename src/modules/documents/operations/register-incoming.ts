import { untyped } from '#platform/db/connect.ts'
import { ownerOf } from '#core/units/store.ts'
import { registerIncoming } from '../incoming-contract.ts'
import { entryWithFile, fileWith } from '../file-store.ts'
import { habitsOf } from '../habit-store.ts'
import { withHabits } from '../model/habits.ts'
import { EMPTY_READING } from '../model/reading.ts'
import type { ReadingSource } from '../model/register.ts'
import { columnsOf, command, insertDocument, readColumns } from '../store.ts'

export default command(registerIncoming, async (ctx, { unitId, file, found }) => {
  await ctx.allow('documents.edit', unitId)
  const duplicateOf = await entryWithFile(ctx.tx, unitId, file.digest)
  const id = ctx.newId()
  const readingSource: ReadingSource = found ? 'file' : 'scan'
  const known = found && withHabits(found.reading, await habitsOf(ctx.tx, unitId))
  await insertDocument(ctx.tx, {
    ...(await ownerOf(untyped(ctx.tx), unitId)),
    ...columnsOf(known?.reading ?? EMPTY_READING),
    id,
    direction: 'incoming',
    state: 'draft',
    readingSource,
    readText: found?.readText ?? null,
    ...readColumns(found, known?.applied),
    arrivedOn: ctx.today,
    createdAt: ctx.now,
    createdOn: ctx.today,
    createdBy: ctx.actor?.personId ?? null,
  })
  await fileWith(ctx.tx, { ...file, id: ctx.newId(), unitId, documentId: id, role: 'original', at: ctx.now, frozen: false, published: false })
  await ctx.audit({ unitId, action: registerIncoming.name, entity: id, after: { digest: file.digest, readingSource, carriedOver: known?.applied.map(({ field }) => field) ?? [] } })
  return { documentId: id, readingSource, duplicateOf }
})
