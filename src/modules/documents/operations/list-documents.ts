import { listDocuments } from '../contract.ts'
import { NO_REGISTER_NOTES } from '../model/register.ts'
import { query, registerPage } from '../store.ts'

export default query(listDocuments, async (ctx, input) => {
  await ctx.allow('documents.read', input.unitId)
  const issuedOnly = !(await ctx.may('documents.readDrafts', input.unitId))
  const page = await registerPage(ctx.tx, { ...input, q: input.q || undefined, issuedOnly })
  return issuedOnly ? { ...page, documents: page.documents.map((row) => ({ ...row, ...NO_REGISTER_NOTES })) } : page
})
