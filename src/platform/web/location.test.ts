import { expect, test } from 'vitest'
import { readListState } from './location.ts'

test('the state of a list is what the address says, where it has the right type', () => {
  const defaults = { q: '', page: 1, unit: '' }
  expect(readListState(defaults, { q: 'thạch bàn', page: 3, other: 'x' })).toEqual({ q: 'thạch bàn', page: 3, unit: '' })
  expect(readListState(defaults, { page: 'ba', q: { a: 1 } })).toEqual(defaults)
})

test('a search for figures stays text', () => {
  expect(readListState({ q: '' }, { q: 45 })).toEqual({ q: '45' })
})
