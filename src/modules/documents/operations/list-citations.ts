import { referencesFor } from '#core/citations/store.ts'
import { CITATIONS_A_PAGE, listCitations, type CitationEntry } from '../citation-contract.ts'
import { namedForms, sourcesOf } from '../citation-store.ts'
import { entriesOf, isShown, isSought, type Entry } from '../model/citations.ts'
import { query } from '../store.ts'

/** Sources named beside one entry or variant; the number of all stands beside them. */
const MOST_NAMED = 8

export default query(listCitations, async (ctx, { unitId, q, show, page }) => {
  await ctx.allow('documents.readDrafts', unitId)
  const below = await ctx.mayBelow('documents.read', unitId)
  const references = await referencesFor(ctx.tx, unitId, ctx.today)
  const all = entriesOf(references, await namedForms(ctx.tx, { unitId, today: ctx.today, below }), ctx.today)
  const found = all.filter((entry) => isShown(entry, show) && isSought(entry, q ?? ''))
  const shown = found.slice((page - 1) * CITATIONS_A_PAGE, page * CITATIONS_A_PAGE)
  const sources = await sourcesOf(ctx.tx, [...new Set(shown.flatMap(namedIds))], ctx.today)
  const name = (ids: readonly string[]) => ids.slice(0, MOST_NAMED).flatMap((id) => sources.get(id) ?? [])
  const entries = shown.map(({ documentIds, itselfId, reference, contradictions, ...entry }): CitationEntry => ({
    ...entry,
    documentId: itselfId,
    sources: name(documentIds),
    reference: reference && { from: reference.from, until: reference.until, replacedBy: reference.replacedBy, source: reference.source, sure: reference.sure, checkedOn: reference.checkedOn, dropped: reference.dropped, changeId: reference.changeId, byUnitId: reference.byUnitId },
    contradictions: contradictions.map(({ aspect, variants, likely }) => ({ aspect, likely, variants: variants.map(({ documentIds: ids, ...variant }) => ({ ...variant, sources: name(ids) })) })),
  }))
  return { entries, found: found.length, contradicted: all.filter(({ contradictions }) => contradictions.length > 0).length }
})

const namedIds = ({ documentIds, contradictions }: Entry): readonly string[] => [...documentIds.slice(0, MOST_NAMED), ...contradictions.flatMap(({ variants }) => variants.flatMap((variant) => variant.documentIds.slice(0, MOST_NAMED)))]
