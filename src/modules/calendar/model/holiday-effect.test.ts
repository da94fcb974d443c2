import { expect, test } from 'vitest'
import { effectOn, holidaysFrom, isFreeAnyway, withDay } from './holiday-effect.ts'

const tet = ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'].map((day) => ({ day, kind: 'off' as const }))

test('a deadline within Tết is kept until the first working day after it, and better met before it', () => {
  expect(effectOn('2026-02-18', holidaysFrom(tet))).toEqual({ inTimeUntil: '2026-02-23', workBy: '2026-02-13', workingDays: 15 })
})

test('a day off that is added moves the deadlines on it and takes a working day', () => {
  const before = effectOn('2026-03-10', holidaysFrom(tet))
  const after = effectOn('2026-03-10', holidaysFrom(withDay(tet, '2026-03-10', 'off')))
  expect([before.inTimeUntil, after.inTimeUntil, after.workBy]).toEqual(['2026-03-10', '2026-03-11', '2026-03-09'])
  expect(before.workingDays - after.workingDays).toBe(1)
})

test('a day that is as the week has it moves nothing, whatever was said before', () => {
  expect(effectOn('2026-02-18', holidaysFrom(withDay(tet, '2026-02-18', 'ordinary'))).inTimeUntil).toBe('2026-02-18')
})

test('a Saturday that is worked in exchange is a working day', () => {
  expect(effectOn('2026-08-22', holidaysFrom([{ day: '2026-08-22', kind: 'working' }])).inTimeUntil).toBe('2026-08-22')
  expect(effectOn('2026-08-22', holidaysFrom([])).inTimeUntil).toBe('2026-08-24')
})

test('a holiday on a Sunday is free anyway', () => {
  expect([isFreeAnyway({ day: '2026-04-26', kind: 'off' }), isFreeAnyway({ day: '2026-04-27', kind: 'off' })]).toEqual([true, false])
})
