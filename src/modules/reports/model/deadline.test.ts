import { describe, expect, it } from 'vitest'
import { dueOf, dueOnFor, dueOnOf, treeDayOf } from './deadline.ts'

describe('the due day', () => {
  it('lies a day before a day that is named with “trước ngày”', () => {
    expect(dueOnOf('2026-05-28', 'before')).toBe('2026-05-27')
    expect(dueOnOf('2026-12-01', 'before')).toBe('2026-11-30')
    expect(dueOnOf('2026-05-28', 'by')).toBe('2026-05-28')
  })

  it('is in time until its end, late afterwards, and shut after the last day for late reports', () => {
    expect(dueOf('2026-05-27', '2026-06-05', '2026-05-27')).toEqual({ days: 0, isLate: false, isShut: false })
    expect(dueOf('2026-05-27', '2026-06-05', '2026-05-28')).toEqual({ days: -1, isLate: true, isShut: false })
    expect(dueOf('2026-05-27', '2026-06-05', '2026-06-06')).toEqual({ days: -10, isLate: true, isShut: true })
    expect(dueOf('2026-05-27', null, '2026-09-01').isShut).toBe(false)
  })

  it('never shuts before an extension has run out', () => {
    const dueOn = dueOnFor({ dueOn: '2026-05-27' }, { extendedUntil: '2026-06-20' })
    expect(dueOf(dueOn, '2026-06-05', '2026-06-15')).toEqual({ days: 5, isLate: false, isShut: false })
  })

  it('asks the tree of the period, or of today while the period runs', () => {
    expect(treeDayOf('2026-06-14', '2026-08-01')).toBe('2026-06-14')
    expect(treeDayOf('2026-06-14', '2026-05-01')).toBe('2026-05-01')
  })
})
