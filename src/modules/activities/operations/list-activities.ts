import { listActivities } from '../contract.ts'
import { totalsOf } from '../model/totals.ts'
import { type ActivityLine, linesOf, lineTexts, missingOf, namesOf, query, writersOf } from '../store.ts'

const PAGE = 50

export default query(listActivities, async (ctx, { page, ...filter }) => {
  await ctx.allow('activities.read', filter.unitId)
  const lines = await linesOf(ctx.tx, filter)
  const shown = lines.slice((page - 1) * PAGE, page * PAGE)
  const names = await namesOf(ctx.tx, shown.map(({ byId }) => byId))
  const texts = await lineTexts(ctx.tx, filter.unitId, shown.filter(({ nodeId }) => nodeId !== null).map(({ onDay }) => onDay))
  return {
    rows: shown.map((line) => rowOf(line, names, texts)),
    page,
    pageSize: PAGE,
    found: lines.length,
    totals: { ...totalsOf(lines), lackingEvidence: lines.filter((line) => line.state === 'recorded' && missingOf(line) > 0).length },
    people: await writersOf(ctx.tx, filter.unitId),
    canEdit: await ctx.may('activities.edit', filter.unitId),
  }
})

function rowOf({ pieces, ...line }: ActivityLine, names: ReadonlyMap<string, string>, texts: ReadonlyMap<string, string>) {
  return { ...line, evidence: pieces.length, evidenceMissing: missingOf({ ...line, pieces }), nodeText: line.nodeId === null ? null : (texts.get(line.nodeId) ?? null), byName: names.get(line.byId) ?? null }
}
