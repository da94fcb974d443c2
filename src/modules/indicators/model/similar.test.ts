import { describe, expect, it } from 'vitest'
import { similarTo, standingAmong } from './similar.ts'

describe('comparing with similar units', () => {
  it('takes units of half to twice the size, and all where the size is unknown', () => {
    const sizes = new Map([['a', 300], ['b', 199], ['c', 800], ['d', 801]])
    expect(similarTo(400, ['a', 'b', 'c', 'd', 'e'], sizes)).toEqual(['a', 'c'])
    expect(similarTo(null, ['a', 'e'], sizes)).toEqual(['a', 'e'])
  })

  it('tells the place, lowest, middle and highest', () => {
    expect(standingAmong(41, [10, 60, 20, 50, 40], 7)).toEqual({ value: 41, similar: 7, known: 5, lowest: 10, median: 40, highest: 60, rank: 3, isTooFew: false })
    expect(standingAmong(null, [1, 2, 3, 4, 5, 6], 6)).toMatchObject({ median: 3.5, rank: null })
  })

  it('says nothing about fewer than five', () => {
    expect(standingAmong(41, [10, 60, 20, 50], 4)).toEqual({ value: 41, similar: 4, known: 4, lowest: null, median: null, highest: null, rank: null, isTooFew: true })
  })
})
