import { writeSheets } from '#platform/sheets.ts'
import { columnsOf, REASONS, type ClassRow, type Dropout, type SnapshotKind } from '../model/columns.ts'
import { DROPOUT_HEADINGS, GRADE_HEADING, GRADE_NAMES, headingOf, NAME_HEADING, REASON_NAMES } from './headings.ts'

/** The register as a spreadsheet that `readBookFile` takes in again; empty, it is the form to fill in. */
export function bookFile(kind: SnapshotKind, grades: readonly string[], classes: readonly ClassRow[], dropouts: readonly Dropout[]): Promise<Uint8Array> {
  const columns = columnsOf(kind)
  const counts = {
    name: 'SiSo',
    columns: [
      { header: GRADE_HEADING, width: 20, choices: grades.map((grade) => GRADE_NAMES[grade]!) },
      { header: NAME_HEADING, width: 14 },
      ...columns.map(({ key }) => ({ header: headingOf(key), width: 13 })),
    ],
    rows: classes.map((row) => [GRADE_NAMES[row.grade] ?? '', row.name, ...columns.map(({ key }) => row.numbers[key] ?? null)]),
  }
  if (kind === 'start') return writeSheets([counts])
  const [grade, name, reason, sex, minority, pupils] = DROPOUT_HEADINGS
  const rowOf = new Map(classes.map((row) => [row.id, row]))
  const left = {
    name: 'BoHoc',
    columns: [
      { header: grade, width: 20 },
      { header: name, width: 14 },
      { header: reason, width: 24, choices: REASONS.map((one) => REASON_NAMES[one]) },
      { header: sex, width: 12, choices: ['Nữ', 'Nam'] },
      { header: minority, width: 18, choices: ['Có', 'Không'] },
      { header: pupils, width: 13 },
    ],
    rows: dropouts.map((dropout) => {
      const row = rowOf.get(dropout.classId)
      return [GRADE_NAMES[row?.grade ?? ''] ?? '', row?.name ?? '', REASON_NAMES[dropout.reason], dropout.sex === 'F' ? 'Nữ' : 'Nam', dropout.isMinority ? 'Có' : 'Không', dropout.pupils]
    }),
  }
  return writeSheets([counts, left])
}
