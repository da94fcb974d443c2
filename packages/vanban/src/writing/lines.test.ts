import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { balancedLines } from './balance.ts'
import { textWidth } from './font.ts'
import { points } from './form.ts'
import { printable, unprintable } from './printable.ts'
import { unbroken } from './unbroken.ts'

const WORDS = ['Thực', 'hiện', 'công', 'tác', 'bình', 'đẳng', 'giới', 'và', 'vì', 'sự', 'tiến', 'bộ', 'năm', '2026', 'của', 'phụ', 'nữ']

describe('even lines', () => {
  test('no word is lost, no line is too long, and no line more is used than filling them one by one would take', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 40 }), fc.integer({ min: 90, max: 420 }), (words, width) => {
        const lines = balancedLines(words.join(' '), 'bold', 14, width)
        expect(lines.join(' ')).toBe(words.join(' '))
        for (const line of lines) expect(textWidth(line, 'bold', 14)).toBeLessThanOrEqual(width + 1e-6)
        let filled = 1
        let line = ''
        for (const word of words) {
          const longer = line === '' ? word : `${line} ${word}`
          if (textWidth(longer, 'bold', 14) > width) filled++
          line = textWidth(longer, 'bold', 14) > width ? word : longer
        }
        expect(lines.length).toBe(filled)
      }),
      { seed: 30, numRuns: 300 },
    )
  })

  test('a year is not parted from its word, a line begins at a connective', () => {
    const lines = balancedLines('Thực hiện công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2026', 'bold', 14, points(145))
    expect(lines).toEqual(['Thực hiện công tác bình đẳng giới', 'và vì sự tiến bộ của phụ nữ năm 2026'])
  })

  test('a word wider than the line stands alone', () => {
    expect(balancedLines('một hai', 'bold', 14, 1)).toEqual(['một', 'hai'])
  })
})

describe('what is never broken', () => {
  const kept = (text: string): readonly string[] => unbroken(text).flatMap((piece) => (piece.keep ? [piece.text] : []))

  test('numbers of documents, ranges and dates are kept, words with hyphens and spaced dashes are not', () => {
    expect(kept('Căn cứ Nghị định số 125/2021/NĐ-CP và Công văn 1582/BGDĐT-NGCBQLGD ngày 20-10, giai đoạn 2021-2030;')).toEqual([
      '125/2021/NĐ-CP',
      '1582/BGDĐT-NGCBQLGD',
      '20-10,',
      '2021-2030;',
    ])
    expect(kept('Phòng Tổ chức - Cán bộ, giáo dục-đào tạo và/hoặc trực tuyến')).toEqual([])
  })

  test('addresses are kept, but for those longer than a line may spare', () => {
    expect(kept('xem tại https://mai-xuan.edu.vn/ke-hoach, www.mai-xuan.vn hoặc lien.he@mai-xuan.vn')).toEqual(['https://mai-xuan.edu.vn/ke-hoach,', 'www.mai-xuan.vn', 'lien.he@mai-xuan.vn'])
    expect(kept(`https://mai-xuan.edu.vn/${'a'.repeat(40)}`)).toEqual([])
  })

  test('the pieces joined are the text', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 80, unit: fc.constantFrom('a', 'B', '-', '/', ' ', '1', '2', 'Đ', '.') }), (text) => {
        expect(unbroken(text).map((piece) => piece.text).join('')).toBe(text)
      }),
      { seed: 30, numRuns: 300 },
    )
  })
})

describe('characters', () => {
  test('symbol-font bullets, ticks, decomposed letters and invisible characters are made plain', () => {
    expect(printable('\uf0b7 Vie\u0323\u0302c\u00a0 1\u200b ✓\t☐ 2021\u20112030 ①')).toBe('- Việc 1 x □ 2021-2030 1')
    expect(printable('a\ud800b\u0007c')).toBe('abc')
  })

  test('making plain twice changes nothing more, and what is left is named', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        const once = printable(text)
        expect(printable(once)).toBe(once)
      }),
      { seed: 30, numRuns: 300 },
    )
    expect(unprintable('Bảng 😀 và 漢 và 漢')).toEqual(['😀', '漢'])
  })

  test('every Vietnamese letter can be printed', () => {
    const tones = ['', '\u0300', '\u0301', '\u0303', '\u0309', '\u0323']
    const letters = [...'aăâeêioôơuưyAĂÂEÊIOÔƠUƯY'].flatMap((own) => tones.map((tone) => (own + tone).normalize('NFC')))
    expect(unprintable(`${letters.join('')}đĐ“”–…`)).toEqual([])
  })
})
