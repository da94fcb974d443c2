import { expect, it } from 'vitest'
import { usernameFor } from './username.ts'

it.each([
  ['Lê Thị Mơ', 'le.thi.mo'],
  ['  Đỗ  Đức Ưng ', 'do.duc.ung'],
  ["H'Hen Niê", 'h.hen.nie'],
  ['Vũ', ''],
  ['山田', ''],
])('proposes for %s the user name “%s”', (name, username) => {
  expect(usernameFor(name)).toBe(username)
})
