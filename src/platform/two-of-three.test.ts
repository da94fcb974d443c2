import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinTwo, splitForThree } from './two-of-three.ts'

describe('a secret divided among three', () => {
  it('comes back from any two, in any order', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), (secret) => {
      const pieces = splitForThree(secret)
      for (const [a, b] of [[0, 1], [1, 0], [0, 2], [2, 0], [1, 2], [2, 1]] as const) expect(joinTwo([a, b], [pieces[a], pieces[b]])).toEqual(Buffer.from(secret))
    }))
  })

  it('is as likely any other to one alone: each byte of a piece takes every value', () => {
    const seen = [0, 1, 2].map(() => new Set<number>())
    for (let n = 0; n < 2_500; n++) for (const [holder, piece] of splitForThree(Buffer.of(7)).entries()) seen[holder]!.add(piece[0]!)
    expect(seen.map((values) => values.size)).toEqual([256, 256, 256])
  })

  it('does not come back from one piece given twice', () => {
    const [piece] = splitForThree(Buffer.from('kín'))
    expect(() => joinTwo([0, 0], [piece, piece])).toThrow(RangeError)
  })
})
