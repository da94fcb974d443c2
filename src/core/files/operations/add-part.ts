import { AppError } from '#platform/errors.ts'
import { addPart } from '../contract.ts'
import { beginUpload, command, contentOf, digestOf, forgetParts, keepPart } from '../upload-store.ts'

export default command(addPart, async (ctx, { unitId, uploadId, from, bytes, digest, name, content }) => {
  await ctx.allow('files.upload', unitId)
  const upload = await beginUpload(ctx.tx, { id: uploadId, unitId, accountId: ctx.actor!.accountId, name, bytes, digest }, ctx.now)
  if (upload.bytes !== bytes || upload.digest !== digest) throw new AppError('conflict', 'files.upload_differs')
  await ctx.audit({ unitId, action: addPart.name, entity: uploadId, after: { from, bytes } })
  const state = (received: number) => ({ received, bytes, receipt: received === bytes ? digest : null })
  // a repeated part, or one that comes before its turn: the answer says where to go on
  if (from !== upload.received || from + content.length > bytes) return state(upload.received)
  await keepPart(ctx.tx, upload, content)
  const received = from + content.length
  if (received === bytes && digestOf(await contentOf(ctx.tx, uploadId)) !== digest) {
    await forgetParts(ctx.tx, uploadId)
    return state(0)
  }
  return state(received)
})
