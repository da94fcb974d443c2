import { prepareUpload } from '../incoming-contract.ts'
import { query } from '../store.ts'

export default query(prepareUpload, async (ctx, { unitId }) => {
  await ctx.allow('documents.edit', unitId)
  return { unitId }
})
