import type { SchoolLevel } from '#core/units/model/unit.ts'

const OF_LEVEL: Readonly<Record<SchoolLevel, readonly string[]>> = {
  kindergarten: ['nursery', 'age3', 'age4', 'age5'],
  primary: ['1', '2', '3', '4', '5'],
  lower_secondary: ['6', '7', '8', '9'],
  upper_secondary: ['10', '11', '12'],
}

const LEVELS = Object.keys(OF_LEVEL) as readonly SchoolLevel[]

/** Every grade, lowest first: nursery, kindergarten by age, 1 to 12. */
export const GRADES: readonly string[] = LEVELS.flatMap((level) => OF_LEVEL[level])

/** The grades that a school teaches; all of them where its levels are not known. */
export function gradesOf(levels: readonly SchoolLevel[]): readonly string[] {
  return levels.length === 0 ? GRADES : LEVELS.filter((level) => levels.includes(level)).flatMap((level) => OF_LEVEL[level])
}

export function levelOfGrade(grade: string): SchoolLevel | null {
  return LEVELS.find((level) => OF_LEVEL[level].includes(grade)) ?? null
}

/** The grade that the name of a class tells: `6A1` → 6, `Lớp 10 Toán` → 10; null where it tells none. */
export function gradeInName(name: string): string | null {
  const found = /^\D*(1[0-2]|[1-9])(?!\d)/.exec(name)?.[1]
  return found ?? null
}
