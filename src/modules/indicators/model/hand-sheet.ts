import type { HandRow, SheetOutcome } from '../hand-contract.ts'
import type { HandValues } from './hand.ts'
import { handFault } from './hand.ts'

// The workbook that goes out is the one that comes in.

export const COLUMNS = ['code', 'name', 'to', 'partName', 'part', 'partWomen', 'wholeName', 'whole', 'wholeWomen', 'value', 'valueWomen', 'yes', 'note'] as const
export type SheetColumn = (typeof COLUMNS)[number]

const WOMEN = ['partWomen', 'wholeWomen', 'valueWomen'] as const
const NUMBERS = ['part', 'whole', 'value', ...WOMEN] as const

export const HEADINGS: Readonly<Record<SheetColumn, string>> = {
  code: 'Mã', name: 'Chỉ tiêu', to: 'Tính đến ngày', partName: 'Tử số là', part: 'Tử số', partWomen: 'Tử số: nữ', wholeName: 'Mẫu số là', whole: 'Mẫu số', wholeWomen: 'Mẫu số: nữ', value: 'Số lượng', valueWomen: 'Số lượng: nữ', yes: 'Có/Không', note: 'Ghi chú',
}

/** Rows of the workbook: one for every figure that is or may be entered. */
export function sheetRows(rows: readonly HandRow[]): (string | number | null)[][] {
  return rows.flatMap(({ code, name, hand, spans }) =>
    spans.map(({ to, figure }) => [
      code,
      name.vi,
      dayText(to),
      hand.kind === 'share' ? hand.part.vi : '',
      figure?.part ?? null,
      figure?.partWomen ?? null,
      hand.kind === 'share' || hand.kind === 'whole' ? hand.whole.vi : '',
      figure?.whole ?? null,
      figure?.wholeWomen ?? null,
      figure?.value ?? null,
      figure?.valueWomen ?? null,
      figure?.yes === null || figure === null ? null : figure.yes ? 'Có' : 'Không',
      figure?.note ?? null,
    ]),
  )
}

function dayText(day: string): string {
  return day.split('-').toReversed().join('/')
}

export interface SheetEntry {
  readonly code: string
  readonly to: string
  readonly values: HandValues
  readonly note: string | null
}

export interface ReadSheet {
  readonly entries: readonly SheetEntry[]
  readonly same: number
  readonly faults: SheetOutcome['faults']
}

/** Reads the rows of a workbook against what may be entered. Rows without a figure are left alone: empty is not 0. */
export function readSheetRows(rows: readonly { readonly row: number; readonly cells: Readonly<Record<string, string>> }[], known: readonly HandRow[]): ReadSheet {
  const entries: SheetEntry[] = []
  const faults: SheetOutcome['faults'] = []
  let same = 0
  for (const { row, cells } of rows) {
    const cell = (column: SheetColumn) => (cells[column] ?? '').trim()
    if ((['part', 'whole', 'value', 'yes'] as const).every((column) => cell(column) === '')) continue
    const fault = (column: SheetColumn, code: SheetOutcome['faults'][number]['code']) => faults.push({ row, column, code, value: cell(column).slice(0, 60) })
    const wanted = known.find(({ code }) => code === cell('code').toUpperCase())
    const to = dayOf(cell('to'))
    const span = wanted?.spans.find((one) => one.to === to)
    const numbers = NUMBERS.map((column) => ({ column, number: numberOf(cell(column)) }))
    const yes = yesOf(cell('yes'))
    const wrong = numbers.find(({ number }) => number === undefined)
    if (!wanted) fault('code', 'code_unknown')
    else if (!span) fault('to', 'span_unknown')
    else if (wrong) fault(wrong.column, 'number_wrong')
    else if (yes === undefined) fault('yes', 'yes_wrong')
    else {
      const told = (column: (typeof NUMBERS)[number]) => numbers.find((one) => one.column === column)?.number ?? null
      const values = { part: told('part'), whole: told('whole'), value: told('value'), partWomen: told('partWomen'), wholeWomen: told('wholeWomen'), valueWomen: told('valueWomen'), yes }
      const problem = handFault(wanted, values)
      if (problem === 'part_above_whole') fault('part', 'part_above_whole')
      else if (problem === 'women_above_all' || problem === 'women_not_asked') fault(WOMEN.find((column) => values[column] !== null) ?? 'partWomen', 'women_wrong')
      else if (problem === 'incomplete' || problem === 'not_wanted') fault(columnOf(wanted), 'incomplete')
      else if (problem) fault(columnOf(wanted), 'number_wrong')
      else if (isSame(span.figure, values, cell('note'))) same += 1
      else entries.push({ code: wanted.code, to: span.to, values, note: cell('note') || null })
    }
  }
  return { entries, same, faults }
}

function columnOf({ hand }: HandRow): SheetColumn {
  return hand.kind === 'share' ? 'part' : hand.kind
}

function isSame(figure: HandRow['spans'][number]['figure'], values: HandValues, note: string): boolean {
  if (!figure) return false
  const equal = (a: string | null, b: string | null) => (a === null || b === null ? a === b : Number(a) === Number(b))
  if (WOMEN.some((column) => !equal(figure[column], values[column]))) return false
  return equal(figure.part, values.part) && equal(figure.whole, values.whole) && equal(figure.value, values.value) && figure.yes === values.yes && (figure.note ?? '') === note
}

/** `1.250`, `12,5`, `1250` → a decimal number; '' → null; anything else undefined. */
function numberOf(text: string): string | null | undefined {
  if (text === '') return null
  const plain = /^\d{1,3}(\.\d{3})+(,\d+)?$/.test(text) ? text.replaceAll('.', '').replace(',', '.') : text.replace(',', '.')
  return /^\d{1,15}(\.\d{1,4})?$/.test(plain) ? plain : undefined
}

function yesOf(text: string): boolean | null | undefined {
  if (text === '') return null
  const word = text.toLowerCase()
  if (['có', 'co', 'x', '1', 'yes'].includes(word)) return true
  return ['không', 'khong', '0', 'no'].includes(word) ? false : undefined
}

/** `31/12/2026` or `2026-12-31`. */
function dayOf(text: string): string {
  const found = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text)
  return found ? `${found[3]}-${found[2]!.padStart(2, '0')}-${found[1]!.padStart(2, '0')}` : text.slice(0, 10)
}

/** The column that a heading names. */
export function columnOfHeading(heading: string): SheetColumn | null {
  return COLUMNS.find((column) => HEADINGS[column].toLowerCase() === heading.trim().toLowerCase()) ?? null
}
