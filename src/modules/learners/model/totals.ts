import { COLUMN_KEYS, type ClassRow, type ColumnKey, type Numbers } from './columns.ts'

/** The sum of each column over the classes that have it; null where none has. */
export function sumOf(classes: readonly Pick<ClassRow, 'numbers'>[]): Readonly<Record<ColumnKey, number | null>> {
  const sums = Object.fromEntries(COLUMN_KEYS.map((key) => [key, null])) as Record<ColumnKey, number | null>
  for (const { numbers } of classes) {
    for (const key of COLUMN_KEYS) {
      const value = numbers[key] ?? null
      if (value !== null) sums[key] = (sums[key] ?? 0) + value
    }
  }
  return sums
}

export interface GradeLine {
  readonly grade: string
  readonly classes: number
  readonly numbers: Numbers
}

/** The classes of each grade together, in the order in which the grades come. */
export function byGrade(classes: readonly Pick<ClassRow, 'grade' | 'numbers'>[], grades: readonly string[]): readonly GradeLine[] {
  return grades.flatMap((grade) => {
    const own = classes.filter((row) => row.grade === grade)
    return own.length === 0 ? [] : [{ grade, classes: own.length, numbers: sumOf(own) }]
  })
}
