import { describe, expect, it } from 'vitest'
import { byDay, isReadableSpan, touches } from './span.ts'

describe('the span of a calendar', () => {
  it('is touched by what begins before it and lasts into it', () => {
    expect(touches({ day: '2026-11-15', until: '2026-12-15' }, '2026-12-01', '2026-12-31')).toBe(true)
    expect(touches({ day: '2026-11-15', until: '2026-12-15' }, '2026-12-15', '2026-12-15')).toBe(true)
    expect(touches({ day: '2026-11-15', until: '2026-12-15' }, '2026-12-16', '2026-12-31')).toBe(false)
    expect(touches({ day: '2026-03-08', until: null }, '2026-03-01', '2026-03-31')).toBe(true)
    expect(touches({ day: '2026-03-08', until: null }, '2026-03-09', '2026-03-31')).toBe(false)
  })

  it('runs forward and is no longer than a year and its neighbours', () => {
    expect(isReadableSpan('2026-01-01', '2026-12-31')).toBe(true)
    expect(isReadableSpan('2025-12-01', '2027-01-31')).toBe(true)
    expect(isReadableSpan('2026-02-01', '2026-01-31')).toBe(false)
    expect(isReadableSpan('2020-01-01', '2026-12-31')).toBe(false)
  })

  it('is read in the order of the days, months before the days in them', () => {
    const entries = [
      { id: 'b', day: '2026-06-01', until: null },
      { id: 'c', day: '2026-06-01', until: '2026-06-30' },
      { id: 'a', day: '2026-05-15', until: null },
    ]
    expect(entries.sort(byDay).map(({ id }) => id)).toEqual(['a', 'c', 'b'])
  })
})
