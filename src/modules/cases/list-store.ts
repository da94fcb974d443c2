import type { QueryContext } from '#core/access/request.ts'
import { holidaysOf } from '#core/periods/store.ts'
import { addDays, dayOf } from '#platform/clock.ts'
import { untyped } from '#platform/db/connect.ts'
import type { CaseHeadView } from './contract.ts'
import { unitNames } from './intake-store.ts'
import { clocksOf, nextClock } from './model/clocks.ts'
import { asSeated, entriesOf, seatedCases, seatsOfCases, type Tx } from './store.ts'

/** Days that a clock of these cases can reach. */
const AHEAD = 60

/** The cases of a unit in which the person has a seat, without content; newest first. */
export async function headsOf(tx: Tx, ctx: Pick<QueryContext<unknown>, 'actor' | 'now' | 'today'>, unitId: string): Promise<CaseHeadView[]> {
  const { heads, entries, seats } = await asSeated(tx, async () => {
    const heads = await seatedCases(tx, unitId, ctx.actor!.accountId)
    const ids = heads.map(({ id }) => id)
    return { heads, entries: await entriesOf(tx, ids), seats: await seatsOfCases(tx, ids, ctx.actor!.accountId) }
  })
  if (heads.length === 0) return []
  const names = await unitNames(tx, heads.map(({ aboutUnitId }) => aboutUnitId), ctx.today)
  const first = heads.reduce((day, { receivedAt }) => (dayOf(receivedAt) < day ? dayOf(receivedAt) : day), ctx.today)
  const holidays = await holidaysOf(untyped(tx), unitId, first, addDays(ctx.today, AHEAD))
  return heads.map(({ id, year, number, state, receivedAt, channel, aboutUnitId }) => {
    const steps = entries.filter(({ caseId }) => caseId === id)
    const lastWord = steps.findLast(({ kind }) => kind === 'message_in' || kind === 'message_out')
    return {
      id, year, number, state, receivedAt, channel,
      aboutUnitName: names.get(aboutUnitId) ?? '',
      next: state === 'closed' ? null : nextClock(channel === 'upward' ? [] : clocksOf(receivedAt, steps, holidays, ctx.now)),
      isUnanswered: channel === 'web' && state !== 'closed' && lastWord?.kind !== 'message_out',
      seat: seats.get(id) ?? 'handler',
    }
  })
}
