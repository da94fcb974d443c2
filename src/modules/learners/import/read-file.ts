import { uuidv7 } from '#platform/ids.ts'
import { cellName, UnreadableSheet } from '#platform/sheets.ts'
import type { FileReading } from '../contract.ts'
import { columnsOf, type ClassRow, type ColumnKey, type Dropout, type Numbers, type SnapshotKind } from '../model/columns.ts'
import { gradeInName } from '../model/grades.ts'
import { isCountFault, readCount } from '../model/read-count.ts'
import { sumOf } from '../model/totals.ts'
import { readGrids, type Grid, type GridCell } from './grid.ts'
import { DROPOUT_HEADINGS, folded, gradeOf, headingOf, placesOf, reasonOf } from './headings.ts'

type FileFault = FileReading['faults'][number]
type Places = ReturnType<typeof placesOf>

const EMPTY: GridCell = { text: '', isFormula: false, isMerged: false }
const TOTALS = /^(tong|cong|tong so|tong cong|toan truong)$/

/**
 * Reads the spreadsheet of a register: classes, who left, and what cannot be taken, by cell. Formulas, merged cells and
 * whatever is no whole number of pupils are refused, not guessed; a line of totals is checked and left out.
 */
export async function readBookFile(kind: SnapshotKind, grades: readonly string[], bytes: Uint8Array): Promise<FileReading> {
  const faults: FileFault[] = []
  const sheets = await readGrids(bytes).catch((error: unknown) => {
    if (!(error instanceof UnreadableSheet)) throw error
    faults.push({ sheet: '', cell: null, code: `file_${error.fault}`, params: {} })
    return []
  })
  const [counts, ...others] = sheets
  if (!counts) return { classes: [], dropouts: [], faults }
  const heading = findHeading(kind, counts)
  if (!heading) return { classes: [], dropouts: [], faults: [{ sheet: counts.name, cell: null, code: otherKind(kind, counts) ? 'other_kind' : 'no_heading', params: {} }] }
  for (const { key } of columnsOf(kind)) if (!heading.places.has(key)) faults.push({ sheet: counts.name, cell: null, code: 'column_missing', params: { column: headingOf(key) } })
  const classes = readClasses(kind, grades, counts, heading, faults)
  const left = kind === 'end' ? others.find((sheet) => folded(sheet.name) === 'bohoc') : undefined
  return { classes, dropouts: left ? readDropouts(left, classes, faults) : [], faults }
}

interface Heading {
  readonly at: number
  readonly places: Places
}

function findHeading(kind: SnapshotKind, { rows }: Grid): Heading | null {
  for (const [at, row] of rows.slice(0, 15).entries()) {
    const places = placesOf(kind, row.map(({ text }) => text))
    if (places.has('name') && places.has('enrolled')) return { at, places }
  }
  return null
}

/** A file of another form: its columns are not those of this count. */
function otherKind(kind: SnapshotKind, grid: Grid): boolean {
  return findHeading(kind === 'end' ? 'start' : 'end', grid) !== null
}

function readClasses(kind: SnapshotKind, grades: readonly string[], { name: sheet, rows }: Grid, { at: top, places }: Heading, faults: FileFault[]): ClassRow[] {
  const classes: ClassRow[] = []
  const place = (column: ColumnKey | 'grade' | 'name') => places.get(column)
  for (const [at, row] of rows.entries()) {
    if (at <= top || row.every(({ text, isFormula }) => text === '' && !isFormula)) continue
    const cell = (column: ColumnKey | 'grade' | 'name') => row[place(column) ?? -1] ?? EMPTY
    const refuse = (column: ColumnKey | 'grade' | 'name', code: string, params: FileFault['params'] = {}) => {
      faults.push({ sheet, cell: cellName(at, place(column) ?? 0), code, params: { value: cell(column).text.slice(0, 40), ...params } })
    }
    const isTotal = TOTALS.test(folded(cell('name').text)) || (cell('name').text === '' && TOTALS.test(folded(cell('grade').text)))
    if (isTotal) {
      checkTotals(kind, cell, classes, refuse)
      continue
    }
    const numbers = readNumbers(kind, places, cell, refuse)
    const name = cell('name').text
    if (name === '') refuse('name', 'name_missing')
    if (cell('name').isMerged) refuse('name', 'merged')
    const told = cell('grade').text
    const grade = (told === '' ? gradeInName(name) : gradeOf(told)) ?? ''
    if (told !== '' && grade === '') refuse('grade', 'grade_unknown')
    else if (grade !== '' && !grades.includes(grade)) refuse('grade', 'grade_not_taught')
    if (classes.some((one) => one.grade === grade && folded(one.name) === folded(name))) refuse('name', 'name_twice')
    classes.push({ id: uuidv7(), grade: grades.includes(grade) ? grade : '', name: name.slice(0, 60), numbers })
  }
  return classes
}

