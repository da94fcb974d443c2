import { cellName, type TypedSheet } from '#platform/sheets.ts'
import type { Body, Cell } from './body.ts'
import type { CellEntry, Entries } from './entries.ts'
import { outsideOf } from './entries.ts'
import { partsOf, type Form, type FormPart } from './form.ts'
import { jumpOf } from './checks.ts'
import { MOST } from './refuse-strange.ts'
import { jumpNote, noteOf, readRowNotes } from './sheet-notes.ts'
import { ABOUT, ABOUT_LINES, CODE, ESTIMATE, INDICATORS, NOTE, RESULT, shownOf, STATES } from './sheet.ts'

type Value = TypedSheet['rows'][number][number]
export type FaultCode =
  | 'other_report' | 'other_form' | 'no_about' | 'no_heading' | 'column_missing' | 'sheet_unknown' | 'row_unknown' | 'row_twice' | 'not_asked' | 'closed'
  | 'formula' | 'merged' | 'negative' | 'decimal' | 'too_big' | 'not_number'

export interface SheetFault {
  readonly sheet: string
  readonly cell: string | null
  readonly place: string | null
  readonly code: FaultCode
  readonly params: Readonly<Record<string, string | number>>
}

export interface SheetChange {
  readonly sheet: string
  readonly cell: string
  readonly place: string
  readonly key: string
  readonly was: number | string
  readonly becomes: number | string | null
  readonly before: CellEntry | null
  readonly after: CellEntry | null
  /** The answer to the jump of the figure, where the file has another one; null leaves it. */
  readonly said: { readonly before: string; readonly after: string | null } | null
}

export interface ReportOfSheet {
  readonly reportId: string
  readonly form: Form
  readonly body: Body
  readonly entries: Entries
  readonly openFields: readonly string[] | null
}

interface Reading {
  readonly changes: SheetChange[]
  readonly faults: SheetFault[]
  same: number
}

/**
 * What a workbook that was filled in offline gives otherwise than the report. Formulas, joined cells and what is no number
 * that the figure can be are refused by their address, not guessed; an empty cell leaves the computed figure.
 */
export function readFigureSheets(report: ReportOfSheet, sheets: readonly TypedSheet[]): Reading {
  const reading: Reading = { changes: [], faults: [], same: 0 }
  const stranger = strangeFile(report, sheets)
  if (stranger) return { ...reading, faults: [stranger] }
  const parts = partsOf(report.form)
  for (const sheet of sheets) {
    if (sheet.name === ABOUT) continue
    const asked = sheet.name === INDICATORS ? parts.filter(({ kind }) => kind === 'figures') : parts.filter((part) => part.kind === 'table' && part.table.code === sheet.name)
    if (asked.length === 0) reading.faults.push({ sheet: sheet.name, cell: null, place: null, code: 'sheet_unknown', params: { sheet: sheet.name } })
    else readSheet(report, sheet, asked, reading)
  }
  return reading
}

/** A file of another report, of another version of the form, or none of ours. */
function strangeFile({ reportId, form }: ReportOfSheet, sheets: readonly TypedSheet[]): SheetFault | null {
  const lines = new Map((sheets.find(({ name }) => name === ABOUT)?.rows ?? []).map(([name, value]) => [String(name ?? ''), String(value ?? '')]))
  const fault = (code: FaultCode, params: SheetFault['params'] = {}): SheetFault => ({ sheet: ABOUT, cell: null, place: null, code, params })
  if (!lines.has(ABOUT_LINES.report)) return fault('no_about', { sheet: ABOUT })
  if (lines.get(ABOUT_LINES.form) !== `${form.code} ${form.version}`) return fault('other_form', { file: lines.get(ABOUT_LINES.form) ?? '', report: `${form.code} ${form.version}` })
  if (lines.get(ABOUT_LINES.report) !== reportId) return fault('other_report', { round: lines.get(ABOUT_LINES.round) ?? '', unit: lines.get(ABOUT_LINES.unit) ?? '' })
  return null
}

interface Column {
  readonly at: number
  readonly label: string
  readonly field: 'value' | 'estimate' | 'note' | 'rowNotes'
  /** Of a table: the key of its column. */
  readonly key: string | null
}

