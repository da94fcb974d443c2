import { listTrusted } from '../signature-contract.ts'
import { trustedFiles } from '../signature-store.ts'
import { query } from '../store.ts'

export default query(listTrusted, async (ctx, { unitId }) => {
  await ctx.allow('documents.read', unitId)
  return (await trustedFiles(ctx.tx, unitId, ctx.today)).map(({ unitId: keeper, ...file }) => ({ ...file, isOwn: keeper === unitId }))
})
