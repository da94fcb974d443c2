import { expect, test } from 'vitest'
import { spokenTo } from './person-name.ts'

test('a person is spoken to with the word of address in Vietnamese and by name alone in English', () => {
  const person = { address: 'chị', name: 'Lê Thị Mai' }
  expect(spokenTo(person, 'vi')).toBe('chị Mai')
  expect(spokenTo(person, 'en')).toBe('Mai')
})