function readSheet(report: ReportOfSheet, sheet: TypedSheet, asked: readonly FormPart[], reading: Reading): void {
  const headings = (sheet.rows[0] ?? []).map((value) => folded(String(value ?? '')))
  const codeAt = headings.indexOf(folded(CODE))
  if (codeAt < 0) {
    reading.faults.push({ sheet: sheet.name, cell: null, place: null, code: 'no_heading', params: { column: CODE } })
    return
  }
  const columns = columnsOf(asked, headings, sheet.name, reading)
  const cells = new Map(report.body.parts.flatMap((part) => (part.kind === 'figures' || part.kind === 'table' ? part.cells.map((cell) => [cell.key, cell] as const) : [])))
  const rowKeys = new Map(asked.flatMap(rowsOf))
  const marks = { formulas: new Set(sheet.formulas), merged: new Set(sheet.merged) }
  const seen = new Set<string>()
  for (const [at, row] of sheet.rows.entries()) {
    if (at === 0 || row.every((value) => value === null)) continue
    const code = String(row[codeAt] ?? '').trim()
    const known = rowKeys.get(code)
    if (!known || seen.has(code)) {
      reading.faults.push({ sheet: sheet.name, cell: cellName(at, codeAt), place: null, code: known ? 'row_twice' : 'row_unknown', params: { value: code || String(row[codeAt + 1] ?? '') } })
      continue
    }
    seen.add(code)
    readRow(report, sheet, { at, row, key: (column) => (known.label === null ? `${known.part}/${code}` : `${known.part}/${code}/${column}`), label: known.label }, columns, cells, marks, reading)
  }
}

/** The codes of a part's rows; an indicator has no label of its own. */
function rowsOf(part: FormPart): [string, { part: string; label: string | null }][] {
  if (part.kind === 'figures') return part.codes.map((code) => [code, { part: part.key, label: null }])
  return part.kind === 'table' ? part.table.rows.map((row) => [row.key, { part: part.key, label: row.label }]) : []
}

/** Where the columns that are read stand; one that the file has lost is told. */
function columnsOf(asked: readonly FormPart[], headings: readonly string[], sheet: string, { faults }: Reading): Column[] {
  const [part] = asked
  const wanted: Omit<Column, 'at'>[] =
    part?.kind === 'table'
      ? [
          ...part.table.columns.filter(({ share }) => !share).map(({ key, label }) => ({ key, label, field: 'value' as const })),
          { key: null, label: NOTE, field: 'rowNotes' as const },
        ]
      : [
          { key: null, label: RESULT, field: 'value' },
          { key: null, label: ESTIMATE, field: 'estimate' },
          { key: null, label: NOTE, field: 'note' },
        ]
  return wanted.flatMap((column) => {
    const at = headings.indexOf(folded(column.label))
    if (at >= 0) return [{ ...column, at }]
    faults.push({ sheet, cell: null, place: null, code: 'column_missing', params: { column: column.label } })
    return []
  })
}

interface SheetRow {
  readonly at: number
  readonly row: readonly Value[]
  readonly key: (column: string | null) => string
  readonly label: string | null
}

function readRow(
  report: ReportOfSheet,
  { name: sheet }: TypedSheet,
  { at, row, key: keyOf, label }: SheetRow,
  columns: readonly Column[],
  cells: ReadonlyMap<string, Cell>,
  { formulas, merged }: { formulas: ReadonlySet<string>; merged: ReadonlySet<string> },
  reading: Reading,
): void {
  const changed = new Map<string, { address: string; place: string; cell: Cell; entry: CellEntry; said: SheetChange['said'] }>()
  const entryOf = (key: string) => changed.get(key)?.entry ?? report.entries.cells[key] ?? { state: 'auto', value: null, estimate: null, note: null }
  const change = (key: string, cell: Cell, entry: CellEntry, address: string, place: string, said: SheetChange['said'] = null) => changed.set(key, { address, place, ...changed.get(key), cell, entry, said })
  const note = (key: string, cell: Cell, said: string | null, address: string, place: string) => {
    if (said === noteOf(cell, report.entries.notes)) return
    const answered = jumpNote(key, report.entries.notes)
    if (answered !== null) change(key, cell, entryOf(key), address, place, { before: report.entries.notes[`jump:${key}`]!, after: said })
    else change(key, cell, { ...entryOf(key), note: said }, address, place)
  }
  for (const { at: columnAt, label: heading, field, key: columnKey } of columns) {
    const key = keyOf(columnKey)
    const cell = cells.get(key)
    const [value, address] = [row[columnAt] ?? null, cellName(at, columnAt)]
    if (field === 'rowNotes') {
      const figures = columns.flatMap(({ key: of, label: name }) => (of !== null && cells.has(keyOf(of)) ? [{ key: keyOf(of), label: name, cell: cells.get(keyOf(of))! }] : []))
      const isWrong = merged.has(address) ? 'merged' : formulas.has(address) ? 'formula' : null
      if (isWrong) reading.faults.push({ sheet, cell: address, place: `${label}, ${heading}`, code: isWrong, params: { cell: address, value: String(value ?? '') } })
      else if (figures.length > 0) {
        for (const { key: of, cell: figure, label: name, said } of notesOf(String(value ?? ''), figures, entryOf)) note(of, figure, said, address, `${label}, ${name}`)
      }
      continue
    }
    const place = `${label ?? cell?.name ?? key.split('/').at(-1)!}, ${heading}`
    const fault = (code: FaultCode, params: SheetFault['params'] = {}) => void reading.faults.push({ sheet, cell: address, place, code, params: { cell: address, value: String(value ?? ''), ...params } })
    if (merged.has(address)) fault('merged')
    else if (formulas.has(address)) fault('formula')
    else if (!cell) {
      if (value !== null) fault('not_asked')
    } else {
      const entry = entryOf(key)
      if (field === 'note') {
        note(key, cell, value === null ? null : String(value), address, place)
        continue
      }
      const next = withNumber(entry, cell, field, value, label !== null)
      if (typeof next === 'string') fault(next)
      else if (!isSame(next, entry)) change(key, cell, next, address, place)
      else if (field === 'value') reading.same++
    }
  }
  for (const [key, { address, place, cell, entry, said }] of changed) {
    const before = report.entries.cells[key] ?? null
    const after = entry.state === 'auto' && entry.estimate === null && entry.note === null ? null : entry
    if (outsideOf(report.openFields, [{ kind: 'cells', key, before, after }]).length > 0) reading.faults.push({ sheet, cell: address, place, code: 'closed', params: { cell: address } })
    else reading.changes.push({ sheet, cell: address, place, key, was: shownOf(cell), becomes: becomesOf({ ...entry, note: said ? said.after : entry.note }, cell), before, after, said })
  }
}

