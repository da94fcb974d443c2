import { expect, test } from 'vitest'
import { findObservances, mergeObservances } from './observances.ts'

const found = (text: string) => findObservances(text).map(({ name, date }) => [name, date])

test('names with their dates, in brackets or right after them', () => {
  expect(found('các ngày Lễ hằng năm như: Ngày Quốc tế phụ nữ (8/3), ngày Gia đình Việt Nam (28/6), Ngày Phụ nữ Việt Nam 20/10; Tháng hành động vì trẻ em (tháng 6).')).toEqual([['Ngày Quốc tế phụ nữ', '--03-08'], ['ngày Gia đình Việt Nam', '--06-28'], ['Ngày Phụ nữ Việt Nam', '--10-20'], ['Tháng hành động vì trẻ em', '--06']])
})

test('a comma or a stray quote is part of the name', () => {
  expect(found('Tháng hành động vì bình đẳng giới và phòng, chống bạo lực trên cơ sở giới” (từ ngày 15/11 đến ngày 15/12)')).toEqual([['Tháng hành động vì bình đẳng giới và phòng, chống bạo lực trên cơ sở giới', '--11-15/--12-15']])
})

test('an anniversary counts with its day this year', () => {
  expect(found('kỷ niệm 96 năm Ngày thành lập Hội Phụ nữ (20/10/1930 - 20/10/2026)')).toEqual([['Ngày thành lập Hội Phụ nữ', '2026-10-20']])
})

test.each(['Báo cáo trước ngày 8/3/2026', 'Tháng 6 (đợt 2)', 'Ngày Phụ nữ Việt Nam được tổ chức trang trọng', 'ngày bầu cử 15/3/2026'])('%s names none', (text) => expect(found(text)).toEqual([]))

test('one entry for one observance, with its most specific date', () => {
  expect(mergeObservances([{ name: 'Tháng hành động quốc gia về phòng, chống bạo lực gia đình', date: '--06' }, { name: 'Tháng Hành động quốc gia phòng, chống bạo lực gia đình', date: '2025-06' }])).toEqual([{ name: 'Tháng hành động quốc gia về phòng, chống bạo lực gia đình', date: '2025-06' }])
})
