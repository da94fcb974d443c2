import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isPair, newBoxPair, openBox, sealTo } from './sealed-box.ts'
import { SealBroken } from './sealing.ts'

const [own, other] = [newBoxPair(), newBoxPair()]

describe('a sealed box', () => {
  it('opens with the private half at its place, whatever is in it', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), fc.string(), (plain, place) => {
      expect(openBox(own, sealTo(own.publicKey, plain, place), place)).toEqual(Buffer.from(plain))
    }), { numRuns: 40 })
  })

  it('opens with no other pair, at no other place, and not once a byte is changed', () => {
    const sealed = sealTo(own.publicKey, Buffer.from('kín'), 'a')
    expect(() => openBox(other, sealed, 'a')).toThrow(SealBroken)
    expect(() => openBox(own, sealed, 'b')).toThrow(SealBroken)
    for (let at = 0; at < sealed.length; at++) {
      const changed = Buffer.from(sealed)
      changed[at]! ^= 1
      expect(() => openBox(own, changed, 'a'), `byte ${at}`).toThrow()
    }
  })

  it('never looks the same twice', () => {
    expect(sealTo(own.publicKey, Buffer.from('kín'), 'a').equals(sealTo(own.publicKey, Buffer.from('kín'), 'a'))).toBe(false)
  })
})

it('halves of two pairs do not belong together', () => {
  expect(isPair(own)).toBe(true)
  expect(isPair({ publicKey: own.publicKey, privateKey: other.privateKey })).toBe(false)
})
