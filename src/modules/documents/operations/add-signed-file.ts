import { AppError } from '#platform/errors.ts'
import { addSignedFile } from '../signature-contract.ts'
import { insertSigned } from '../signature-store.ts'
import { command, lockDocument } from '../store.ts'
import { fileToSign } from './prepare-signing.ts'

export default command(addSignedFile, async (ctx, { documentId, baseDigest, file, signers, made }) => {
  const document = await lockDocument(ctx.tx, documentId)
  const { unitId, published } = document
  await ctx.allow('documents.sign', unitId)
  const base = await fileToSign(ctx.tx, document)
  if (base.digest !== baseDigest) throw new AppError('conflict', 'documents.signed_meanwhile')
  const step = await insertSigned(ctx.tx, { ...file, id: ctx.newId(), documentId, unitId, published, signers, made, addedAt: ctx.now, addedBy: ctx.actor?.personId ?? null })
  await ctx.audit({ unitId, action: addSignedFile.name, entity: documentId, after: { step, digest: file.digest, signers, made } })
  await ctx.publish('documents.signed', { documentId, unitId })
  return { step, signers }
})
