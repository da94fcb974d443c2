import { expect, test } from 'vitest'
import { formatFileSize, formatNumber, formatShare, formatVnd, parseNumber } from './number.ts'

test('numbers follow the customs of the language', () => {
  expect(formatNumber(1234567.8)).toBe('1.234.567,8')
  expect(formatNumber(1234567.8, 'en')).toBe('1,234,567.8')
  expect(formatShare(0.4129)).toBe('41,3%')
  expect(formatVnd(12500000)).toBe('12.500.000 đồng')
  expect(formatFileSize(50 * 1024 * 1024)).toBe('50 MB')
})

test('what is unknown is not shown as zero', () => {
  expect([formatNumber(null), formatShare(null), formatVnd(null)]).toEqual(['—', '—', '—'])
  expect(formatNumber(0)).toBe('0')
})

test.each([
  ['1.234', 'vi', 1234],
  ['1.234.567,8', 'vi', 1234567.8],
  ['12 500 000', 'vi', 12500000],
  ['1,5', 'vi', 1.5],
  ['1.5', 'vi', 1.5],
  ['1,234', 'en', 1234],
  ['-3', 'vi', -3],
  ['', 'vi', null],
  ['12.34.5', 'vi', null],
  ['mười', 'vi', null],
] as const)('%s in %s is %s', (typed, language, value) => expect(parseNumber(typed, language)).toBe(value))
