import { describe, expect, it } from 'vitest'
import { halfOf, lastToPublish } from './half-year.ts'

describe('a half-year', () => {
  it.each([
    ['2026-06-30', { year: 2026, half: 1 }],
    ['2026-07-01', { year: 2026, half: 2 }],
  ])('%s is of one', (day, half) => expect(halfOf(day)).toEqual(half))

  it.each([
    ['2026-07-20', { year: 2025, half: 2 }],
    ['2026-07-21', { year: 2026, half: 1 }],
    ['2027-01-20', { year: 2026, half: 1 }],
    ['2027-01-21', { year: 2026, half: 2 }],
  ])('on %s the newest that may be published', (day, half) => expect(lastToPublish(day)).toEqual(half))
})
