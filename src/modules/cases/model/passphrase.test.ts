import { describe, expect, it } from 'vitest'
import { passphraseFault, secondsToNextTry } from './passphrase.ts'

describe('a passphrase', () => {
  it.each([
    ['ngắn quá', 'too_short'],
    ['aaaaaaaaaaaaaaaa', 'too_uniform'],
    ['bốn con mèo ngủ', null],
  ])('%s: %s', (passphrase, fault) => expect(passphraseFault(passphrase)).toBe(fault))
})

describe('a wrong passphrase', () => {
  const at = new Date('2026-03-02T02:00:00Z')
  const wait = (failures: number) => secondsToNextTry(failures, at, at)

  it('costs nothing five times, then twice as long each time, an hour at most', () => {
    expect([0, 4, 5, 6, 7, 20].map(wait)).toEqual([0, 0, 60, 120, 240, 3_600])
  })

  it('is waited out', () => {
    expect(secondsToNextTry(5, at, new Date(at.getTime() + 59_001))).toBe(1)
    expect(secondsToNextTry(5, at, new Date(at.getTime() + 60_000))).toBe(0)
  })
})
