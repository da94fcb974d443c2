import { expect, it } from 'vitest'
import { uuidv7 } from './ids.ts'

const NOW = new Date('2026-11-21T02:00:00.123Z')

it('has the form of version 7 and says when it was made', () => {
  const id = uuidv7(NOW)
  expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(Number.parseInt(id.replace('-', '').slice(0, 12), 16)).toBe(NOW.getTime())
})

it('keys of one instant keep the order in which they were made', () => {
  const made = Array.from({ length: 5_000 }, () => uuidv7(NOW))
  expect(made.toSorted()).toEqual(made)
  expect(new Set(made).size).toBe(made.length)
})
