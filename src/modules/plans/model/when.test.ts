import { expect, test } from 'vitest'
import { nationalObservanceDays } from '#modules/calendar/public.ts'
import { addDays, dayIn, isDay, moveToYear, workingDayOnOrBefore } from './days.ts'
import { daysOf, printWhen, type When } from './when.ts'

test.each<[When, string, string]>([
  [{ observance: 'action_month' }, '2026-11-15', '2026-12-15'],
  [{ quarter: 1 }, '2026-01-01', '2026-03-31'],
  [{ month: 2 }, '2026-02-01', '2026-02-28'],
  [{ day: '09-05' }, '2026-09-05', '2026-09-05'],
  [{ from: '08-01', to: '08-20' }, '2026-08-01', '2026-08-20'],
  [{ allYear: true }, '2026-01-01', '2026-12-31'],
])('%o in 2026 is %s to %s', (when, startOn, dueOn) => {
  expect(daysOf(when, 2026, nationalObservanceDays(2026))).toEqual({ startOn, dueOn })
})

test.each<[When | null, string | null, string | null, string]>([
  [{ quarter: 2 }, '2026-04-01', '2026-06-30', 'Quý II/2026'],
  [{ month: 3 }, '2026-03-01', '2026-03-31', 'Tháng 3/2026'],
  [{ allYear: true }, '2026-01-01', '2026-12-31', 'Cả năm 2026'],
  [{ observance: 'vietnamese_womens_day' }, '2026-10-20', '2026-10-20', '20/10/2026'],
  [null, '2026-11-15', '2026-12-15', 'Từ 15/11/2026 đến 15/12/2026'],
  [null, null, '2026-05-20', 'Đến 20/05/2026'],
  [null, null, null, ''],
])('%o %s %s is printed “%s”', (when, startOn, dueOn, printed) => {
  expect(printWhen(when, startOn, dueOn)).toBe(printed)
})

test('29 February becomes the 28th in a year without it', () => {
  expect(moveToYear('2028-02-29', 2029)).toBe('2029-02-28')
  expect(moveToYear('2028-02-29', 2032)).toBe('2032-02-29')
  expect(dayIn(2026, 4, 31)).toBe('2026-04-30')
})

test('a working day is looked for backwards, past weekends and fixed holidays', () => {
  expect(workingDayOnOrBefore('2026-05-03')).toBe('2026-04-29')
  expect(workingDayOnOrBefore('2026-05-20')).toBe('2026-05-20')
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
})

test('only whole days are days', () => {
  expect(['2026-05-28', '2026-05', '2026-02-30', '--03-08'].map(isDay)).toEqual([true, false, false, false])
})
