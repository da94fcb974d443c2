/** When in a school year pupils are counted. */
export const KINDS = ['start', 'end'] as const
export type SnapshotKind = (typeof KINDS)[number]

/** What is counted in each class. `due` and `completed` are of a level of schooling, `movedUp` of a grade. */
export const GROUPS = ['enrolled', 'disabled', 'due', 'completed', 'movedUp'] as const
export type Group = (typeof GROUPS)[number]

export const PARTS = ['', 'Female', 'Minority', 'MinorityFemale'] as const
export type Part = (typeof PARTS)[number]

type Crossed = 'enrolled' | 'due' | 'completed'
/** A number of a class: `enrolled`, `enrolledFemale`, `dueMinorityFemale`. */
export type ColumnKey = `${Crossed}${Part}` | `${'disabled' | 'movedUp'}${'' | 'Female'}`

export interface Column {
  readonly key: ColumnKey
  readonly group: Group
  readonly part: Part
}

const CROSSED: readonly Group[] = ['enrolled', 'due', 'completed']

const ALL: readonly Column[] = GROUPS.flatMap((group) => PARTS.filter((part) => CROSSED.includes(group) || part === '' || part === 'Female').map((part) => ({ key: `${group}${part}` as ColumnKey, group, part })))

/** The columns of a snapshot, in their order: at the start of the year the pupils there, at its end also what became of them. */
export function columnsOf(kind: SnapshotKind): readonly Column[] {
  return kind === 'end' ? ALL : ALL.filter(({ group }) => group === 'enrolled' || group === 'disabled')
}

export const COLUMN_KEYS: readonly ColumnKey[] = ALL.map(({ key }) => key)

/** What is counted, null where it is not known. */
export type Numbers = Readonly<Partial<Record<ColumnKey, number | null | undefined>>>

export const REASONS = ['illness', 'economic', 'marriage', 'pregnancy', 'moved_away', 'other'] as const
/** Why a pupil left school. */
export type Reason = (typeof REASONS)[number]

export interface ClassRow {
  readonly id: string
  readonly grade: string
  readonly name: string
  readonly numbers: Numbers
}

/** Pupils of a class who left for the same reason. */
export interface Dropout {
  readonly id: string
  readonly classId: string
  readonly reason: Reason
  readonly sex: 'F' | 'M'
  readonly isMinority: boolean
  readonly pupils: number
}

/** No class is as large: what is larger was typed wrongly. */
export const MOST_PUPILS = 9_999