type CellOf = (column: ColumnKey) => GridCell
type Refuse = (column: ColumnKey, code: string, params?: FileFault['params']) => void

function readNumbers(kind: SnapshotKind, places: Places, cell: CellOf, refuse: Refuse): Numbers {
  const numbers: Partial<Record<ColumnKey, number | null>> = {}
  for (const { key } of columnsOf(kind).filter((column) => places.has(column.key))) {
    const { text, isFormula, isMerged } = cell(key)
    const read = readCount(text)
    numbers[key] = isCountFault(read) || isFormula || isMerged ? null : read
    if (isFormula) refuse(key, 'formula')
    else if (isMerged) refuse(key, 'merged')
    else if (isCountFault(read)) refuse(key, read)
  }
  return numbers
}

/** Totals may be formulas; they must be what the classes above add up to. */
function checkTotals(kind: SnapshotKind, cell: CellOf, classes: readonly ClassRow[], refuse: Refuse): void {
  const sums = sumOf(classes)
  for (const { key } of columnsOf(kind)) {
    const told = readCount(cell(key).text)
    if (told !== null && told !== (sums[key] ?? 0)) refuse(key, 'total_differs', { sum: sums[key] ?? 0 })
  }
}

function readDropouts({ name: sheet, rows }: Grid, classes: readonly ClassRow[], faults: FileFault[]): Dropout[] {
  const wanted = DROPOUT_HEADINGS.map(folded)
  const top = rows.findIndex((row) => row.some(({ text }) => folded(text) === folded('Lý do')))
  const places = wanted.map((heading) => rows[top]?.findIndex(({ text }) => folded(text) === heading) ?? -1)
  if (top < 0 || places.slice(1).some((place) => place < 0)) {
    faults.push({ sheet, cell: null, code: 'no_heading', params: {} })
    return []
  }
  const dropouts: Dropout[] = []
  for (const [at, row] of rows.entries()) {
    if (at <= top || row.every(({ text }) => text === '')) continue
    const [grade, name, reason, sex, minority, count] = places.map((place) => row[place] ?? EMPTY) as [GridCell, GridCell, GridCell, GridCell, GridCell, GridCell]
    const refuse = (index: number, code: string, text: string) => faults.push({ sheet, cell: cellName(at, places[index] ?? 0), code, params: { value: text.slice(0, 40) } })
    const own = classes.filter((one) => folded(one.name) === folded(name.text) && (grade.text === '' || one.grade === gradeOf(grade.text)))
    const why = reasonOf(reason.text)
    const who = { nu: 'F', nam: 'M' }[folded(sex.text)] as 'F' | 'M' | undefined
    const isMinority = { co: true, x: true, khong: false, '': false }[folded(minority.text)]
    const pupils = readCount(count.text)
    const unusable = count.isFormula ? 'formula' : isCountFault(pupils) ? pupils : pupils === null || pupils === 0 ? 'pupils_missing' : null
    if (own.length !== 1) refuse(1, 'class_unknown', name.text)
    if (!why) refuse(2, 'reason_unknown', reason.text)
    if (!who) refuse(3, 'sex_unknown', sex.text)
    if (isMinority === undefined) refuse(4, 'yes_no_unknown', minority.text)
    if (unusable) refuse(5, unusable, count.text)
    if (own.length === 1 && why && who && isMinority !== undefined && !unusable) dropouts.push({ id: uuidv7(), classId: own[0]!.id, reason: why, sex: who, isMinority, pupils: pupils as number })
  }
  return dropouts
}
