import { prepareTrusted } from '../signature-contract.ts'
import { query } from '../store.ts'

export default query(prepareTrusted, async (ctx, { unitId }) => {
  await ctx.allow('documents.keepTrusted', unitId)
  return null
})
