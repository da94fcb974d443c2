import { getUpload } from '../contract.ts'
import { query, uploadOf } from '../upload-store.ts'

export default query(getUpload, async (ctx, { unitId, uploadId }) => {
  await ctx.allow('files.upload', unitId)
  const upload = await uploadOf(ctx.tx, { unitId, uploadId, accountId: ctx.actor!.accountId })
  if (!upload) return { received: 0, bytes: 0, receipt: null }
  const { received, bytes, digest } = upload
  return { received, bytes, receipt: received === bytes ? digest : null }
})
