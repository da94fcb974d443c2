import { expect, test } from 'vitest'
import { nationalObservanceDays } from '#modules/calendar/public.ts'
import { aNode } from './plan-node.ts'
import { shiftToYear, textForYear } from './shift-year.ts'

test.each([
  ['Kế hoạch năm 2025', 'Kế hoạch năm 2026'],
  ['trước ngày 15/10/2025 và tháng 6/2025', 'trước ngày 15/10/2026 và tháng 6/2026'],
  ['Lập dự toán năm 2026', 'Lập dự toán năm 2027'],
  ['theo Kế hoạch số 166/KH-SGDĐT ngày 27/02/2025 về năm 2025', 'theo Kế hoạch số 166/KH-SGDĐT ngày 27/02/2025 về năm 2026'],
  ['giai đoạn 2021-2025', 'giai đoạn 2021-2025'],
  ['phấn đấu đến năm 2025 đạt 60%', 'phấn đấu đến năm 2025 đạt 60%'],
  ['năm học 2025-2026', 'năm học 2025-2026'],
  ['Luật số 91/2025/QH15', 'Luật số 91/2025/QH15'],
])('“%s” becomes “%s”', (text, shifted) => {
  expect(textForYear(text, 2025, 2026)).toBe(shifted)
})

test('days move by the year, observances are taken anew, links to the old points fall away', () => {
  const [typed, leap, month] = shiftToYear(
    [
      aNode({ id: '1', dueOn: '2025-10-15', covers: ['p'] }),
      aNode({ id: '2', startOn: '2024-02-29', dueOn: '2024-03-02' }),
      aNode({ id: '3', startOn: '2025-11-15', dueOn: '2025-12-15', when: { observance: 'action_month' } }),
    ],
    2025,
    2026,
    nationalObservanceDays(2026),
  )
  expect(typed).toMatchObject({ dueOn: '2026-10-15', covers: [] })
  expect(leap).toMatchObject({ startOn: '2025-02-28', dueOn: '2025-03-02' })
  expect(month).toMatchObject({ startOn: '2026-11-15', dueOn: '2026-12-15' })
})
