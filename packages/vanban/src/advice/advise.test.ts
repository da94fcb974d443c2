import { describe, expect, test } from 'vitest'
import { readDocument } from '../reading/read-document.ts'
import { SAMPLE_PLAN } from '../reading/sample-plan.ts'
import { textToBlocks } from '../reading/text-blocks.ts'
import { adviseOn, type Knowledge } from './advise.ts'
import type { RegisteredDocument } from './register.ts'

const TASK = '- Chỉ đạo thực hiện kế hoạch.'
const adviceOn = (text: string, knowledge?: Knowledge) => adviseOn(readDocument(textToBlocks(text)), knowledge)
/** Of the sample plan with one task said otherwise: code, quote and proposal of what is new. */
function withTask(words: string, knowledge?: Knowledge) {
  expect(SAMPLE_PLAN).toContain(TASK)
  const before = adviceOn(SAMPLE_PLAN, knowledge).map(({ code, quote }) => `${code} ${quote}`)
  return adviceOn(SAMPLE_PLAN.replace(TASK, `- ${words}`), knowledge).filter(({ code, quote }) => !before.includes(`${code} ${quote}`)).map(({ code, quote, proposal }) => [code, quote, proposal])
}
const proposals = (words: string) => withTask(words).map(([code, , proposal]) => [code, proposal])

test('a sound plan is told at most what its tasks leave open', () => {
  expect(adviceOn(SAMPLE_PLAN).filter(({ code }) => !code.startsWith('task-without'))).toEqual([])
})

describe('weekdays', () => {
  test('one that does not fit its day', () => expect(withTask('Họp vào thứ Hai, ngày 08/3/2026 tại trường.')).toEqual([['weekday-mismatch', 'Họp vào thứ Hai, ngày 08/3/2026', 'Họp vào Chủ nhật, ngày 08/3/2026']]))
  test('after the day, in brackets', () => expect(proposals('Họp ngày 20 tháng 10 năm 2026 (thứ tư) tại trường.')).toEqual([['weekday-mismatch', 'năm 2026 (thứ Ba) tại trường.']]))
  test('a day without a year is one of the year that is planned', () => expect(proposals('Họp vào thứ Sáu, 20/3.')).toEqual([]))
  test('that fits', () => expect(proposals('Họp vào Chủ nhật, ngày 08/3/2026.')).toEqual([]))
})

describe('words of the field', () => {
  test('mistyped, in the case in which they stand', () => {
    expect(proposals('Lòng ghép nội dung vào các môn học.')).toEqual([['spelling', 'Lồng ghép nội dung']])
    expect(proposals('Đăng bài trên nhóm xalo của lớp.')).toEqual([['spelling', 'trên nhóm Zalo của lớp.']])
    expect(proposals('Hoạt động của Ban VSTBCPN trường.')).toEqual([['spelling', 'của Ban VSTBPN trường.']])
  })
  test('right ones are left alone', () => expect(proposals('Lồng ghép trên Zalo và Facebook cùng Ban VSTBPN.')).toEqual([]))
})

describe('capitals', () => {
  test('organs, days, laws and their parts as annex II of the decree writes them', () => {
    expect(proposals('Báo cáo Ủy ban Nhân dân phường.')).toContainEqual(['orthography', 'Báo cáo Ủy ban nhân dân phường.'])
    expect(proposals('Kỷ niệm ngày quốc tế phụ nữ với cả trường.')).toEqual([['orthography', 'niệm ngày Quốc tế Phụ nữ với cả']])
    expect(proposals('Tuyên truyền Luật bình đẳng giới đến phụ huynh.')).toEqual([['orthography', 'Tuyên truyền Luật Bình đẳng giới đến phụ']])
    expect(proposals('Thực hiện theo Điểm a Khoản 2 Điều 14 của Luật Bình đẳng giới.').map(([, proposal]) => proposal)).toEqual(['hiện theo điểm a Khoản', 'Điểm a khoản 2 Điều'])
  })
  test('words that only look like organs', () => expect(proposals('Phối hợp với cán bộ y tế, cơ sở y tế và phổ biến pháp luật giáo dục.')).toEqual([]))
})

describe('one-sided wording', () => {
  test('is explained, and replaced where one word does', () => {
    expect(withTask('Tổ chức tôn vinh phái đẹp toàn trường.')).toEqual([['gender-stereotype', 'tôn vinh phái đẹp toàn trường.', 'tôn vinh phụ nữ toàn trường.']])
    const [blamed] = adviceOn(SAMPLE_PLAN.replace(TASK, '- Nhắc học sinh rằng xâm hại xảy ra do các em ăn mặc hở hang.')).filter(({ code }) => code === 'gender-stereotype')
    expect(blamed?.note).toContain('trách nhiệm thuộc về người gây bạo lực')
  })
  test('cooking for girls alone is asked about, for all it is not', () => {
    expect(proposals('Thi nữ sinh khéo tay nấu ăn.')).toEqual([['gender-stereotype', undefined]])
    expect(proposals('Thi nấu ăn cho học sinh toàn trường.')).toEqual([])
  })
})

