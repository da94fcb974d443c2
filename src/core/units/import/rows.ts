import type { PlainDate } from '#platform/clock.ts'
import type { Form, Level, Ownership, SchoolLevel } from '../model/unit.ts'
import type { Column, FaultCode } from '../model/import-faults.ts'
import { readDay, readForm, readLevel, readOwnership, readSchoolLevels } from './values.ts'

/** A row of the file under the headings that were found. */
export interface ImportRow {
  /** Number of the row in the file. */
  readonly row: number
  readonly cells: Readonly<Partial<Record<Column, string>>>
}

export interface Fault {
  readonly row: number
  readonly column: Column
  readonly code: FaultCode
  readonly params: Readonly<Record<string, string | number>>
}

/** A row as it was read; what is missing or unreadable is undefined or empty. */
export interface Draft {
  readonly row: number
  readonly code: string | null
  readonly name: string
  readonly level: Level | undefined
  readonly schoolLevels: readonly SchoolLevel[] | undefined
  readonly form: Form | undefined
  readonly ownership: Ownership | undefined
  readonly area: string
  readonly administrative: string
  readonly professional: string
  readonly symbol: string
  readonly place: string
  readonly from: PlainDate | undefined
  readonly faults: readonly Fault[]
}

/** Reads the cells of a row. Level, levels of schooling and form may stand in the name: “Trường Mầm non …”. */
export function readRow({ row, cells }: ImportRow): Draft {
  const faults: Fault[] = []
  const fault = (column: Column, code: FaultCode, params: Fault['params'] = {}) => {
    faults.push({ row, column, code, params })
  }
  const cell = (column: Column) => cells[column]?.trim() ?? ''
  /** The value of a cell: undefined when it is empty, a fault when it means nothing. */
  const value = <T>(column: Column, code: FaultCode, read: (text: string) => T | undefined): T | undefined => {
    const text = cell(column)
    const found = text === '' ? undefined : read(text)
    if (text !== '' && found === undefined) fault(column, code, { value: text.slice(0, 60) })
    return found
  }

  const name = cell('name')
  if (name === '') fault('name', 'name_missing')
  if (name.length > 250) fault('name', 'name_too_long')
  const level = value('level', 'level_unknown', readLevel) ?? readLevel(name)
  if (!level && cell('level') === '' && name !== '') fault('level', 'level_unknown', { value: '' })
  const code = cell('code')
  if (code.length > 40) fault('code', 'code_unusable')
  const isSchool = level === 'school'
  const inCell = value('schoolLevels', 'school_levels_unknown', (text) => (readSchoolLevels(text).length > 0 || readForm(text) === 'continuing' ? readSchoolLevels(text) : undefined))
  const inName = isSchool ? readSchoolLevels(name) : []
  const form = value('form', 'form_unknown', readForm) ?? (isSchool ? formInName(name) : undefined)
  return {
    row,
    code: code || null,
    name,
    level,
    schoolLevels: inCell ?? (inName.length > 0 ? inName : undefined),
    form,
    ownership: value('ownership', 'ownership_unknown', readOwnership),
    area: cell('area'),
    administrative: cell('administrative'),
    professional: cell('professional'),
    symbol: cell('symbol').slice(0, 40),
    place: cell('place').slice(0, 100),
    from: value('from', 'day_unknown', readDay),
    faults,
  }
}

/** Only what a name says for certain: “Phổ thông” in a name is no form. */
function formInName(name: string): Form | undefined {
  const form = readForm(name)
  return form === 'ordinary' ? undefined : form
}
