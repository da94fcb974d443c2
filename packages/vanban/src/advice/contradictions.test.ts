import { describe, expect, test } from 'vitest'
import { groupsOf, type NamedForm } from './contradictions.ts'

const decision: NamedForm = { type: 'Quyết định', number: '283', symbol: 'QĐ-BGDĐT', date: '2022-01-26', issuer: 'Bộ Giáo dục và Đào tạo', title: 'ban hành Kế hoạch hành động về bình đẳng giới của ngành Giáo dục giai đoạn 2021-2030', witness: 'cited', times: 1 }
const plan: NamedForm = { type: 'Kế hoạch', number: '605', symbol: 'KH-SGDĐT', date: '2022-03-11', issuer: null, title: 'triển khai công tác vì sự tiến bộ phụ nữ năm 2022', witness: 'cited', times: 1 }

/** Of two forms: what contradicts, and which of the two is likely right. */
function between(one: NamedForm, other: Partial<NamedForm>) {
  const groups = groupsOf([one, { ...one, ...other }])
  return groups.flatMap(({ contradictions }) => contradictions.map(({ aspect, variants, likely }) => [aspect, variants.map(({ value }) => value), likely && variants[likely.variant]!.value, likely?.because ?? null]))
}

describe('the same document', () => {
  test('under two numbers: more documents are right, unless a register or the document itself says otherwise', () => {
    expect(between(decision, { number: '383', times: 2 })).toEqual([['number', ['283', '383'], '383', 'more']])
    expect(between({ ...decision, times: 40 }, { number: '383', witness: 'verified' })).toEqual([['number', ['283', '383'], '383', 'register']])
    expect(between({ ...decision, witness: 'recalled' }, { number: '383', witness: 'itself' })).toEqual([['number', ['283', '383'], '383', 'itself']])
    expect(between(decision, { number: '383' })).toEqual([['number', ['283', '383'], null, null]])
  })
  test('under two symbols', () => expect(between(plan, { symbol: 'KH-BVSTBPN', times: 2, issuer: 'Ban VSTBPN Sở Giáo dục và Đào tạo' })).toEqual([['symbol', ['KH-SGDĐT', 'KH-BVSTBPN'], 'KH-BVSTBPN', 'more']]))
  test('of two days', () => {
    expect(between(plan, { date: '2022-03-12', times: 3 })).toEqual([['date', ['2022-03-11', '2022-03-12'], '2022-03-12', 'more']])
    expect(between({ ...plan, title: 'công tác vì sự tiến bộ phụ nữ' }, { title: 'công tác vì sự tiến bộ phụ nữ', date: '2021-03-11', times: 3 })).toMatchObject([['date', expect.anything(), '2021-03-11', 'more']])
  })
  test('of two issuers and titles', () => {
    expect(between(decision, { issuer: 'Thủ tướng Chính phủ', times: 2 })).toEqual([['issuer', ['Bộ Giáo dục và Đào tạo', 'Thủ tướng Chính phủ'], 'Thủ tướng Chính phủ', 'more']])
    expect(between(decision, { title: 'phê duyệt Đề án dạy bơi cho học sinh', times: 2 })).toMatchObject([['title', expect.anything(), 'phê duyệt Đề án dạy bơi cho học sinh', 'more']])
  })
})

describe('no contradiction', () => {
  test('in what is only said shorter or less', () => {
    expect(between(decision, { issuer: 'Bộ GDĐT', title: 'Kế hoạch hành động về bình đẳng giới của ngành Giáo dục' })).toEqual([])
    expect(between(decision, { issuer: null, title: null, date: null })).toEqual([])
    expect(between(plan, { symbol: 'KH–SGDĐT', number: '0605' })).toEqual([])
  })
  test('between plans of two years, of two communes, of one day about two things', () => {
    expect(between(plan, { date: '2023-03-11', title: 'triển khai công tác vì sự tiến bộ phụ nữ năm 2023' })).toEqual([])
    expect(between({ ...plan, symbol: 'KH-UBND', issuer: 'UBND xã An Hòa' }, { issuer: 'Ủy ban nhân dân phường Long Biên', title: 'dọn vệ sinh đường phố' })).toEqual([])
    expect(between(decision, { number: '284', title: 'khen thưởng học sinh giỏi năm 2022' })).toEqual([])
    expect(between(decision, { number: '412', title: null })).toEqual([])
  })
})

test('a thousand documents of one symbol cost little', () => {
  const many = Array.from({ length: 2000 }, (_, at): NamedForm => ({ ...plan, number: String(at % 1000), date: `2022-0${1 + (at % 9)}-11`, title: `kế hoạch thứ ${at}` }))
  const before = process.cpuUsage()
  groupsOf(many)
  expect(process.cpuUsage(before).user / 1000).toBeLessThan(1500)
})
