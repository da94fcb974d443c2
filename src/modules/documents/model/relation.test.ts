import { expect, test } from 'vitest'
import { relationOf } from './relation.ts'

const plan = { origin: 'received' as const, fromSuperior: false, isSameType: true, issuer: 'Trường THPT Sông Hồng' }

test('an earlier plan of the unit, one of a superior, one of a school beside', () => {
  expect(relationOf({ ...plan, origin: 'own' })).toBe('own')
  expect(relationOf({ ...plan, fromSuperior: true })).toBe('superior')
  expect(relationOf({ ...plan, origin: 'published', isSameType: false })).toBe('superior')
  expect(relationOf(plan)).toBe('neighbour')
  expect(relationOf({ ...plan, origin: 'sibling' })).toBe('neighbour')
})

test('what was registered by hand stands above unless a school issued it', () => {
  expect(relationOf({ ...plan, issuer: 'Bộ Giáo dục và Đào tạo', isSameType: false })).toBe('superior')
  expect(relationOf({ ...plan, isSameType: false })).toBeNull()
})
