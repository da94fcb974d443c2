import { describe, expect, test } from 'vitest'
import { formatDay, formatInstant, formatTime, formatWeekday, parseDay } from './day.ts'

describe('parseDay', () => {
  test.each([
    ['8/3', '2026-03-08'],
    ['08/03/2026', '2026-03-08'],
    ['0803', '2026-03-08'],
    ['080327', '2027-03-08'],
    ['08032026', '2026-03-08'],
    ['8.3.26', '2026-03-08'],
    ['8-3-2026', '2026-03-08'],
    [' 25/ 12 ', '2026-12-25'],
    ['2026-03-08', '2026-03-08'],
    ['29/2/2028', '2028-02-29'],
  ])('reads %s day first', (typed, day) => expect(parseDay(typed, 2026)).toBe(day))

  test.each(['31/2', '29/2/2026', '0/3', '13/13', '8/3/026', '8', '083', 'mai', '', '8/3/1820', '1/1/2100'])('refuses %s', (typed) =>
    expect(parseDay(typed, 2026)).toBeNull(),
  )

  test('takes the year of the plan when none was typed', () => expect(parseDay('15/11', 2027)).toBe('2027-11-15'))
})

test('days are shown day first with two digits', () => {
  expect(formatDay('2026-03-08')).toBe('08/03/2026')
  expect(formatDay(null)).toBe('—')
})

test('an instant is shown on the day and at the hour of Vietnam', () => {
  const lateEvening = new Date('2026-05-27T17:05:00Z')
  expect(formatInstant(lateEvening)).toBe('28/05/2026 00:05')
  expect(formatTime(lateEvening)).toBe('00:05')
})

test('a weekday is named in the language of the reader', () => {
  expect(formatWeekday('2026-05-18', 'vi')).toBe('Thứ Hai, 18/05/2026')
  expect(formatWeekday('2026-05-18', 'en')).toBe('Monday, 18/05/2026')
})
