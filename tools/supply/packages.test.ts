import { expect, it } from 'vitest'
import { isAllowed, pinnedPackages } from './packages.ts'

it.each([
  ['MIT', true],
  ['(MIT OR GPL-3.0-or-later)', true],
  ['Apache-2.0 AND LGPL-3.0-or-later AND MIT', true],
  ['AGPL-3.0-or-later', false],
  ['MIT AND GPL-3.0-only', false],
  ['SEE LICENSE IN FILE', false],
  ['', false],
])('a package under “%s”: may it run? %s', (licence, answer) => {
  expect(isAllowed({ licence, isForWork: false })).toBe(answer)
})

it('what is pinned is read whole: what runs and what is for work', () => {
  const packages = pinnedPackages()
  expect(packages.find(({ name }) => name === 'fastify')).toMatchObject({ licence: 'MIT', isForWork: false })
  expect(packages.find(({ name }) => name === 'vitest')).toMatchObject({ isForWork: true })
})
