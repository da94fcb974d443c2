import { columnsOf, GROUPS, type ClassRow, type ColumnKey, type Dropout, type Group, type Numbers, type Part, type SnapshotKind } from './columns.ts'

export const FAULT_CODES = [
  'no_class', 'grade_missing', 'name_missing', 'name_twice', 'enrolled_missing', 'whole_missing', 'above_whole', 'minority_female_above', 'minority_female_below',
  'disabled_above', 'completed_above', 'moved_up_above', 'dropouts_above',
] as const
export type FaultCode = (typeof FAULT_CODES)[number]

/** What does not agree; `learners.fault.<code>` says it and what to do. */
export interface Fault {
  /** Null: of the whole list. */
  readonly classId: string | null
  readonly column: ColumnKey | 'grade' | 'name' | 'dropouts' | null
  readonly code: FaultCode
}

/** What must be mended before the numbers of a school may be counted; empty when all agree. */
export function checkBook(kind: SnapshotKind, classes: readonly ClassRow[], dropouts: readonly Dropout[]): readonly Fault[] {
  if (classes.length === 0) return [{ classId: null, column: null, code: 'no_class' }]
  const names = new Map<string, number>()
  for (const { grade, name } of classes) names.set(keyOf(grade, name), (names.get(keyOf(grade, name)) ?? 0) + 1)
  return classes.flatMap((row) => {
    const faults = checkNumbers(kind, row.numbers)
    if (row.grade === '') faults.unshift({ column: 'grade', code: 'grade_missing' })
    if (row.name === '') faults.unshift({ column: 'name', code: 'name_missing' })
    else if (names.get(keyOf(row.grade, row.name))! > 1) faults.unshift({ column: 'name', code: 'name_twice' })
    const left = dropouts.filter(({ classId }) => classId === row.id).reduce((sum, { pupils }) => sum + pupils, 0)
    const enrolled = row.numbers.enrolled ?? null
    // Who left is no longer among the pupils of the last day; a class does not lose several times its size.
    if (enrolled !== null && left > enrolled + 60) faults.push({ column: 'dropouts', code: 'dropouts_above' })
    return faults.map((fault) => ({ classId: row.id, ...fault }))
  })
}

function keyOf(grade: string, name: string): string {
  return `${grade} ${name.toLocaleLowerCase('vi')}`
}

type NumberFault = Omit<Fault, 'classId'>

/** What does not agree within one class: a part above its whole, more that completed than were due. */
function checkNumbers(kind: SnapshotKind, numbers: Numbers): NumberFault[] {
  const faults: NumberFault[] = []
  const of = (group: Group, part: Part = '') => numbers[`${group}${part}` as ColumnKey] ?? null
  const refuse = (group: Group, part: Part, code: FaultCode) => faults.push({ column: `${group}${part}` as ColumnKey, code })
  const groups = new Set(columnsOf(kind).map(({ group }) => group))
  if (of('enrolled') === null) refuse('enrolled', '', 'enrolled_missing')
  for (const group of GROUPS.filter((one) => groups.has(one))) {
    const [whole, female, minority, both] = [of(group), of(group, 'Female'), of(group, 'Minority'), of(group, 'MinorityFemale')]
    if (whole === null) {
      if (group !== 'enrolled' && (female ?? minority ?? both) !== null) refuse(group, '', 'whole_missing')
      continue
    }
    if (female !== null && female > whole) refuse(group, 'Female', 'above_whole')
    if (minority !== null && minority > whole) refuse(group, 'Minority', 'above_whole')
    if (both === null) continue
    if ((female !== null && both > female) || both > (minority ?? whole)) refuse(group, 'MinorityFemale', 'minority_female_above')
    // Girls and minority pupils together are more than the class unless enough of them are both.
    else if (female !== null && minority !== null && female + minority - both > whole) refuse(group, 'MinorityFemale', 'minority_female_below')
  }
  for (const part of ['', 'Female'] as const) {
    if (isAbove(of('disabled', part), of('enrolled', part))) refuse('disabled', part, 'disabled_above')
    if (isAbove(of('movedUp', part), of('enrolled', part))) refuse('movedUp', part, 'moved_up_above')
  }
  for (const part of ['', 'Female', 'Minority', 'MinorityFemale'] as const) if (isAbove(of('completed', part), of('due', part))) refuse('completed', part, 'completed_above')
  // Boys are what is left: they must not complete in greater number than were due either.
  if (isAbove(rest(of('completed'), of('completed', 'Female')), rest(of('due'), of('due', 'Female')))) refuse('completed', '', 'completed_above')
  return uniqueFaults(faults)
}

function isAbove(one: number | null, other: number | null): boolean {
  return one !== null && other !== null && one > other
}

function rest(whole: number | null, part: number | null): number | null {
  return whole === null || part === null ? null : whole - part
}

function uniqueFaults(faults: readonly NumberFault[]): NumberFault[] {
  return faults.filter((fault, at) => faults.findIndex(({ column, code }) => column === fault.column && code === fault.code) === at)
}
