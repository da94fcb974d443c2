import type { Choice } from '#platform/web/choice.ts'
import type { Party } from '../model/plan-node.ts'
import { rolesOfKind } from '../model/roles-of-kind.ts'
import { partyName } from '../model/task-table.ts'
import { ROLE_KEYS, roleName, type RoleKey, type UnitKind } from '../model/roles.ts'

export interface NamedPerson {
  readonly id: string
  readonly name: string
}

/** A party as the value of a list. */
export function partyValue(party: Party | null): string | null {
  if (party === null) return null
  if (party.kind === 'role') return `role:${party.role}`
  return party.kind === 'person' ? `person:${party.personId}` : `words:${party.text}`
}

export function partyOf(value: string | null, people: readonly NamedPerson[]): Party | null {
  if (value === null) return null
  const [kind, ...rest] = value.split(':')
  const text = rest.join(':')
  if (kind === 'words') return { kind: 'words', text }
  const role = ROLE_KEYS.find((key) => key === text)
  if (kind === 'role' && role) return { kind: 'role', role }
  const person = people.find(({ id }) => id === text)
  return person ? { kind: 'person', personId: person.id, name: person.name } : null
}

/** Roles of the kind of unit, its people, and the parties in use that are neither. */
export function partyChoices(kind: UnitKind | null, people: readonly NamedPerson[], inUse: readonly Party[]): Choice[] {
  const roles: readonly RoleKey[] = rolesOfKind(kind)
  const choices: Choice[] = [
    ...roles.map((role) => ({ value: `role:${role}`, text: roleName(role, kind) })),
    ...people.map((person) => ({ value: `person:${person.id}`, text: person.name })),
  ]
  const known = new Set(choices.map((choice) => choice.value))
  for (const party of inUse) {
    const value = partyValue(party)
    if (value !== null && !known.has(value)) {
      known.add(value)
      choices.push({ value, text: partyName(party, kind) })
    }
  }
  return choices
}
