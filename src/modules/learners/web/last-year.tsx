import { useFormat } from '#platform/web/format.ts'
import { type Column, Table } from '#platform/web/table.tsx'
import { useWords } from '#platform/web/words.ts'
import type { Book } from '../contract.ts'
import type { ClassRow } from '../model/columns.ts'
import { schoolYearName } from '../model/school-year.ts'
import { byGrade, type GradeLine } from '../model/totals.ts'
import { useGradeName } from './grade-words.ts'

interface Line {
  readonly grade: string
  readonly now: GradeLine | undefined
  readonly before: GradeLine | undefined
}

/** The same count a year earlier beside this one, by grade. */
export function LastYear({ lastYear, classes, grades }: { lastYear: NonNullable<Book['lastYear']>; classes: readonly ClassRow[]; grades: readonly string[] }) {
  const { t } = useWords()
  const gradeName = useGradeName()
  const { number } = useFormat()
  const [now, before] = [byGrade(classes, grades), byGrade(lastYear.classes, grades)]
  const lines: readonly Line[] = grades
    .map((grade) => ({ grade, now: now.find((line) => line.grade === grade), before: before.find((line) => line.grade === grade) }))
    .filter((line) => line.now ?? line.before)
  const value = (line: GradeLine | undefined, key: 'enrolled' | 'enrolledFemale') => line?.numbers[key] ?? null
  const difference = (line: Line) => {
    const [one, other] = [value(line.now, 'enrolled'), value(line.before, 'enrolled')]
    if (one === null || other === null) return '—'
    return one > other ? `+${number(one - other)}` : number(one - other)
  }
  const columns: readonly Column<Line>[] = [
    { key: 'grade', header: 'learners.grade', isName: true, cell: ({ grade }) => gradeName(grade) },
    { key: 'now', header: 'learners.this_year', isNumber: true, cell: (line) => number(value(line.now, 'enrolled')) },
    { key: 'before', header: 'learners.year_before', isNumber: true, cell: (line) => number(value(line.before, 'enrolled')) },
    { key: 'difference', header: 'learners.difference', isNumber: true, cell: difference },
    { key: 'girls', header: 'learners.girls_this_year', isNumber: true, cell: (line) => number(value(line.now, 'enrolledFemale')) },
    { key: 'girls_before', header: 'learners.girls_year_before', isNumber: true, cell: (line) => number(value(line.before, 'enrolledFemale')) },
  ]
  return (
    <section className="stack" aria-labelledby="last-year">
      <h2 id="last-year">{t('learners.last_year', { year: schoolYearName(lastYear.schoolYear) })}</h2>
      <Table caption="learners.last_year_table" hideCaption columns={columns} rows={lines} keyOf={({ grade }) => grade} cards />
    </section>
  )
}