describe('years', () => {
  test('last year left in a copied plan', () => expect(proposals('Triển khai kế hoạch công tác năm 2025 đến toàn trường.')).toEqual([['wrong-year', 'tác năm 2026 đến toàn']]))
  test('looking back is no mistake', () => expect(proposals('Phát huy kết quả công tác năm 2025 của nhà trường.')).toEqual([]))
})

test('a plan whose symbol is that of another type', () => {
  expect(adviceOn(SAMPLE_PLAN.replace('27/KH-THHB', '27/KHH-THHB')).map(({ code, quote, proposal }) => [code, quote, proposal])).toContainEqual(['symbol-type', '27/KHH-THHB', '27/KH-THHB'])
})

describe('what does not fit together', () => {
  const codes = (words: string) => withTask(words).map(([code, quote]) => [code, quote])
  test('said twice', () => {
    const said = 'Tổ chức tọa đàm cho cha mẹ học sinh về phòng, chống bạo lực gia đình tại hội trường.'
    expect(codes(`${said}\n\n- ${said}`).map(([code]) => code)).toContain('duplicate-content')
    expect(codes(said).map(([code]) => code)).not.toContain('duplicate-content')
  })
  test('a week of three days', () => {
    expect(codes('Tổ chức Tuần lễ đọc sách từ ngày 10/11 đến ngày 12/11/2026 tại thư viện.').map(([code]) => code)).toContain('duration-inconsistent')
    expect(codes('Tổ chức Tuần lễ đọc sách từ ngày 09/11 đến ngày 15/11/2026 tại thư viện.').map(([code]) => code)).not.toContain('duration-inconsistent')
  })
  test('a symbol without the letters of the issuer', () => expect(adviceOn(SAMPLE_PLAN.replace('27/KH-THHB', '27/KH')).map(({ code }) => code)).toContain('symbol-incomplete'))
})

test('bases stand from the higher authority down', () => {
  const order = SAMPLE_PLAN.indexOf('Căn cứ Quyết định số 1234')
  expect(order).toBeGreaterThan(0)
  const late = SAMPLE_PLAN.replace('Căn cứ Quyết định số 1234', 'Căn cứ Kế hoạch số 9/KH-THHB ngày 05/01/2026 của Trường Tiểu học Hòa Bình về công tác năm;\n\nCăn cứ Quyết định số 1234')
  expect(adviceOn(late).map(({ code }) => code)).toContain('basis-order')
})

test('the body ends with its mark', () => {
  const [found] = adviceOn(SAMPLE_PLAN.replace('./.', '.')).filter(({ code }) => code === 'missing-end-mark')
  expect(found?.proposal?.endsWith('./.')).toBe(true)
  expect(found?.place?.part).toBe('closing')
})

describe('beside what is known', () => {
  const decision: RegisteredDocument = { type: 'Quyết định', number: '1234', symbol: 'QĐ-BGDĐT', date: '2026-01-20', issuer: 'Bộ Giáo dục và Đào tạo', title: 'ban hành Kế hoạch bình đẳng giới năm 2026', from: '2026-01-20', until: null, replacedBy: null, source: 'Cổng thông tin', sure: 'verified', checkedOn: '2026-02-01' }
  const codes = (entry: Partial<RegisteredDocument>) => adviceOn(SAMPLE_PLAN, { register: [{ ...decision, ...entry }] }).filter(({ code }) => !code.startsWith('task')).map(({ code, severity }) => [code, severity])

  test('a document cited as the register has it', () => expect(codes({})).toEqual([]))
  test('another date: an error only where the register was verified', () => {
    expect(codes({ date: '2026-01-21' })).toEqual([['citation-date-conflict', 'error']])
    expect(codes({ date: '2026-01-21', sure: 'recalled' })).toEqual([['citation-date-conflict', 'warning']])
  })
  test('another issuer', () => expect(codes({ issuer: 'Ủy ban nhân dân tỉnh' })).toEqual([['citation-issuer-conflict', 'warning']]))
  test('one that had ended before this document', () => expect(codes({ until: '2026-01-31', replacedBy: '99/QĐ-BGDĐT' })).toEqual([['expired-basis', 'warning']]))
  test('the same day and title under another number', () => expect(codes({ number: '1243' })).toEqual([['citation-number-conflict', 'error']]))
  test('an event on another day than the superior has it', () => {
    const superior = { name: 'Kế hoạch số 45/KH-SGDĐT', observances: [{ name: 'Ngày Quốc tế Phụ nữ', date: '--03-10' }] }
    expect(adviceOn(SAMPLE_PLAN, { superior }).map(({ code }) => code)).toContain('date-differs-from-superior')
    expect(adviceOn(SAMPLE_PLAN, { superior: { ...superior, observances: [{ name: 'Ngày Quốc tế Phụ nữ', date: '2026-03-08' }] } }).map(({ code }) => code)).not.toContain('date-differs-from-superior')
  })
})

test('every proposal replaces words that stand in the text', () => {
  const text = SAMPLE_PLAN.replace(TASK, '- Lòng ghép ngày phụ nữ Việt Nam vào thứ Hai, 08/3/2026 trên xalo cho phái đẹp.')
  const found = adviceOn(text).filter(({ proposal }) => proposal !== undefined)
  expect(found.length).toBeGreaterThan(3)
  for (const { quote, code } of found) expect(text, code).toContain(quote)
})
