import { expect, it } from 'vitest'
import { unitKindOf } from './unit-kind.ts'

it.each([
  [{ level: 'school', schoolLevels: ['primary'], form: 'ordinary' }, 'primary'],
  [{ level: 'school', schoolLevels: ['primary', 'lower_secondary'], form: 'ordinary' }, 'multi_level'],
  [{ level: 'school', schoolLevels: ['lower_secondary', 'upper_secondary'], form: 'boarding' }, 'boarding'],
  [{ level: 'school', schoolLevels: [], form: 'continuing' }, 'continuing'],
  [{ level: 'commune', schoolLevels: [], form: null }, 'commune'],
  [{ level: 'department', schoolLevels: [], form: null }, 'department'],
  [{ level: 'ministry', schoolLevels: [], form: null }, null],
] as const)('%o writes the plan of kind %s', (unit, kind) => {
  expect(unitKindOf(unit)).toBe(kind)
})
