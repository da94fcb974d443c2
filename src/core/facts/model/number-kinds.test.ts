import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figureOf, isExactOver, NUMBER_RULES, ratioOf } from './number-kinds.ts'

describe('kinds of numbers', () => {
  it('lets a ratio of a superior lie between those of its units, weighed by their size', () => {
    const school = fc.record({ part: fc.nat(500), rest: fc.nat(500) }).filter(({ part, rest }) => part + rest > 0)
    fc.assert(
      fc.property(fc.array(school, { minLength: 1 }), (schools) => {
        const ratios = schools.map(({ part, rest }) => ratioOf(part, part + rest)!)
        const all = ratioOf(
          schools.reduce((sum, { part }) => sum + part, 0),
          schools.reduce((sum, { part, rest }) => sum + part + rest, 0),
        )!
        expect(all).toBeGreaterThanOrEqual(Math.min(...ratios) - 1e-9)
        expect(all).toBeLessThanOrEqual(Math.max(...ratios) + 1e-9)
      }),
      { seed: 20_261_125 },
    )
  })

  it('does not average ratios: 1 of 1 and 0 of 99 are 1 of 100', () => {
    expect(ratioOf(1 + 0, 1 + 99)).toBe(0.01)
    expect(NUMBER_RULES.ratio.rollUp).toBe('divide_sums')
  })

  it('does not add persons over activities, but a snapshot of them is exact', () => {
    expect(isExactOver('persons', 'sum')).toBe(false)
    expect(isExactOver('persons', 'last')).toBe(true)
    expect(isExactOver('contacts', 'sum')).toBe(true)
  })

  it('tells a yes or no of units as how many say yes, and a score as their mean', () => {
    expect(figureOf('yes_no', { value: 7, known: 4, positive: 3 })).toBe(3)
    expect(figureOf('score', { value: 12, known: 4, positive: 4 })).toBe(3)
  })

  it('keeps the unknown unknown', () => {
    expect(figureOf('count', { value: 0, known: 0, positive: 0 })).toBeNull()
    expect(figureOf('count', { value: 0, known: 1, positive: 0 })).toBe(0)
    expect(ratioOf(3, null)).toBeNull()
    expect(ratioOf(0, 0)).toBeNull()
  })
})
