import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cleanText, fold, isUpperCase, sentenceCase, squeeze } from './vietnamese.ts'

describe('comparing', () => {
  test('letters lose their diacritics, đ becomes d', () => {
    expect(fold('Đường ĐỜI bình đẳng')).toBe('duong doi binh dang')
  })

  test('a place in the folded text is a place in the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => {
      const clean = cleanText(text)
      expect(fold(clean)).toHaveLength(clean.length)
    }))
  })
})

test('decomposed letters, no-break spaces and the Icelandic eth are set right', () => {
  expect(cleanText('Ke\u0302\u0301 hoạch\u00a0số ÐT')).toBe('Kế hoạch số ĐT')
})

test('line breaks and runs of spaces are one space', () => {
  expect(squeeze('  Căn cứ\n\n Luật\t ')).toBe('Căn cứ Luật')
})

test('the kind of document is kept in sentence case', () => {
  expect(sentenceCase('CHƯƠNG TRÌNH PHỐI HỢP')).toBe('Chương trình phối hợp')
})

test('capitals are told from a name', () => {
  expect(isUpperCase('I. MỤC ĐÍCH, YÊU CẦU')).toBe(true)
  expect(isUpperCase('Trường THPT Sóc Trăng')).toBe(false)
})
