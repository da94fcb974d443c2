import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { deliverAt, instantOf, isQuiet, minuteOf, USUAL_QUIET } from './delivery.ts'
import { MODES, modeOf, modesFor } from './topics.ts'

const at = (text: string) => new Date(`${text}+07:00`)

describe('mail at once', () => {
  it('goes out as it happens', () => {
    expect(deliverAt(at('2026-03-02T10:15'), 'at_once', USUAL_QUIET)).toEqual(at('2026-03-02T10:15'))
  })

  it('waits for the end of the quiet hours, on the next day or the same', () => {
    expect(deliverAt(at('2026-03-02T21:00'), 'at_once', USUAL_QUIET)).toEqual(at('2026-03-03T06:30'))
    expect(deliverAt(at('2026-03-02T23:59'), 'at_once', USUAL_QUIET)).toEqual(at('2026-03-03T06:30'))
    expect(deliverAt(at('2026-03-02T02:00'), 'at_once', USUAL_QUIET)).toEqual(at('2026-03-02T06:30'))
    expect(deliverAt(at('2026-03-02T06:30'), 'at_once', USUAL_QUIET)).toEqual(at('2026-03-02T06:30'))
  })
})

describe('the mail of the morning', () => {
  it('takes what happened up to seven', () => {
    expect(deliverAt(at('2026-03-02T06:00'), 'daily', USUAL_QUIET)).toEqual(at('2026-03-02T07:00'))
    expect(deliverAt(at('2026-03-02T07:01'), 'daily', USUAL_QUIET)).toEqual(at('2026-03-03T07:00'))
  })

  it('waits for a late riser', () => {
    expect(deliverAt(at('2026-03-02T06:00'), 'daily', { from: 22 * 60, until: 8 * 60 })).toEqual(at('2026-03-02T08:00'))
  })
})

it('a topic that is off brings no mail', () => {
  expect(deliverAt(at('2026-03-02T10:00'), 'off', USUAL_QUIET)).toBeNull()
})

it('for any instant and hours, mail is due within a day and a half, never before, never in the quiet hours', () => {
  const minute = fc.integer({ min: 0, max: 1_439 })
  fc.assert(
    fc.property(fc.date({ min: at('2025-01-01T00:00'), max: at('2030-01-01T00:00'), noInvalidDate: true }), fc.constantFrom('at_once' as const, 'daily' as const), minute, minute, (now, mode, from, until) => {
      const due = deliverAt(now, mode, { from, until })!
      expect(due.getTime()).toBeGreaterThanOrEqual(now.getTime())
      expect(due.getTime() - now.getTime()).toBeLessThanOrEqual(48 * 3_600_000)
      expect(isQuiet(minuteOf(due), { from, until })).toBe(false)
    }),
  )
})

it('minutes of a day are those of Vietnam', () => {
  expect(instantOf('2026-03-02', 7 * 60)).toEqual(at('2026-03-02T07:00'))
  expect(minuteOf(at('2026-03-02T23:59'))).toBe(1_439)
})

describe('deadlines', () => {
  it('can be gathered but not turned off', () => {
    expect(modesFor('deadlines')).toEqual(['at_once', 'daily'])
    expect(modeOf('deadlines', { deadlines: 'off' })).toBe('daily')
  })

  it('are the only ones so', () => {
    expect(modesFor('work')).toEqual(MODES)
    expect(modeOf('work', { work: 'off' })).toBe('off')
  })
})
