import fc from 'fast-check'
import { expect, test } from 'vitest'
import { positionBetween, positionsBetween } from './position.ts'

test('a key lies strictly between its neighbours, however often the same gap is halved', () => {
  const steps = fc.array(fc.nat(), { minLength: 1, maxLength: 120 })
  fc.assert(
    fc.property(steps, (choices) => {
      const keys: string[] = []
      for (const choice of choices) {
        const index = choice % (keys.length + 1)
        const key = positionBetween(keys[index - 1] ?? null, keys[index] ?? null)
        keys.splice(index, 0, key)
      }
      expect([...keys].sort()).toEqual(keys)
      expect(new Set(keys).size).toBe(keys.length)
    }),
    { seed: 7, numRuns: 200 },
  )
})

test('three hundred lines written one after the other keep short keys', () => {
  const keys = positionsBetween(null, null, 300)
  expect(Math.max(...keys.map((key) => key.length))).toBeLessThanOrEqual(8)
})

test('a gap that does not exist is refused', () => {
  expect(() => positionBetween('b', 'a')).toThrow(RangeError)
  expect(() => positionBetween('a', 'a')).toThrow(RangeError)
})
