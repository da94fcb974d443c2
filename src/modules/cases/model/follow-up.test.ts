import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inGroups, makeFollowUpCode, readFollowUpCode } from './follow-up-code.ts'
import { REPORTS, take, type Bucket } from './token-bucket.ts'

describe('the code and the secret', () => {
  it('are read as they are shown, with hyphens, in small letters', () => {
    fc.assert(fc.property(fc.infiniteStream(fc.nat(1_000_000)), (stream) => {
      const made = makeFollowUpCode((most) => (stream.next().value as number) % most)
      expect(readFollowUpCode({ code: inGroups(made.code).toLowerCase(), secret: inGroups(made.secret).replaceAll(' ', '-') })).toEqual(made)
    }))
  })

  it('are not read out of anything else', () => {
    for (const typed of [{ code: '', secret: '' }, { code: 'ABCD', secret: '123456789012' }, { code: 'ACDEFGHJ', secret: '12345678901' }, { code: 'ACDEFGHJ', secret: '12345678901x' }]) {
      expect(readFollowUpCode(typed)).toBeNull()
    }
  })
})

describe('a bucket', () => {
  it('lets thirty come at once, then three a minute', () => {
    let bucket: Bucket | undefined
    for (let n = 0; n < 30; n++) bucket = take(REPORTS, bucket, 0)!
    expect(take(REPORTS, bucket, 19_000)).toBeNull()
    expect(take(REPORTS, bucket, 20_000)).not.toBeNull()
  })

  it('never lets more through than what it holds and what has flowed in', () => {
    fc.assert(fc.property(fc.array(fc.nat(30_000), { maxLength: 200 }), (steps) => {
      let bucket: Bucket | undefined
      let now = 0
      let through = 0
      for (const step of steps) {
        now += step
        const next = take(REPORTS, bucket, now)
        if (next) {
          bucket = next
          through++
        }
      }
      expect(through).toBeLessThanOrEqual(30 + now / 20_000)
    }))
  })
})
