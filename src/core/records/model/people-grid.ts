import { AGE_GROUPS, type AgeGroup, type Audience, type Kind, type Sex, SEXES } from './kind.ts'
import type { Attendee, HeadCount } from './record.ts'

/** The people of one sex as a person types them: the total, and those of an ethnic minority among them. */
export interface GridCell {
  readonly contacts: number | null
  readonly persons: number | null
  readonly minorityContacts: number | null
  readonly minorityPersons: number | null
}

/** One line of the grid: an audience, for kinds that ask age one line for each age group of pupils. */
export interface GridRow {
  readonly audience: Audience
  readonly ageGroup: AgeGroup
  readonly bySex: Readonly<Record<Sex, GridCell>>
}

export const EMPTY_CELL: GridCell = { contacts: null, persons: null, minorityContacts: null, minorityPersons: null }

/** The ages that the grid has lines for: pupils have none of adults. */
export function agesOf(kind: Kind, audience: Audience): readonly AgeGroup[] {
  return kind.ask.includes('age') && audience === 'pupils' ? AGE_GROUPS.filter((age) => age !== 'adult') : ['']
}

/** Head-counts as lines to type into. Counts by other ages than those that are asked are added to the line without age. */
export function gridOf(kind: Kind, cells: readonly HeadCount[]): GridRow[] {
  return kind.audiences.flatMap((audience) => {
    const ages = agesOf(kind, audience)
    return ages.map((ageGroup): GridRow => {
      const own = cells.filter((cell) => cell.audience === audience && (cell.ageGroup === ageGroup || (ageGroup === '' && !ages.includes(cell.ageGroup))))
      return { audience, ageGroup, bySex: { F: cellOf(own, 'F'), M: cellOf(own, 'M'), '': cellOf(own, '') } }
    })
  })
}

function cellOf(cells: readonly HeadCount[], sex: Sex): GridCell {
  const all = cells.filter((cell) => cell.sex === sex)
  const minority = all.filter(({ ethnicity }) => ethnicity === 'minority')
  return {
    contacts: sumOf(all.map(({ contacts }) => contacts)),
    persons: sumOf(all.map(({ persons }) => persons)),
    minorityContacts: sumOf(minority.map(({ contacts }) => contacts)),
    minorityPersons: sumOf(minority.map(({ persons }) => persons)),
  }
}

/** The sum of what is known; null when nothing is. */
export function sumOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null)
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0)
}

/** Lines as head-counts that do not overlap; more of a minority than in all leaves a negative rest, which is refused as such. */
export function headCountsOf(grid: readonly GridRow[]): HeadCount[] {
  return grid.flatMap(({ audience, ageGroup, bySex }) =>
    SEXES.flatMap((sex): HeadCount[] => {
      const { contacts, persons, minorityContacts, minorityPersons } = bySex[sex]
      const place = { audience, sex, ageGroup }
      if (minorityContacts === null && minorityPersons === null) {
        return contacts === null && persons === null ? [] : [{ ...place, ethnicity: '', contacts, persons }]
      }
      const rest = { contacts: difference(contacts, minorityContacts), persons: difference(persons, minorityPersons) }
      return [
        { ...place, ethnicity: 'minority', contacts: minorityContacts, persons: minorityPersons },
        ...(rest.contacts === null && rest.persons === null ? [] : [{ ...place, ethnicity: 'majority' as const, ...rest }]),
      ]
    }),
  )
}

function difference(all: number | null, part: number | null): number | null {
  return all === null ? null : all - (part ?? 0)
}

/** The counts that a list of participants gives: each name is one person, and one contact. */
export function countsOfAttendance(kind: Kind, list: readonly Attendee[]): HeadCount[] {
  const cells = new Map<string, HeadCount>()
  for (const { audience, sex, ageGroup, ethnicity } of list) {
    if (!kind.audiences.includes(audience)) continue
    const cell = { audience, sex, ageGroup: kind.ask.includes('age') ? ageGroup : ('' as const), ethnicity: kind.ask.includes('ethnicity') ? ethnicity : ('' as const) }
    const key = Object.values(cell).join()
    const count = (cells.get(key)?.contacts ?? 0) + 1
    cells.set(key, { ...cell, contacts: count, persons: kind.counting === 'reach' ? null : count })
  }
  return [...cells.values()]
}
