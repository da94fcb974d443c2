import { columnsOf, type ClassRow, type ColumnKey, type Dropout, type SnapshotKind } from '../model/columns.ts'
import { gradeInName } from '../model/grades.ts'
import { isCountFault, readCount, type CountFault } from '../model/read-count.ts'

/** A class as it is typed: what is no number yet stays as it was written. */
export interface DraftClass {
  readonly id: string
  readonly grade: string
  readonly name: string
  readonly cells: Readonly<Partial<Record<ColumnKey, string>>>
}

export interface DraftBook {
  readonly onDay: string
  readonly classes: readonly DraftClass[]
  readonly dropouts: readonly Dropout[]
}

export function newId(): string {
  return crypto.randomUUID()
}

export function draftOf(kind: SnapshotKind, { id, grade, name, numbers }: ClassRow): DraftClass {
  return { id, grade, name, cells: Object.fromEntries(columnsOf(kind).map(({ key }) => [key, numbers[key]?.toString() ?? ''])) }
}

export function emptyClass(grade = '', name = ''): DraftClass {
  return { id: newId(), grade, name, cells: {} }
}

export interface CellFault {
  readonly classId: string
  readonly column: ColumnKey
  readonly fault: CountFault
  readonly value: string
}

/** The numbers that were typed, and what is no number. */
export function readDraft(kind: SnapshotKind, classes: readonly DraftClass[]): { readonly classes: readonly ClassRow[]; readonly faults: readonly CellFault[] } {
  const faults: CellFault[] = []
  const rows = classes.map(({ id, grade, name, cells }) => {
    const numbers: Partial<Record<ColumnKey, number | null>> = {}
    for (const { key } of columnsOf(kind)) {
      const read = readCount(cells[key] ?? '')
      if (isCountFault(read)) faults.push({ classId: id, column: key, fault: read, value: (cells[key] ?? '').slice(0, 30) })
      numbers[key] = isCountFault(read) ? null : read
    }
    return { id, grade, name: name.trim(), numbers }
  })
  return { classes: rows, faults }
}

/** Where a cell stands: columns count from the grade (0) and the name (1). */
export interface Spot {
  readonly row: number
  readonly column: number
}

/** The rows of a range that was copied from a spreadsheet; null when it is a single value. */
export function pastedRows(text: string): readonly (readonly string[])[] | null {
  if (!/[\t\n]/.test(text.trimEnd())) return null
  return text.replace(/\r/g, '').replace(/\n$/, '').split('\n').map((line) => line.split('\t').map((cell) => cell.trim()))
}

/**
 * Writes a copied range from a cell on, with new classes where it goes further down than there are.
 *
 * @param gradeOf  the grade that a cell names, null where it names none
 */
export function paste(kind: SnapshotKind, classes: readonly DraftClass[], spot: Spot, rows: readonly (readonly string[])[], gradeOf: (text: string) => string | null): readonly DraftClass[] {
  const keys = columnsOf(kind).map(({ key }) => key)
  const next = [...classes]
  for (const [down, cells] of rows.entries()) {
    let row = next[spot.row + down] ?? emptyClass()
    for (const [right, text] of cells.entries()) row = withCell(row, spot.column + right, text, keys, gradeOf)
    next[spot.row + down] = row
  }
  return next
}

function withCell(row: DraftClass, column: number, text: string, keys: readonly ColumnKey[], gradeOf: (text: string) => string | null): DraftClass {
  if (column === 0) return { ...row, grade: gradeOf(text) ?? row.grade }
  if (column === 1) return named(row, text, gradeOf)
  const key = keys[column - 2]
  return key ? { ...row, cells: { ...row.cells, [key]: text } } : row
}

/** A class whose name tells its grade gets it, unless one was chosen. */
export function named(row: DraftClass, name: string, gradeOf: (text: string) => string | null): DraftClass {
  const told = gradeInName(name)
  return { ...row, name, grade: row.grade === '' && told !== null ? (gradeOf(told) ?? '') : row.grade }
}
