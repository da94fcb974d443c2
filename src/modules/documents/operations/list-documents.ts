import { listDocuments } from '../contract.ts'
import { query, registerPage } from '../store.ts'

export default query(listDocuments, async (ctx, input) => {
  await ctx.allow('documents.read', input.unitId)
  const issuedOnly = !(await ctx.may('documents.readDrafts', input.unitId))
  return registerPage(ctx.tx, { ...input, q: input.q || undefined, issuedOnly })
})
