import { expect, test } from 'vitest'
import { checkCatalogs } from './check-catalogs.ts'

const check = (vi: Record<string, string>, en: Record<string, string>) => checkCatalogs(['plans.', 'errors.plans.'], vi, en)

test('two languages with the same keys and arguments pass', () => {
  const vi = { 'plans.left': 'Còn {n, number} ngày', 'plans.hi': 'Chào <strong>{name}</strong>', 'errors.plans.gone': 'Không còn.' }
  const en = { 'plans.left': '{n, plural, one {# day} other {# days}} left', 'plans.hi': 'Hello <strong>{name}</strong>', 'errors.plans.gone': 'It is gone.' }
  expect(check(vi, en)).toEqual([])
})

test('a key that one language lacks is named', () => {
  expect(check({ 'plans.a': 'A', 'plans.b': 'B' }, { 'plans.a': 'A', 'plans.c': 'C' })).toEqual(['plans.b: missing in en.json', 'plans.c: missing in vi.json'])
})

test('arguments, choices and marks must agree', () => {
  expect(check({ 'plans.a': '{n} việc' }, { 'plans.a': '{m} tasks' })).toEqual(['plans.a: vi.json fills {n}, en.json fills {m}'])
  expect(check({ 'plans.a': '{n} việc' }, { 'plans.a': '{n, plural, other {#}}' })).toHaveLength(1)
  expect(check({ 'plans.a': '{sex, select, f {cô} other {thầy}}' }, { 'plans.a': '{sex, select, f {Ms} m {Mr} other {}}' })).toHaveLength(1)
  expect(check({ 'plans.a': '<strong>A</strong>' }, { 'plans.a': 'A' })).toHaveLength(1)
})

test('arguments inside a choice count too', () => {
  expect(check({ 'plans.a': '{n, plural, other {# của {name}}}' }, { 'plans.a': '{n, plural, one {#} other {#}}' })).toEqual([
    'plans.a: vi.json fills {n, number} {name}, en.json fills {n, number}',
  ])
})

test('broken braces, empty messages, raw dates and foreign keys are found', () => {
  expect(check({ 'plans.a': 'Còn {n ngày' }, { 'plans.a': '{n}' })[0]).toContain('plans.a in vi.json is no ICU message')
  expect(check({ 'plans.a': ' ' }, { 'plans.a': 'A' })).toEqual(['plans.a in vi.json is empty'])
  expect(check({ 'plans.a': '{d, date}' }, { 'plans.a': '{d, date}' })[0]).toContain('pass it formatted')
  expect(check({ 'reports.a': 'A' }, { 'reports.a': 'A' })).toEqual(['reports.a: must start with plans. or errors.plans.'])
})
