import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOf, daysBetween } from '#platform/clock.ts'
import { isWorkingDay, NO_HOLIDAYS } from '#core/periods/model/working-days.ts'
import { clocksOf, nextClock, type ClockKey, type DatedStep } from './clocks.ts'

const at = (text: string) => new Date(`${text}+07:00`)
// A Wednesday evening.
const received = at('2026-05-20T21:14:00')
const clock = (key: ClockKey, steps: readonly DatedStep[], now: Date, holidays = NO_HOLIDAYS) => clocksOf(received, steps, holidays, now).find((one) => one.key === key)

describe('telling at once', () => {
  it('presses after two hours and is late after twelve', () => {
    expect(clock('tell', [], at('2026-05-20T23:13:59'))?.state).toBe('running')
    expect(clock('tell', [], at('2026-05-20T23:14:00'))?.state).toBe('soon')
    expect(clock('tell', [], at('2026-05-21T09:14:00'))?.state).toBe('soon')
    expect(clock('tell', [], at('2026-05-21T09:14:01'))?.state).toBe('late')
  })

  it('stands still once told, or once a handler has said why it is not due', () => {
    expect(clock('tell', [{ kind: 'told', at: at('2026-05-21T12:00:00') }], at('2026-06-01T00:00:00'))).toMatchObject({ state: 'done', doneAt: at('2026-05-21T12:00:00') })
    expect(clock('tell', [{ kind: 'tell_not_due', at: received }], at('2026-06-01T00:00:00'))?.state).toBe('off')
  })
})

describe('the plan', () => {
  it('is due at the end of the fifth working day after the receipt', () => {
    // 21, 22, 25, 26, 27 May
    expect(clock('plan', [], received)?.dueAt).toEqual(new Date(at('2026-05-28T00:00:00').getTime() - 1))
    expect(clock('plan', [], at('2026-05-26T23:59:59'))?.state).toBe('running')
    expect(clock('plan', [], at('2026-05-27T00:00:00'))?.state).toBe('soon')
    expect(clock('plan', [], at('2026-05-28T00:00:00'))?.state).toBe('late')
  })

  it('counts around holidays, and Saturdays that are worked', () => {
    const holidays = { off: new Set(['2026-05-21', '2026-05-22']), working: new Set(['2026-05-23']) }
    // 23 (worked), 25, 26, 27, 28 May
    expect(dayOf(clock('plan', [], received, holidays)!.dueAt)).toBe('2026-05-28')
  })

  it('starts the two working days of its approval anew with every plan', () => {
    const plan = { kind: 'planned', at: at('2026-05-22T10:00:00') }
    expect(dayOf(clock('approve', [plan], received)!.dueAt)).toBe('2026-05-26')
    const approved = { kind: 'approved', at: at('2026-05-25T10:00:00') }
    expect(clock('approve', [plan, approved], at('2026-06-01T00:00:00'))?.state).toBe('done')
    expect(clock('approve', [plan, approved, { kind: 'planned', at: at('2026-05-29T10:00:00') }], at('2026-06-03T00:00:00'))?.state).toBe('late')
  })
})

it('a separation is looked at again on the last working day within fifteen days', () => {
  // 15 days after 22 May is Saturday 6 June.
  const separated = { kind: 'separated', at: at('2026-05-22T10:00:00') }
  expect(dayOf(clock('separation', [separated], received)!.dueAt)).toBe('2026-06-05')
  expect(clock('separation', [], received)).toBeUndefined()
})

it('over random calendars: working limits fall on working days, never early, and time only tightens', () => {
  const day = fc.integer({ min: 0, max: 400 }).map((days) => addDays('2026-01-01', days))
  const holidays = fc.record({ off: fc.uniqueArray(day, { maxLength: 40 }), working: fc.uniqueArray(day, { maxLength: 10 }) }).map(({ off, working }) => ({ off: new Set(off), working: new Set(working) }))
  const moment = fc.integer({ min: 0, max: 365 * 86_400 }).map((seconds) => new Date(Date.parse('2026-01-01T00:00:00Z') + seconds * 1000))
  const rank = { running: 0, soon: 1, late: 2, done: 3, off: 3 }
  fc.assert(fc.property(moment, holidays, fc.nat(40 * 86_400), fc.nat(86_400), (start, calendar, seconds, more) => {
    const steps = [{ kind: 'planned', at: new Date(start.getTime() + 3_600_000) }, { kind: 'separated', at: start }]
    const now = new Date(start.getTime() + seconds * 1000)
    for (const set of [[], steps]) {
      const [before, after] = [clocksOf(start, set, calendar, now), clocksOf(start, set, calendar, new Date(now.getTime() + more * 1000))]
      before.forEach((one, index) => expect(rank[after[index]!.state]).toBeGreaterThanOrEqual(rank[one.state]))
    }
    const plan = clocksOf(start, [], calendar, now).find(({ key }) => key === 'plan')!
    const due = dayOf(plan.dueAt)
    expect(isWorkingDay(due, calendar)).toBe(true)
    const days = Array.from({ length: daysBetween(dayOf(start), due) }, (_, index) => addDays(dayOf(start), index + 1))
    expect(days.filter((one) => isWorkingDay(one, calendar))).toHaveLength(5)
    const separation = clocksOf(start, steps, calendar, now).find(({ key }) => key === 'separation')!
    expect(daysBetween(dayOf(start), dayOf(separation.dueAt))).toBeLessThanOrEqual(15)
  }))
})

it('the clock that is due first presses most', () => {
  expect(nextClock(clocksOf(received, [], NO_HOLIDAYS, received))?.key).toBe('tell')
  expect(nextClock(clocksOf(received, [{ kind: 'told', at: received }], NO_HOLIDAYS, received))?.key).toBe('plan')
  expect(nextClock(clocksOf(received, [{ kind: 'told', at: received }, { kind: 'plan_not_due', at: received }], NO_HOLIDAYS, received))).toBeNull()
})
