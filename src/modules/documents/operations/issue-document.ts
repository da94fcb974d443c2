import { AppError } from '#platform/errors.ts'
import { issueDocument } from '../contract.ts'
import { lifecycleOf } from '../model/lifecycle.ts'
import { refuseStale } from '../model/version.ts'
import { command, lockDocument, updateDocument } from '../store.ts'
import { sendOut } from './issue-model.ts'

export default command(issueDocument, async (ctx, { documentId, version, recipientUnitIds, publish }) => {
  const document = await lockDocument(ctx.tx, documentId)
  const { unitId, docType } = document
  await ctx.allow('documents.number', unitId)
  const state = lifecycleOf[document.direction].next(document.state, 'issue')
  refuseStale(document, version)
  if (document.numberText === null || document.issuedOn === null) throw new AppError('conflict', 'documents.number_missing')

  const next = await updateDocument(ctx.tx, documentId, { state, published: publish })
  await sendOut(ctx, { id: documentId, unitId, docType, reading: document.reading }, recipientUnitIds)
  await ctx.audit({ unitId, action: issueDocument.name, entity: documentId, before: { state: document.state }, after: { state, publish, recipients: recipientUnitIds.length } })
  return { version: next, state }
})
