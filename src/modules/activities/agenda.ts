import type { AgendaProvider } from '#core/agenda/provider.ts'
import { activitiesBetween, activityTables } from './store.ts'

/** What was recorded, on its own days. */
export const activitiesAgenda: AgendaProvider = async (ctx, { unitId, from, to }) => {
  if (!(await ctx.may('activities.read', unitId))) return []
  const rows = await activitiesBetween(activityTables(ctx.tx), unitId, from, to)
  return rows.map(({ id, onDay, untilDay, title, place, createdBy }) => ({
    id: `activities.record:${id}`,
    kind: 'activity',
    state: 'done',
    day: onDay,
    until: untilDay === onDay ? null : untilDay,
    title,
    titleEn: null,
    note: place,
    isMine: createdBy === ctx.actor!.personId,
    href: `/hoat-dong/${id}`,
  }))
}
