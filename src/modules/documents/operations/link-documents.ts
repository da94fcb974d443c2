import { linkDocuments } from '../contract.ts'
import { linksOf, replaceLinks } from '../link-store.ts'
import { command, lockDocument } from '../store.ts'

export default command(linkDocuments, async (ctx, { documentId, links }) => {
  const document = await lockDocument(ctx.tx, documentId)
  await ctx.allow('documents.edit', document.unitId)
  const before = await linksOf(ctx.tx, documentId)
  await replaceLinks(ctx.tx, document, links, ctx.newId, ctx.today)
  await ctx.audit({ unitId: document.unitId, action: linkDocuments.name, entity: documentId, before, after: links })
  return linksOf(ctx.tx, documentId)
})
