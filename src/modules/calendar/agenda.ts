import type { AgendaEntry } from '#core/agenda/contract.ts'
import type { AgendaProvider } from '#core/agenda/provider.ts'
import { holidayRows } from '#core/periods/store.ts'
import { observancesOf } from './model/observances.ts'
import { nationalObservances } from './reference/observances.ts'
import { wordsFor } from './store.ts'

/** The observances that the unit keeps, and the days off of the nation. */
export const calendarAgenda: AgendaProvider = async (ctx, { unitId, from, to }) => {
  if (!(await ctx.may('calendar.read', unitId))) return []
  const words = await wordsFor(ctx.tx, unitId, ctx.today)
  const entries: AgendaEntry[] = []
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    for (const kept of observancesOf(year, nationalObservances(year), words)) {
      if (kept.dropped) continue
      entries.push({
        id: `calendar.observance:${kept.code ?? kept.changeId}:${year}`,
        kind: 'observance',
        state: 'none',
        day: kept.from,
        until: kept.to === kept.from ? null : kept.to,
        title: kept.name,
        titleEn: kept.nameEn,
        note: kept.theme,
        isMine: false,
        href: null,
      })
    }
  }
  return [...entries, ...(await daysOff(ctx, unitId, from, to))]
}

async function daysOff(ctx: Parameters<AgendaProvider>[0], unitId: string, from: string, to: string): Promise<AgendaEntry[]> {
  const rows = await holidayRows(ctx.tx, unitId, from, to)
  return rows
    .filter(({ kind }) => kind === 'off')
    .map(({ day, name }) => ({ id: `periods.holiday:${day}`, kind: 'holiday', state: 'none', day, until: null, title: name, titleEn: null, note: null, isMine: false, href: null }))
}
