import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newKey, seal, SealBroken, unseal } from './sealing.ts'

const key = newKey()

describe('sealed bytes', () => {
  it('open with the key at their place, whatever they are', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 500 }), fc.string(), (plain, place) => {
      expect(unseal(key, seal(key, plain, place), place)).toEqual(Buffer.from(plain))
    }))
  })

  it('open with no other key and at no other place', () => {
    const sealed = seal(key, Buffer.from('kín'), 'a:1')
    expect(() => unseal(newKey(), sealed, 'a:1')).toThrow(SealBroken)
    expect(() => unseal(key, sealed, 'a:2')).toThrow(SealBroken)
  })

  it('do not open once a single byte is changed or missing', () => {
    const sealed = seal(key, Buffer.from('một câu kín'), 'a')
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed)
      changed[at]! ^= 1
      expect(() => unseal(key, changed, 'a')).toThrow(SealBroken)
      expect(() => unseal(key, sealed.subarray(0, at), 'a')).toThrow(SealBroken)
    }
  })

  it('never look the same twice, and hold nothing in clear', () => {
    const plain = Buffer.from('BÍ MẬT '.repeat(20))
    const [one, two] = [seal(key, plain, 'a'), seal(key, plain, 'a')]
    expect(one.equals(two)).toBe(false)
    expect(one.includes('BÍ MẬT')).toBe(false)
  })
})
