import { queryFor } from '#core/access/operation.ts'
import { AppError } from '#platform/errors.ts'
import { listAgenda, type AgendaEntry } from './contract.ts'
import { byDay, isReadableSpan, touches } from './model/span.ts'
import type { AgendaProvider } from './provider.ts'

/** The calendar over all modules that have something in it. */
export function listAgendaOf(providers: readonly AgendaProvider[]) {
  return queryFor<unknown>()(listAgenda, async (ctx, span) => {
    await ctx.allow('agenda.list', span.unitId)
    if (!isReadableSpan(span.from, span.to)) throw new AppError('invalid', 'agenda.bad_span')
    const found: AgendaEntry[] = []
    for (const provider of providers) found.push(...(await provider(ctx, span)))
    return found.filter((entry) => touches(entry, span.from, span.to)).sort(byDay)
  })
}
