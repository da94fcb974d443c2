import type { AgendaEntry } from '#core/agenda/contract.ts'
import type { AgendaProvider } from '#core/agenda/provider.ts'
import { deadlinesOf, type Deadline } from './deadline-store.ts'
import { reportTables } from './store.ts'

/** Days on which the unit owes a report, and on which the rounds end in which it asks for some. */
export const agendaOfReports: AgendaProvider = async (ctx, { unitId, from, to }) => {
  const [owes, asks] = [await ctx.may('reports.read', unitId), await ctx.may('reports.ask', unitId)]
  if (!owes && !asks) return []
  const writes = await ctx.may('reports.edit', unitId)
  const deadlines = await deadlinesOf(reportTables(ctx.tx), unitId, from, to)
  return deadlines.filter(({ side }) => (side === 'owes' ? owes : asks)).map((deadline) => entryOf(deadline, ctx.today, writes))
}

function entryOf({ side, id, title, otherName, day, isDone, given, asked }: Deadline, today: string, writes: boolean): AgendaEntry {
  const isOwn = side === 'owes'
  return {
    id: `reports.${isOwn ? 'due' : 'round'}:${id}`,
    kind: 'deadline',
    state: isDone ? 'done' : day < today ? 'late' : 'coming',
    day,
    until: null,
    title,
    titleEn: null,
    note: isOwn ? otherName : `${given}/${asked}`,
    isMine: isOwn ? writes : true,
    href: isOwn ? `/bao-cao/${id}` : `/dot-bao-cao/${id}`,
  }
}
