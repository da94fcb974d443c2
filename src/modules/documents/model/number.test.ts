import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { numberKey, numberText, parseNumber, symbolOf } from './number.ts'

describe('the number of a document', () => {
  it('has a zero before it below ten', () => {
    expect(numberText({ number: 5, suffix: '' })).toBe('05')
    expect(numberText({ number: 15, suffix: '' })).toBe('15')
    expect(numberText({ number: 38, suffix: 'a' })).toBe('38a')
  })

  it('reads back what it prints', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.constantFrom('', 'a', 'b', 'đ'), (number, suffix) => {
        expect(parseNumber(numberText({ number, suffix }))).toEqual({ number, suffix })
      }),
    )
  })

  it.each(['', '0', '00', 'abc', '15/KH', '-3', '1.5', '12ab', '1234567'])('is not “%s”', (text) => {
    expect(parseNumber(text)).toBeNull()
  })

  it('compares without leading zeros, blanks, case and marks', () => {
    expect(numberKey('05', 'KH-THTBĐ')).toBe('5/kh-thtbd')
    expect(numberKey('5', 'KH – THTBĐ')).toBe('5/kh-thtbd')
    expect(numberKey(null, 'KH-THTB')).toBeNull()
  })
})

describe('the symbol', () => {
  it.each([
    ['Kế hoạch', 'KH-THTBB'],
    ['Quyết định', 'QĐ-THTBB'],
    ['Tờ trình', 'TTr-THTBB'],
    ['Công văn', 'THTBB'],
    ['Thư công', 'THTBB'],
  ])('of a %s is %s', (docType, symbol) => {
    expect(symbolOf(docType, 'THTBB')).toBe(symbol)
  })
})
