import type { SchoolLevel } from '#core/units/model/unit.ts'
import type { ClassRow, ColumnKey, Dropout, Reason, SnapshotKind } from '#modules/learners/model/columns.ts'
import { uuidv7 } from '#platform/ids.ts'
import type { Dice } from './dice.ts'
import { entry, type Entry } from './ledger.ts'

const GRADES: Readonly<Record<SchoolLevel, readonly string[]>> = {
  kindergarten: ['age3', 'age4', 'age5'],
  primary: ['1', '3', '5'],
  lower_secondary: ['6', '9'],
  upper_secondary: ['10', '12'],
}
const LAST_GRADES = ['age5', '5', '9', '12']
const REASONS: readonly Reason[] = ['illness', 'economic', 'marriage', 'moved_away', 'other']

export interface Book {
  readonly classes: readonly ClassRow[]
  readonly dropouts: readonly Dropout[]
}

/** How much of a class is told: girls and ethnic minority, girls alone, or no more than the number of pupils. */
type Depth = 'crossed' | 'sex' | 'plain'

/** The classes of a school on a day of counting. */
export function bookOf(levels: readonly SchoolLevel[], kind: SnapshotKind, dice: Dice): Book {
  const classes = levels.flatMap((level) => GRADES[level]).map((grade): ClassRow => {
    const depth = dice.pick<Depth>(['crossed', 'crossed', 'sex', 'plain'])
    const whole = grid(dice, 8)
    const isLast = kind === 'end' && LAST_GRADES.includes(grade)
    const numbers: Partial<Record<ColumnKey, number>> = { ...told('enrolled', whole, depth) }
    if (depth !== 'plain') Object.assign(numbers, { disabled: 1, disabledFemale: dice.whole(0, 1) })
    if (kind === 'end' && !isLast) Object.assign(numbers, { movedUp: sum(whole), ...(depth === 'plain' ? {} : { movedUpFemale: whole.girlsMinority + whole.girlsMajority }) })
    if (isLast) Object.assign(numbers, told('due', whole, depth), told('completed', { ...whole, boysMajority: whole.boysMajority - 1 }, depth))
    return { id: uuidv7(), grade, name: `Lớp ${grade}A`, numbers }
  })
  const dropouts = kind === 'start' ? [] : classes.filter(() => dice.chance(0.3)).map(({ id: classId }): Dropout => ({ id: uuidv7(), classId, reason: dice.pick(REASONS), sex: dice.pick(['F', 'M'] as const), isMinority: dice.chance(0.4), pupils: dice.whole(1, 3) }))
  return { classes, dropouts }
}

interface Grid {
  readonly girlsMinority: number
  readonly girlsMajority: number
  readonly boysMinority: number
  readonly boysMajority: number
}

function grid(dice: Dice, most: number): Grid {
  const one = () => dice.whole(1, most)
  return { girlsMinority: one(), girlsMajority: one() + 5, boysMinority: one(), boysMajority: one() + 5 }
}

function sum({ girlsMinority, girlsMajority, boysMinority, boysMajority }: Grid): number {
  return girlsMinority + girlsMajority + boysMinority + boysMajority
}

function told(group: 'enrolled' | 'due' | 'completed', all: Grid, depth: Depth): Partial<Record<ColumnKey, number>> {
  const girls = all.girlsMinority + all.girlsMajority
  return {
    [group]: sum(all),
    ...(depth === 'plain' ? {} : { [`${group}Female`]: girls }),
    ...(depth === 'crossed' ? { [`${group}Minority`]: all.girlsMinority + all.boysMinority, [`${group}MinorityFemale`]: all.girlsMinority } : {}),
  }
}

const MEASURES = { enrolled: 'pupils.enrolled', disabled: 'pupils.disabled', due: 'pupils.due', completed: 'pupils.completed', movedUp: 'pupils.moved_up' } as const

/** What of a book counts, said by hand: parts as far as they are told. */
export function bookEntries(unitId: string, kind: SnapshotKind, onDay: string, { classes, dropouts }: Book): Entry[] {
  const entries = classes.flatMap(({ grade, numbers }) => {
    const detail = (Object.keys(GRADES) as SchoolLevel[]).find((level) => GRADES[level].includes(grade))!
    const counted = Object.entries(MEASURES).flatMap(([group, measure]) => {
      const [all, girls, minority, both] = ['', 'Female', 'Minority', 'MinorityFemale'].map((part) => numbers[`${group}${part}` as ColumnKey] ?? null)
      const say = (value: number, sex: string, ethnicity: string) => [measure, ...(group === 'enrolled' && kind === 'start' ? ['pupils.enrolled_at_start'] : [])].map((code) => entry(unitId, onDay, code, value, { sex, ethnicity, detail }))
      if (all == null) return []
      if (girls == null) return say(all, '', '')
      if (minority == null || both == null) return [...say(girls, 'F', ''), ...say(all - girls, 'M', '')]
      return [...say(both, 'F', 'minority'), ...say(minority - both, 'M', 'minority'), ...say(girls - both, 'F', 'majority'), ...say(all - girls - minority + both, 'M', 'majority')]
    })
    return [...counted, entry(unitId, onDay, 'classes.total', 1, { detail })]
  })
  if (kind === 'start') return entries
  const left = dropouts.map(({ reason, sex, isMinority, pupils }) => entry(unitId, onDay, 'pupils.dropped_out', pupils, { sex, ethnicity: isMinority ? 'minority' : 'majority', detail: reason }))
  return [...entries, ...left, entry(unitId, onDay, 'pupils.dropped_out', 0)]
}
