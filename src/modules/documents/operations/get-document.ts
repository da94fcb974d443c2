import { AppError } from '#platform/errors.ts'
import type { QueryContext } from '#core/access/request.ts'
import { getDocument } from '../contract.ts'
import { recipientsOf } from '../delivery-store.ts'
import { filesOf } from '../file-store.ts'
import { citing, linksOf } from '../link-store.ts'
import { OPEN_STATES } from '../model/lifecycle.ts'
import { NO_REGISTER_NOTES } from '../model/register.ts'
import { documentById, personName, query, unitFacts, type DocumentRow } from '../store.ts'
import type { DocumentsDb } from '../tables.ts'

export default query(getDocument, async (ctx, { documentId }) => {
  const document = await documentById(ctx.tx, documentId)
  await allowReading(ctx, document)
  const { confirmedBy, approvedBy, provinceId: _, foundHead: __, ...view } = document
  const isOwn = await ctx.may('documents.readDrafts', document.unitId)
  return {
    ...view,
    ...(isOwn ? {} : { ...OWN_NOTES, evidence: [], appliedHabits: [] }),
    unitName: (await unitFacts(ctx.tx, document.unitId, ctx.today)).name,
    confirmedByName: await personName(ctx.tx, confirmedBy),
    approvedByName: await personName(ctx.tx, approvedBy),
    files: (await filesOf(ctx.tx, documentId)).map(({ fileId: _id, ...file }) => file),
    links: await linksOf(ctx.tx, documentId),
    citedBy: await citing(ctx.tx, documentId, await ownUnits(ctx)),
    recipients: await recipientsOf(ctx.tx, documentId, ctx.today),
  }
})

/** What a unit keeps beside a document for itself: whoever reads from elsewhere gets the document without it. */
const OWN_NOTES = {
  readText: null,
  returnedNote: null,
  ...NO_REGISTER_NOTES,
} as const satisfies Partial<Record<keyof DocumentRow, null>>

/** Units of the person in which drafts are read. */
async function ownUnits(ctx: QueryContext<DocumentsDb>): Promise<string[]> {
  const units = new Set((ctx.actor?.grants ?? []).map(({ unitId }) => unitId))
  const own: string[] = []
  for (const unitId of units) if (await ctx.may('documents.readDrafts', unitId)) own.push(unitId)
  return own
}

/**
 * In the unit itself everything is read; from above what it has sent out; from below what a superior has published.
 * @throws AppError `not_found`
 */
export async function allowReading(ctx: QueryContext<DocumentsDb>, document: DocumentRow): Promise<void> {
  if (await ctx.may('documents.readDrafts', document.unitId)) return ctx.allow('documents.read', document.unitId)
  const isOut = document.direction === 'outgoing' && OPEN_STATES.some((state) => state === document.state)
  if (!isOut) throw new AppError('not_found', 'documents.not_found')
  if (document.published) {
    for (const { unitId } of ctx.actor?.grants ?? []) {
      if (await ctx.may('documents.read', unitId)) return ctx.allow('documents.read', unitId)
    }
  }
  await ctx.allow('documents.read', document.unitId)
}
