import { describe, expect, test } from 'vitest'
import { sampleHeader } from './samples.ts'
import { closed, decider, longDate, numberLine, punctuated, referenceLine, signerLines } from './wording.ts'

const NBSP = /\u00a0+/gu
const visible = (text: string | null): string | null => text?.replace(NBSP, '_') ?? null

describe('number and date', () => {
  test.each([
    ['5', 'KH-THMX', 'Số: 05/KH-THMX'],
    ['15', 'KH-THMX', 'Số: 15/KH-THMX'],
    ['38a', 'KH-THMX', 'Số: 38a/KH-THMX'],
    ['125/2021', 'NĐ-CP', 'Số: 125/2021/NĐ-CP'],
    [null, 'KH-THMX', 'Số: _/KH-THMX'],
    ['9', null, 'Số: 09'],
    [null, null, null],
  ])('number %s and symbol %s are printed as %s', (number, symbol, printed) => {
    expect(visible(numberLine(number, symbol))).toBe(printed)
  })

  test.each([
    ['2026-03-05', 'ngày 05 tháng 3 năm 2026'],
    ['2026-01-11', 'ngày 11 tháng 01 năm 2026'],
    ['2026-02-09', 'ngày 09 tháng 02 năm 2026'],
    ['2026-12-31', 'ngày 31 tháng 12 năm 2026'],
    ['2026-08', 'ngày _ tháng 8 năm 2026'],
    ['2026', 'ngày _ tháng _ năm 2026'],
    [null, 'ngày _ tháng _ năm _'],
  ])('the day %s is printed as %s', (date, printed) => {
    expect(visible(longDate(date))).toBe(printed)
  })
})

test('a list ends every line with a semicolon and the last with a full stop', () => {
  expect(punctuated(['Căn cứ A;', 'Căn cứ B', 'Căn cứ C;'])).toEqual(['Căn cứ A;', 'Căn cứ B;', 'Căn cứ C.'])
  expect(punctuated(['Các đơn vị, phòng, ban...'])).toEqual(['Các đơn vị, phòng, ban....'])
})

test.each([
  ['Trên đây là Kế hoạch.', 'Trên đây là Kế hoạch./.'],
  ['Trên đây là Kế hoạch', 'Trên đây là Kế hoạch./.'],
  ['Trên đây là Kế hoạch./.', 'Trên đây là Kế hoạch./.'],
  ['Trên đây là Kế hoạch. /.', 'Trên đây là Kế hoạch./.'],
  ['Trên đây là Kế hoạch;', 'Trên đây là Kế hoạch./.'],
])('%s is closed once', (text, printed) => {
  expect(closed(text)).toBe(printed)
})

describe('who signs and who decides', () => {
  test('authority and post are set in capitals on lines of their own', () => {
    const signer = { authority: 'TM. Ủy ban nhân dân; KT.Chủ tịch', position: 'Phó Chủ tịch', name: 'A' }
    expect(signerLines(signer)).toEqual(['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'])
  })

  test('the head decides, also when a deputy signs; a collective decides as a body', () => {
    const header = sampleHeader()
    expect(decider(header, { authority: null, position: 'Hiệu trưởng', name: null })).toBe('HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC MAI XUÂN')
    expect(decider(header, { authority: 'KT. HIỆU TRƯỞNG', position: 'PHÓ HIỆU TRƯỞNG', name: null })).toBe('HIỆU TRƯỞNG TRƯỜNG TIỂU HỌC MAI XUÂN')
    expect(decider(header, { authority: 'TM. ỦY BAN NHÂN DÂN', position: 'CHỦ TỊCH', name: null })).toBe('TRƯỜNG TIỂU HỌC MAI XUÂN')
    expect(decider(header, null)).toBeNull()
    expect(decider({ ...header, decider: 'CHỦ TỊCH HỘI ĐỒNG' }, null)).toBe('CHỦ TỊCH HỘI ĐỒNG')
  })
})

test('the reference of an appendix names kind, number, day and issuer, the issuer only as it stands in a sentence', () => {
  expect(referenceLine(sampleHeader())).toBe('(Kèm theo Kế hoạch số 07/KH-THMX ngày 05 tháng 3 năm 2026 của Trường Tiểu học Mai Xuân)')
  const { issuerName, ...header } = sampleHeader()
  expect(issuerName).toBeDefined()
  expect(referenceLine(header)).toBe('(Kèm theo Kế hoạch số 07/KH-THMX ngày 05 tháng 3 năm 2026)')
})
