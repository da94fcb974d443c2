import { describe, expect, test } from 'vitest'
import { readDocument } from '../reading/read-document.ts'
import { SAMPLE_PLAN } from '../reading/sample-plan.ts'
import { textToBlocks } from '../reading/text-blocks.ts'
import { checkDocument } from './check-document.ts'

const findingsOf = (text: string) => readDocument(textToBlocks(text)).findings
const changed = (from: string, to: string) => {
  expect(SAMPLE_PLAN).toContain(from)
  return findingsOf(SAMPLE_PLAN.replace(from, to)).map(({ code, quote }) => [code, quote])
}

test('a sound plan has nothing to be marked', () => {
  expect(findingsOf(SAMPLE_PLAN)).toEqual([])
})

describe('form', () => {
  test('a blank number', () => expect(changed('Số: 27/KH-THHB', 'Số:    /KH-THHB')).toEqual([['missing-number', 'Số: /KH-THHB']]))
  test('a blank day', () => expect(changed('ngày 05 tháng 02 năm 2026', 'ngày    tháng 02 năm 2026')).toContainEqual(['missing-date', 'An Hòa, ngày tháng 02 năm 2026']))
  test('place and date at the end', () => {
    const moved = SAMPLE_PLAN.replace('An Hòa, ngày 05 tháng 02 năm 2026\n', '').replace('Nơi nhận:', 'An Hòa, ngày 05 tháng 02 năm 2026\n\nNơi nhận:')
    expect(findingsOf(moved).map(({ code }) => code)).toEqual(['date-position'])
  })
  test('a name without a position', () => expect(changed('KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG\n', '')).toEqual([['missing-signer-position', 'Lê Thị Mai Anh']]))
  test('no signature', () => expect(changed('KT. HIỆU TRƯỞNG\nPHÓ HIỆU TRƯỞNG\n\nLê Thị Mai Anh', '')).toEqual([['missing-signer', null]]))
  test('brackets left empty', () => expect(changed('- Lưu: VT.', '- Lưu: VP().')).toEqual([['empty-placeholder', 'Lưu: VP()']]))
  test('an appendix that is announced and absent', () => expect(changed('- Chỉ đạo thực hiện kế hoạch.', '- Chỉ đạo thực hiện (kèm Phụ lục).').map(([code]) => code)).toEqual(['missing-appendix']))
  test('two bases in one paragraph', () => expect(changed('năm 2026;\n\nCăn cứ Kế hoạch số 45', 'năm 2026; Căn cứ Kế hoạch số 45').map(([code]) => code)).toEqual(['merged-basis']))
  test('a heading with nothing under it', () => expect(changed('2. Công tác kiểm tra: Ban giám hiệu kiểm tra việc thực hiện kế hoạch mỗi học kỳ một lần.', '2. Công tác kiểm tra')).toEqual([['empty-section', 'Công tác kiểm tra']]))
})

describe('numbering', () => {
  test('a number that is skipped', () => expect(changed('IV. KINH PHÍ', 'VI. KINH PHÍ').map(([code]) => code)).toContain('numbering-gap'))
  test('a number used twice', () => expect(changed('IV. KINH PHÍ', 'III. KINH PHÍ')).toContainEqual(['numbering-duplicate', 'III. KINH PHÍ']))
  test('a letter that is skipped', () => {
    const lettered = SAMPLE_PLAN.replace('- Các hoạt động thiết thực, phù hợp với lứa tuổi học sinh.', 'a) Thiết thực, hiệu quả.\n\nb) Phù hợp với lứa tuổi.\n\nd) Tiết kiệm, an toàn.')
    expect(findingsOf(lettered).map(({ code, quote }) => [code, quote])).toEqual([['numbering-gap', 'd) Tiết kiệm, an toàn.']])
  })
  test('a series of named items', () => {
    const named = SAMPLE_PLAN.replace('- 100% cán bộ', '- Chỉ tiêu 1: 100% cán bộ').replace('- Ít nhất 95%', '- Chỉ tiêu 3: Ít nhất 95%')
    expect(findingsOf(named).map(({ code }) => code)).toEqual(['numbering-gap'])
  })
})

