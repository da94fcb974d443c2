import { expect, test } from 'vitest'
import { compareNames, compareText, foldVietnamese, matchesSearch } from './search.ts'

test('search finds words typed without marks, and with either placing of the tone', () => {
  expect(foldVietnamese('  Đông   Anh ')).toBe('dong anh')
  expect(foldVietnamese('hoà')).toBe(foldVietnamese('hòa'))
  expect(matchesSearch('Trường THPT Thạch Bàn', 'thach ban')).toBe(true)
  expect(matchesSearch('Trường THPT Thạch Bàn', 'bàn thpt')).toBe(true)
  expect(matchesSearch('Trường THPT Thạch Bàn', 'thach binh')).toBe(false)
  expect(matchesSearch('Trường THPT Thạch Bàn', '')).toBe(true)
})

test('text of composed and decomposed letters is the same to search', () => {
  expect(foldVietnamese('Thạch Bàn'.normalize('NFD'))).toBe(foldVietnamese('Thạch Bàn'))
})

test('people are ordered by their given name', () => {
  const names = ['Trần Thu Hà', 'Lê Thị Mai', 'Đỗ Thị Lan', 'Vũ Thị Ánh', 'Nguyễn Văn An', 'Đinh Văn Đức', 'Ngô Văn Dũng']
  expect(names.sort(compareNames)).toEqual(['Nguyễn Văn An', 'Vũ Thị Ánh', 'Ngô Văn Dũng', 'Đinh Văn Đức', 'Trần Thu Hà', 'Đỗ Thị Lan', 'Lê Thị Mai'])
})

test('đ stands after d', () => {
  expect(['Đà Nẵng', 'Dĩ An', 'Ea Kar', 'Cà Mau'].sort(compareText)).toEqual(['Cà Mau', 'Dĩ An', 'Đà Nẵng', 'Ea Kar'])
})
