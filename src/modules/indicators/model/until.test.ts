import { parse } from '@songhanh/formula/parse'
import { expect, test } from 'vitest'
import { endOf, spansOfFormulas } from './until.ts'

const YEAR = { from: '2026-01-01', to: '2026-12-31' } as const

test('a formula asks for the whole span, and for its beginning up to each day that it names', () => {
  const formulas = [parse('units_with(plans.issued[until=03-31]) / units()'), parse('plans.targets_measurable / plans.targets_total')]
  expect(spansOfFormulas(formulas, YEAR)).toEqual([{ from: '2026-01-01', to: '2026-03-31' }, YEAR])
})

test('a span that begins after the day has no such beginning', () => {
  const late = { from: '2026-06-01', to: '2026-12-31' } as const
  expect(spansOfFormulas([parse('units_with(plans.issued[until=03-31]) / units()')], late)).toEqual([])
})

test('a span that ends before the day is counted to its end', () => {
  expect(endOf({ from: '2026-01-01', to: '2026-02-15' }, '03-31')).toBe('2026-02-15')
})