describe('citations', () => {
  test('a basis without issuer or date', () => {
    expect(changed(' ngày 20/01/2026 của Bộ Giáo dục và Đào tạo', '').map(([code]) => code)).toEqual(['citation-missing-date', 'citation-missing-issuer'])
  })
  test('“số” left out', () => expect(changed('Quyết định số 1234/QĐ-BGDĐT', 'Quyết định 1234/QĐ-BGDĐT')).toEqual([['citation-format', 'Quyết định 1234/QĐ-BGDĐT']]))
  test('a space in the symbol', () => expect(changed('1234/QĐ-BGDĐT', '1234/QĐ- BGDĐT')).toEqual([['citation-format', 'Quyết định số 1234/QĐ- BGDĐT']]))
  test('the kind named is not that of the symbol', () => expect(changed('Quyết định số 1234/QĐ-BGDĐT', 'Công văn số 1234/QĐ-BGDĐT').map(([code]) => code)).toEqual(['citation-type-mismatch']))
  test('one document with two symbols', () => expect(changed('- Chỉ đạo thực hiện kế hoạch.', '- Thực hiện Kế hoạch số 45/KH-SGD&ĐT ngày 28/01/2026 của Sở Giáo dục và Đào tạo về bình đẳng giới.').map(([code]) => code)).toEqual(['citation-symbol-conflict']))
})

describe('dates', () => {
  test('a basis later than the document', () => expect(changed('ngày 20/01/2026', 'ngày 20/03/2026').map(([code]) => code)).toEqual(['date-inconsistent']))
  test('a plan of January for the year after', () => expect(changed('ngày 20/01/2026', 'ngày 20/01/2025').map(([code]) => code)).toEqual(['date-inconsistent']))
  test('a day other than the official one', () => expect(changed('Ngày Quốc tế Phụ nữ (8/3)', 'Ngày Quốc tế Phụ nữ (9/3)')).toEqual([['date-inconsistent', '9/3']]))
  test('a deadline that has passed', () => expect(changed('30/5/2026', '30/5/2025').map(([code]) => code)).toEqual(['past-deadline']))
  test('a basis of a period that is over', () => expect(changed('về việc ban hành Kế hoạch bình đẳng giới năm 2026;', 'về việc ban hành Kế hoạch bình đẳng giới giai đoạn 2016-2020;').map(([code]) => code)).toEqual(['expired-basis']))
})

describe('bodies', () => {
  test('a district after the districts have ended', () => expect(changed('về Sở Giáo dục và Đào tạo trước', 'về Phòng Giáo dục và Đào tạo trước').map(([code]) => code)).toEqual(['abolished-body']))
  test('a school that speaks for the staff of the department', () => expect(changed('- Chỉ đạo thực hiện kế hoạch.', '- Nâng cao trách nhiệm của viên chức của Sở trong công vụ.').map(([code]) => code)).toEqual(['scope-mismatch']))
})

describe('wording', () => {
  test('quotes that do not close, or do not open', () => {
    expect(changed('- Tuyên truyền Luật', '- Hưởng ứng phong trào “Trường học hạnh phúc; tuyên truyền Luật').map(([code]) => code)).toEqual(['unclosed-quote'])
    expect(changed('+ Tổ chức diễn đàn', '+ Tổ chức Trường học hạnh phúc” và diễn đàn').map(([code]) => code)).toEqual(['unmatched-quote'])
  })
  test('a word said twice, but for those that are doubled on purpose', () => {
    expect(changed('thiết thực, phù hợp', 'thiết thực, phù hợp với với').map(([code]) => code)).toEqual(['duplicate-word'])
    expect(changed('thiết thực, phù hợp', 'luôn luôn thiết thực, phù hợp')).toEqual([])
  })
})

test('without the page the letterhead is not judged', () => {
  const { findings: _, ...draft } = readDocument(textToBlocks(SAMPLE_PLAN))
  expect(checkDocument({ ...draft, findings: [], header: { ...draft.header, issuer: null } })).toEqual([])
})

test('of a scan without diacritics the wording is not judged', () => {
  const bare = SAMPLE_PLAN.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D')
  expect(findingsOf(bare).map(({ code }) => code)).toContain('ocr-garbled')
})
