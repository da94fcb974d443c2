import { holidaysOf } from '#core/periods/store.ts'
import { addDays, dayOf } from '#platform/clock.ts'
import { untyped } from '#platform/db/connect.ts'
import { listCases } from '../contract.ts'
import { unitNames } from '../intake-store.ts'
import { clocksOf, nextClock } from '../model/clocks.ts'
import { asSeated, caseQuery, entriesOf, seatsOf, seatedCases } from '../store.ts'

/** Days that a clock of these cases can reach. */
const AHEAD = 60

export default caseQuery(listCases, async (ctx, { unitId }) => {
  await ctx.allow('cases.work', unitId)
  const { heads, entries, seats } = await asSeated(ctx.tx, async () => {
    const heads = await seatedCases(ctx.tx, unitId)
    const entries = await entriesOf(ctx.tx, heads.map(({ id }) => id))
    const seats = new Map<string, 'handler' | 'supervisor'>()
    for (const { id } of heads) seats.set(id, (await seatsOf(ctx.tx, id)).find(({ accountId }) => accountId === ctx.actor!.accountId)?.kind ?? 'handler')
    return { heads, entries, seats }
  })
  const names = await unitNames(ctx.tx, heads.map(({ aboutUnitId }) => aboutUnitId), ctx.today)
  const first = heads.reduce((day, { receivedAt }) => (dayOf(receivedAt) < day ? dayOf(receivedAt) : day), ctx.today)
  const holidays = await holidaysOf(untyped(ctx.tx), unitId, first, addDays(ctx.today, AHEAD))
  const cases = heads.map(({ id, year, number, state, receivedAt, aboutUnitId }) => {
    const steps = entries.filter(({ caseId }) => caseId === id)
    const lastWord = steps.findLast(({ kind }) => kind === 'message_in' || kind === 'message_out')
    return {
      id, year, number, state, receivedAt,
      aboutUnitName: names.get(aboutUnitId) ?? '',
      next: state === 'closed' ? null : nextClock(clocksOf(receivedAt, steps, holidays, ctx.now)),
      isUnanswered: state !== 'closed' && lastWord?.kind !== 'message_out',
      seat: seats.get(id)!,
    }
  })
  return { cases }
})
