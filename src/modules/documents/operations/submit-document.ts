import { AppError } from '#platform/errors.ts'
import { submitDocument } from '../contract.ts'
import { lifecycleOf } from '../model/lifecycle.ts'
import { hasContent, missingFields } from '../model/reading.ts'
import { refuseStale } from '../model/version.ts'
import { command, lockDocument, updateDocument } from '../store.ts'
import { refuseUnprintable } from './refuse-unprintable.ts'

export default command(submitDocument, async (ctx, { documentId, version }) => {
  const document = await lockDocument(ctx.tx, documentId)
  await ctx.allow('documents.edit', document.unitId)
  const state = lifecycleOf[document.direction].next(document.state, 'submit')
  refuseStale(document, version)
  const missing = missingFields(document.reading)
  if (missing.length > 0) throw new AppError('invalid', 'documents.reading_incomplete', { first: missing[0]!, count: missing.length })
  if (!hasContent(document.reading)) throw new AppError('invalid', 'documents.content_missing')
  refuseUnprintable(document.reading)

  const next = await updateDocument(ctx.tx, documentId, { state, returnedNote: null })
  await ctx.audit({ unitId: document.unitId, action: submitDocument.name, entity: documentId, before: { state: document.state }, after: { state } })
  return { version: next, state }
})
