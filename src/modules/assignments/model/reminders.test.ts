import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isWorkingDay, NO_HOLIDAYS, type Holidays } from '#core/periods/model/working-days.ts'
import { addDays } from '#platform/clock.ts'
import { daysLate, reminderOn } from './reminders.ts'

const due = (dueOn: string, givenOn = '2026-01-01') => ({ dueOn, givenOn })

/** Steps of every day of a span. */
function stepsFrom(from: string, to: string, term: { dueOn: string; givenOn: string }, holidays: Holidays = NO_HOLIDAYS) {
  const steps: [string, string][] = []
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const reminder = reminderOn(day, term, holidays)
    if (reminder && steps.at(-1)?.[1] !== reminder.step) steps.push([day, reminder.step])
  }
  return steps
}

describe('reminders', () => {
  it('come 14, 7, 3 and 1 days before, on the day, and every working day after', () => {
    // due on a Thursday
    expect(stepsFrom('2026-04-20', '2026-06-02', due('2026-05-28'))).toEqual([
      ['2026-05-14', 'before:14'], ['2026-05-21', 'before:7'], ['2026-05-25', 'before:3'], ['2026-05-27', 'before:1'], ['2026-05-28', 'before:0'],
      ['2026-05-29', 'late:2026-05-29'], ['2026-06-01', 'late:2026-06-01'], ['2026-06-02', 'late:2026-06-02'],
    ])
  })

  it('leave Tết alone and come before it', () => {
    const tet: Holidays = { off: new Set(['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20']), working: new Set() }
    // due on mùng 2; in time until the first working day after
    expect(stepsFrom('2026-01-20', '2026-02-25', due('2026-02-18'), tet)).toEqual([
      ['2026-01-30', 'before:14'], ['2026-02-06', 'before:7'], ['2026-02-10', 'before:3'], ['2026-02-12', 'before:1'], ['2026-02-13', 'before:0'],
      ['2026-02-24', 'late:2026-02-24'], ['2026-02-25', 'late:2026-02-25'],
    ])
  })

  it('of days before the work was given do not come', () => {
    expect(stepsFrom('2026-05-20', '2026-05-28', due('2026-05-28', '2026-05-22'))).toEqual([['2026-05-25', 'before:3'], ['2026-05-27', 'before:1'], ['2026-05-28', 'before:0']])
  })

  it('do not come for work that was late when it was given', () => {
    expect(stepsFrom('2026-03-01', '2026-03-20', due('2026-03-06', '2026-03-09'))).toEqual([])
  })

  it('that were missed come on the next working day', () => {
    expect(reminderOn('2026-05-22', due('2026-05-28'), NO_HOLIDAYS)).toEqual({ step: 'before:7', isLate: false, days: 6 })
  })
})

it('for any term and holidays: only on working days, late only after the last day in time, every step on one day first', () => {
  const day = fc.integer({ min: 0, max: 400 }).map((count) => addDays('2026-01-01', count))
  fc.assert(
    fc.property(day, day, fc.array(day, { maxLength: 30 }), (dueOn, givenOn, off) => {
      const holidays = { off: new Set(off), working: new Set<string>() }
      for (let today = addDays(dueOn, -30); today < addDays(dueOn, 20); today = addDays(today, 1)) {
        const reminder = reminderOn(today, { dueOn, givenOn }, holidays)
        if (!reminder) continue
        expect(isWorkingDay(today, holidays)).toBe(true)
        if (reminder.isLate) expect(today > dueOn).toBe(true)
        else expect(today > givenOn).toBe(true)
      }
    }),
  )
})

it('days late count from the last day in time', () => {
  expect([daysLate('2026-03-09', '2026-03-09'), daysLate('2026-03-10', '2026-03-09'), daysLate('2026-03-01', null)]).toEqual([0, 1, 0])
})
