import { expect, it } from 'vitest'
import { answersPlans, yearOfDirective } from './directive.ts'

it('plans are answered, letters and decisions are not', () => {
  expect(['Kế hoạch', 'Chỉ thị'].every(answersPlans)).toBe(true)
  expect(['Công văn', 'Quyết định', null].some(answersPlans)).toBe(false)
})

it.each([
  ['Công tác vì sự tiến bộ của phụ nữ năm 2026', '2025-12-26', 2026],
  ['Triển khai công tác bình đẳng giới', '2026-03-06', 2026],
  ['Triển khai công tác bình đẳng giới', null, 2027],
])('“%s” of %s is for %i', (title, issuedOn, year) => {
  expect(yearOfDirective(title, issuedOn, 2027)).toBe(year)
})
