import { AppError } from '#platform/errors.ts'
import { filesOf } from '../file-store.ts'
import { prepareSigning } from '../signature-contract.ts'
import { signedFiles } from '../signature-store.ts'
import { documentById, query, type DocumentRow, type Tx } from '../store.ts'

export default query(prepareSigning, async (ctx, { documentId }) => {
  const document = await documentById(ctx.tx, documentId)
  await ctx.allow('documents.sign', document.unitId)
  const { digest, name } = await fileToSign(ctx.tx, document)
  return { unitId: document.unitId, digest, name, signerName: document.signerName }
})

/**
 * The last signed copy, else the PDF as it was issued.
 * @throws AppError `conflict` when the document is not issued or not printed yet
 */
export async function fileToSign(tx: Tx, { id, direction, state }: DocumentRow): Promise<{ readonly digest: string; readonly name: string }> {
  if (direction === 'incoming' || state !== 'issued') throw new AppError('conflict', 'documents.signed_not_issued')
  const last = (await signedFiles(tx, id)).at(-1) ?? (await filesOf(tx, id)).find(({ role }) => role === 'pdf')
  if (!last) throw new AppError('conflict', 'documents.signed_not_printed')
  return last
}
