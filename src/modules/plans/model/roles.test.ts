import { expect, test } from 'vitest'
import { ROLE_KEYS, roleName, UNIT_KINDS } from './roles.ts'
import { partyName, partyNamed } from './task-table.ts'

test('in a unit of one kind no two roles have the same name, so that a printed name leads back to its role', () => {
  for (const kind of UNIT_KINDS) {
    const names = ROLE_KEYS.map((role) => roleName(role, kind))
    expect(new Set(names).size, kind).toBe(names.length)
    for (const role of ROLE_KEYS) expect(partyNamed(roleName(role, kind), kind)).toEqual({ kind: 'role', role })
  }
})

test('a kind of unit has its own names', () => {
  expect(roleName('principal', 'continuing')).toBe('Giám đốc')
  expect(roleName('principal', 'primary')).toBe('Hiệu trưởng')
  expect(roleName('parents_board', 'kindergarten')).toBe('Ban đại diện cha mẹ trẻ em')
})

test('persons and words are printed as they are, and unknown names stay words', () => {
  expect(partyName({ kind: 'person', personId: 'p1', name: 'Lê Thị Mai' }, null)).toBe('Lê Thị Mai')
  expect(partyName({ kind: 'words', text: 'Cô Mai, thầy Hùng' }, 'primary')).toBe('Cô Mai, thầy Hùng')
  expect(partyNamed('Cô Mai', 'primary')).toEqual({ kind: 'words', text: 'Cô Mai' })
})