interface RowFigure {
  readonly key: string
  readonly label: string
  readonly cell: Cell
}

/** What the notes of a row say to each of its figures; a note without a heading to the one that jumps, else the first. */
function notesOf(text: string, figures: readonly RowFigure[], entryOf: (key: string) => CellEntry): (RowFigure & { readonly said: string | null })[] {
  const jumping = figures.findIndex(({ key, cell }) => jumpOf(entryOf(key).value ?? cell.value, cell.previous) !== null)
  const notes = readRowNotes(text, figures.map(({ label }) => label), Math.max(0, jumping))
  return figures.map((figure, at) => ({ ...figure, said: notes[at] ?? null }))
}

function becomesOf({ state, value, note }: CellEntry, cell: Cell): number | string {
  const figure = figureOf({ state, value }, cell)
  return note !== null && note !== cell.note ? `${figure} (${note})` : figure
}

function figureOf({ state, value }: Pick<CellEntry, 'state' | 'value'>, cell: Cell): number | string {
  if (state === 'not_applicable') return STATES.not_applicable
  return state === 'value' ? value! : (cell.computed ?? STATES.no_data)
}

function isSame(a: CellEntry, b: CellEntry): boolean {
  return a.state === b.state && a.value === b.value && a.estimate === b.estimate && a.note === b.note
}

/** The entry with what a cell says, or why that cannot be. What the report shows already changes nothing. */
function withNumber(entry: CellEntry, cell: Cell, field: 'value' | 'estimate', value: Value, isCount: boolean): CellEntry | FaultCode {
  const text = typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : null
  if (field === 'estimate') {
    const number = value === null ? null : numberOf(value)
    if (typeof number === 'string') return number
    return number !== null && isWrong(number, isCount) ? isWrong(number, isCount)! : { ...entry, estimate: number }
  }
  const auto: CellEntry = { ...entry, state: 'auto', value: null }
  if (value === null || (text !== null && folded(text) === folded(STATES.no_data))) return auto
  if (text !== null && folded(text) === folded(STATES.not_applicable)) return cell.state === 'not_applicable' && entry.state === 'auto' ? entry : { ...entry, state: 'not_applicable', value: null }
  const number = numberOf(value)
  if (typeof number === 'string') return number
  const wrong = isWrong(number, isCount)
  if (wrong) return wrong
  if (number === cell.value) return entry
  return number === cell.computed ? auto : { ...entry, state: 'value', value: number }
}

function isWrong(number: number, isCount: boolean): FaultCode | null {
  if (number < 0) return 'negative'
  if (isCount && !Number.isInteger(number)) return 'decimal'
  return number >= MOST ? 'too_big' : null
}

/** A number as it is typed, also as text: 1200, 1.200, 12,5. */
function numberOf(value: Exclude<Value, null>): number | FaultCode {
  if (typeof value === 'number') return Number.isFinite(value) ? value : 'not_number'
  if (typeof value === 'boolean') return 'not_number'
  const text = value.replace(/[\s ]/g, '')
  if (/^-?\d{1,3}(\.\d{3})+$/.test(text)) return Number(text.replaceAll('.', ''))
  return /^-?\d+(,\d+)?$/.test(text) ? Number(text.replace(',', '.')) : 'not_number'
}

function folded(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim()
}
