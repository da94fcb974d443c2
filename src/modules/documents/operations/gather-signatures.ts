import { filesOf } from '../file-store.ts'
import { gatherSignatures } from '../signature-contract.ts'
import { signedFiles, trustedContents } from '../signature-store.ts'
import { documentById, personName, query } from '../store.ts'
import { allowReading } from './get-document.ts'

export default query(gatherSignatures, async (ctx, { documentId }) => {
  const document = await documentById(ctx.tx, documentId)
  await allowReading(ctx, document)
  const signed = await signedFiles(ctx.tx, documentId)
  const files = await filesOf(ctx.tx, documentId)
  const shown = signed.at(-1) ?? ['original', 'pdf'].map((role) => files.find((file) => file.role === role && file.mediaType === 'application/pdf')).find((file) => file !== undefined)
  const steps = []
  for (const { addedBy, ...step } of signed) steps.push({ ...step, addedByName: await personName(ctx.tx, addedBy) })
  return {
    file: shown ? { name: shown.name, digest: shown.digest } : null,
    steps,
    trusted: (await trustedContents(ctx.tx, document.unitId, ctx.today)).map((file) => ({ ...file, content: new Uint8Array(file.content) })),
  }
})
