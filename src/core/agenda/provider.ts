import type { QueryContext } from '#core/access/request.ts'
import type { PlainDate } from '#platform/clock.ts'
import type { AgendaEntry } from './contract.ts'

export interface AgendaSpan {
  readonly unitId: string
  readonly from: PlainDate
  readonly to: PlainDate
}

/** What a module has in the calendar of a unit. Asks `ctx.may` before it shows a thing; entries touch the span. */
export type AgendaProvider = (ctx: QueryContext<unknown>, span: AgendaSpan) => Promise<readonly AgendaEntry[]>
