import type { ColumnKey } from '#modules/learners/model/columns.ts'
import { gradesOf } from '#modules/learners/model/grades.ts'
import saveBook from '#modules/learners/operations/save-book.ts'
import type { Cast } from './cast.ts'
import { MAIN } from './people.ts'
import { SCHOOLS } from './units.ts'

/** Schools that keep their registers, with the pupils of a class. */
const KEPT_BY: readonly (readonly [unitKey: string, pupils: number])[] = [
  [MAIN.highSchool, 43],
  ['thptbolua', 41],
  ['thptlungmay', 36],
  [MAIN.primarySchool, 32],
  [MAIN.kindergarten, 27],
]

/** Head-counts of the last 31 May and of this 30 September, as far as these days are past. */
export async function makeRegisters(cast: Cast): Promise<void> {
  const { year } = cast
  for (const [unitKey, pupils] of KEPT_BY) {
    await count(cast, unitKey, 'end', year - 1, `${year}-05-31`, pupils)
    await count(cast, unitKey, 'start', year, `${year}-09-30`, pupils)
  }
}

async function count(cast: Cast, unitKey: string, kind: 'start' | 'end', schoolYear: number, onDay: string, pupils: number): Promise<void> {
  if (onDay > cast.today) return
  const { levels } = SCHOOLS.find(({ key }) => key === unitKey)!
  const writing = cast.as(`vanthu.${unitKey}`, onDay)
  const classes = gradesOf(levels).flatMap((grade, place) =>
    ['A', 'B'].map((letter, at) => ({ id: writing.newId(), grade, name: nameOf(grade, letter), numbers: numbersOf(kind, pupils + ((place + at) % 4) - 1, place + at) })),
  )
  await saveBook.run(writing, { unitId: cast.idOf(unitKey), schoolYear, kind, onDay, state: 'final', revision: 0, classes, dropouts: [] })
}

function nameOf(grade: string, letter: string): string {
  const names: Readonly<Record<string, string>> = { nursery: 'Nhà trẻ', age3: 'Mẫu giáo bé', age4: 'Mẫu giáo nhỡ', age5: 'Mẫu giáo lớn' }
  return names[grade] ? `${names[grade]} ${letter}` : `${grade}${letter}`
}

/** A class of an invented school: a little under half are girls or a little more, some belong to ethnic minorities. */
function numbersOf(kind: 'start' | 'end', enrolled: number, turn: number): Partial<Record<ColumnKey, number>> {
  const enrolledFemale = Math.round(enrolled * (0.46 + 0.02 * (turn % 5)))
  const enrolledMinority = 6 + (turn % 3)
  const counted = { enrolled, enrolledFemale, enrolledMinority, enrolledMinorityFemale: 3, disabled: turn % 2, disabledFemale: 0 }
  if (kind === 'start') return counted
  return {
    ...counted,
    due: enrolled,
    dueFemale: enrolledFemale,
    dueMinority: enrolledMinority,
    dueMinorityFemale: 3,
    completed: enrolled - 1,
    completedFemale: enrolledFemale,
    completedMinority: enrolledMinority,
    completedMinorityFemale: 3,
    movedUp: enrolled - 1,
    movedUpFemale: enrolledFemale,
  }
}
