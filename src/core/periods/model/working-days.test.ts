import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '#platform/clock.ts'
import { expectedHolidays } from './holidays.ts'
import { addWorkingDays, isWorkingDay, lastDayBefore, lastDayInTime, NO_HOLIDAYS, workingDayOnOrAfter, workingDayOnOrBefore, type Holidays } from './working-days.ts'

/** Tết 2026 and the Saturday worked for 31/8. */
const in2026: Holidays = {
  off: new Set(['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-08-31', '2026-09-01', '2026-09-02']),
  working: new Set(['2026-08-22']),
}

describe('working days', () => {
  it('are Monday to Friday', () => {
    expect(['2026-03-02', '2026-03-06', '2026-03-07', '2026-03-08'].map((day) => isWorkingDay(day, NO_HOLIDAYS))).toEqual([true, true, false, false])
  })

  it('leave out holidays and take in the Saturday worked in exchange', () => {
    expect(isWorkingDay('2026-02-18', in2026)).toBe(false)
    expect(isWorkingDay('2026-08-22', in2026)).toBe(true)
    expect(isWorkingDay('2026-08-31', in2026)).toBe(false)
  })

  it('are counted over Tết', () => {
    expect(addWorkingDays('2026-02-13', 1, in2026)).toBe('2026-02-23')
    expect(addWorkingDays('2026-02-23', -1, in2026)).toBe('2026-02-13')
    expect(addWorkingDays('2026-02-18', 0, in2026)).toBe('2026-02-18')
  })
})

describe('“trước ngày X”', () => {
  it('leaves the day before', () => {
    expect(lastDayBefore('2026-05-28', NO_HOLIDAYS)).toEqual({ day: '2026-05-27', isHoliday: false, workingDayBefore: '2026-05-27' })
  })

  it('names both days where that is a day off', () => {
    expect(lastDayBefore('2026-02-23', in2026)).toEqual({ day: '2026-02-22', isHoliday: true, workingDayBefore: '2026-02-13' })
  })
})

describe('a term that ends on a day off', () => {
  it('ends with the next working day', () => {
    expect(lastDayInTime('2026-02-17', in2026)).toBe('2026-02-23')
    expect(lastDayInTime('2026-03-06', in2026)).toBe('2026-03-06')
  })
})

it('for any holidays, working days before and after surround the day and nothing worked lies between', () => {
  const anyDay = fc.integer({ min: 0, max: 2_000 }).map((count) => addDays('2025-01-01', count))
  const anyHolidays = fc.record({ off: fc.array(anyDay, { maxLength: 40 }), working: fc.array(anyDay, { maxLength: 10 }) })
  fc.assert(
    fc.property(anyDay, anyHolidays, (day, days) => {
      const holidays = { off: new Set(days.off), working: new Set(days.working) }
      const [before, after] = [workingDayOnOrBefore(day, holidays), workingDayOnOrAfter(day, holidays)]
      expect(before <= day && day <= after).toBe(true)
      expect(isWorkingDay(before, holidays) && isWorkingDay(after, holidays)).toBe(true)
      for (let at = addDays(before, 1); at < after; at = addDays(at, 1)) expect(isWorkingDay(at, holidays)).toBe(false)
    }),
  )
})

it('for any year from 2025 to 2050, forward and back by working days comes home', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2025, max: 2050 }), fc.integer({ min: 0, max: 364 }), fc.integer({ min: 1, max: 60 }), (year, offset, count) => {
      const holidays: Holidays = { off: new Set([year, year + 1].flatMap(expectedHolidays).map(({ day }) => day)), working: new Set() }
      const start = workingDayOnOrAfter(addDays(`${year}-01-01`, offset), holidays)
      expect(addWorkingDays(addWorkingDays(start, count, holidays), -count, holidays)).toBe(start)
    }),
  )
})
