import { ethnicityIn, sexIn } from '#core/records/model/attendance.ts'
import { AGE_GROUPS, type Audience, type Kind } from '#core/records/model/kind.ts'
import type { Attendee } from '#core/records/model/record.ts'
import { foldVietnamese } from '#platform/i18n/search.ts'
import { columnLetters, type SheetToWrite, type TypedSheet } from '#platform/sheets.ts'
import type { SheetFault } from '../sheet-contract.ts'
import { say } from './words.ts'

/** As many as a record takes. */
export const MOST_ATTENDEES = 3_000

type Column = 'name' | 'audience' | 'sex' | 'age' | 'ethnicity' | 'group'

/** How a list names its columns; lists of classes that schools have anyway are understood as well. */
const HEADERS: Readonly<Record<Column, readonly string[]>> = {
  name: ['ho va ten', 'ho ten', 'ten'],
  audience: ['doi tuong'],
  sex: ['gioi tinh', 'nam/nu', 'nam nu'],
  age: ['do tuoi'],
  ethnicity: ['dan toc'],
  group: ['lop, don vi', 'lop', 'don vi', 'chuc vu'],
}

const audienceWord = (audience: Audience) => say(`records.audience_${audience}`)
const ageWord = (age: Attendee['ageGroup']) => say(`records.age_${age || 'unknown'}`)
const SEX_WORD = { F: say('records.sex_female'), M: say('records.sex_male'), '': null } as const
const ETHNICITY_WORD = { minority: say('records.ethnicity_minority'), majority: say('records.ethnicity_majority'), '': null } as const

/** The list as a sheet; empty it is the form to fill in. */
export function attendanceSheet(kind: Kind, attendees: readonly Attendee[]): SheetToWrite {
  const ages = AGE_GROUPS.filter((age) => age !== '')
  return {
    name: 'DanhSach',
    columns: [
      { header: say('activities.attendance_name'), width: 32 },
      { header: say('activities.audience'), width: 20, choices: kind.audiences.map(audienceWord) },
      { header: say('activities.attendance_sex'), width: 12, choices: [SEX_WORD.F, SEX_WORD.M] },
      { header: say('activities.attendance_age'), width: 14, choices: ages.map(ageWord) },
      { header: say('activities.attendance_ethnicity'), width: 20, choices: [ETHNICITY_WORD.majority, ETHNICITY_WORD.minority] },
      { header: say('activities.attendance_group'), width: 24 },
    ],
    rows: attendees.map(({ fullName, audience, sex, ageGroup, ethnicity, group }) => [fullName, audienceWord(audience), SEX_WORD[sex], ageGroup ? ageWord(ageGroup) : null, ETHNICITY_WORD[ethnicity], group]),
  }
}

/**
 * Names out of a sheet, and every cell that cannot be. Columns are found by their headers in the first row that has one
 * for names; others are passed over. Who names no audience is of the first that the kind counts, pupils before others.
 */
export function readAttendance(kind: Kind, { name: sheet, rows, formulas, merged }: TypedSheet): { attendees: Attendee[]; faults: SheetFault[] } {
  const texts = rows.map((cells) => cells.map((cell) => (cell === null ? '' : String(cell).trim())))
  const head = texts.findIndex((cells) => columnAt(cells, 'name') >= 0)
  const fault = (row: number, at: number, code: string): SheetFault => ({ sheet, row: row + 1, cell: `${columnLetters(at)}${row + 1}`, column: texts[head]?.[at] || null, code, params: {} })
  if (head < 0) return { attendees: [], faults: [fault(0, 0, 'list_unknown')] }
  const places = (Object.keys(HEADERS) as Column[]).map((column) => ({ column, at: columnAt(texts[head]!, column) })).filter(({ at }) => at >= 0)
  const usual = kind.audiences.includes('pupils') ? 'pupils' : kind.audiences[0]!
  const faults: SheetFault[] = []
  const attendees = texts.flatMap((cells, row): Attendee[] => {
    if (row <= head || places.every(({ at }) => !cells[at])) return []
    const address = (at: number) => `${columnLetters(at)}${row + 1}`
    let attendee: Attendee = { fullName: '', audience: usual, sex: '', ageGroup: '', ethnicity: '', group: null }
    const wrong: SheetFault[] = []
    for (const { column, at } of places) {
      const part = formulas.includes(address(at)) ? 'sheet_formula' : merged.includes(address(at)) ? 'sheet_merged' : partOf(kind, column, cells[at] ?? '')
      if (typeof part === 'string') wrong.push(fault(row, at, part))
      else attendee = { ...attendee, ...part }
    }
    faults.push(...wrong)
    return wrong.length > 0 ? [] : [attendee]
  })
  if (attendees.length > MOST_ATTENDEES) faults.push(fault(MOST_ATTENDEES + head + 1, 0, 'too_long'))
  if (attendees.length === 0 && faults.length === 0) faults.push(fault(head, 0, 'sheet_empty'))
  return { attendees, faults }
}

function columnAt(cells: readonly string[], column: Column): number {
  return cells.findIndex((cell) => HEADERS[column].includes(foldVietnamese(cell).replace(/\s+/g, ' ')))
}

/** What a cell says of somebody, or the code of what is wrong with it. */
function partOf(kind: Kind, column: Column, text: string): Partial<Attendee> | string {
  if (column === 'name') return text === '' ? 'required' : /\p{L}/u.test(text) ? { fullName: text.slice(0, 200) } : 'not_text'
  if (text === '') return {}
  const isWord = (word: string) => foldVietnamese(word) === foldVietnamese(text)
  if (column === 'group') return { group: text.slice(0, 200) }
  if (column === 'audience') {
    const audience = kind.audiences.find((one) => isWord(audienceWord(one)))
    return audience ? { audience } : 'not_choice'
  }
  if (column === 'age') {
    const ageGroup = AGE_GROUPS.find((age) => isWord(ageWord(age)))
    return ageGroup === undefined ? 'not_choice' : { ageGroup }
  }
  if (column === 'sex') {
    const sex = sexIn(text)
    return sex ? { sex } : 'not_choice'
  }
  const ethnicity = ethnicityIn(text)
  return ethnicity ? { ethnicity } : 'not_choice'
}
