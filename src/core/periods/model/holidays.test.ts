import { describe, expect, it } from 'vitest'
import { expectedHolidays } from './holidays.ts'
import { solarDay } from './lunar.ts'
import { isWeekend } from './working-days.ts'

describe('the Vietnamese lunar calendar', () => {
  // Also the years in which it differs from the Chinese one: 1968, 1985, 2007, 2030.
  it.each([
    [1968, '1968-01-29'], [1985, '1985-01-21'], [2007, '2007-02-17'], [2020, '2020-01-25'], [2023, '2023-01-22'], [2024, '2024-02-10'],
    [2025, '2025-01-29'], [2026, '2026-02-17'], [2027, '2027-02-06'], [2028, '2028-01-26'], [2029, '2029-02-13'], [2030, '2030-02-02'],
  ])('has Tết %i on %s', (year, day) => {
    expect(solarDay(year, 1, 1)).toBe(day)
  })

  it.each([[2022, '2022-04-10'], [2023, '2023-04-29'], [2024, '2024-04-18'], [2025, '2025-04-07'], [2026, '2026-04-26']])('has Giỗ Tổ %i on %s, leap months passed over', (year, day) => {
    expect(solarDay(year, 3, 10)).toBe(day)
  })

  it('keeps Trung thu and ông Công ông Táo', () => {
    expect(solarDay(2025, 8, 15)).toBe('2025-10-06')
    expect(solarDay(2025, 12, 23)).toBe('2026-02-10')
  })
})

describe('the holidays that the law gives a year', () => {
  it('make up for those on a weekend on the next working days', () => {
    const days = expectedHolidays(2027).map(({ day }) => day)
    // mùng 1 and 2 are a Saturday and a Sunday
    expect(days.filter((day) => day.startsWith('2027-02'))).toEqual(['2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08', '2027-02-09', '2027-02-10', '2027-02-11'])
    expect(days).toContain('2027-05-03')
  })

  it.each([2025, 2026, 2027, 2028, 2029, 2030, 2031, 2035, 2044])('are twelve working days in %i, none named twice', (year) => {
    const days = expectedHolidays(year).map(({ day }) => day)
    expect(new Set(days).size).toBe(days.length)
    expect(days.filter((day) => !isWeekend(day))).toHaveLength(12)
  })

  it('say of every day how sure it is', () => {
    const basisOf = new Map(expectedHolidays(2026).map(({ day, basis }) => [day, basis]))
    expect([basisOf.get('2026-02-17'), basisOf.get('2026-02-16'), basisOf.get('2026-04-27')]).toEqual(['law', 'expected', 'law'])
  })
})
