import { checkValues } from '#core/records/model/check-values.ts'
import type { Kind } from '#core/records/model/kind.ts'
import { changedParts } from '#core/records/model/merge.ts'
import { tidyValues } from '#core/records/model/tidy.ts'
import { columnLetters, type TypedSheet } from '#platform/sheets.ts'
import type { SheetFault } from '../sheet-contract.ts'
import { KINDS } from '../kinds/all.ts'
import { type Cell, columnsOf, type SheetActivity, type SheetColumn } from './columns.ts'

/** A row that can be written, or needs not be. */
export interface ReadRow {
  readonly sheet: string
  readonly row: number
  readonly kind: Kind
  readonly what: 'fresh' | 'changed' | 'same'
  readonly activity: SheetActivity
}

interface Place {
  readonly sheet: string
  readonly row: number
}

const FRESH: SheetActivity = {
  id: '',
  revision: 0,
  state: 'recorded',
  values: { onDay: '', untilDay: null, title: '', place: null, result: null, fields: {}, headCounts: [], cost: null, costSource: null, taskId: null, planId: null, nodeId: null },
}

/** The ids that the rows of a workbook name, to look their activities up. */
export function idsIn(sheets: readonly TypedSheet[]): string[] {
  const ids = sheets.flatMap(({ rows }) => rows.slice(1).map((row) => String(row[0] ?? '').trim()))
  return [...new Set(ids.filter((id) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)))]
}

/**
 * What the rows of a workbook say, and every cell that cannot be. A row that names an activity changes only what differs
 * from it: what the sheet does not show (ages, links) stays.
 *
 * @param known  the activities of the unit by id, as far as rows name them
 */
export function readSheets(sheets: readonly TypedSheet[], known: ReadonlyMap<string, SheetActivity & { readonly kind: string }>): { rows: ReadRow[]; faults: SheetFault[] } {
  const rows: ReadRow[] = []
  const faults: SheetFault[] = []
  const seen = new Map<string, number>()
  for (const sheet of sheets) {
    const filled = sheet.rows.map((cells, at) => ({ cells, row: at + 1 })).filter(({ cells }) => cells.some((cell) => cell !== null && cell !== ''))
    const head = filled[0]
    if (!head) continue
    const opened = openSheet(sheet, head.cells)
    faults.push(...opened.faults)
    if (!opened.kind) continue
    for (const { cells, row } of filled.slice(1)) {
      const read = readRow(opened.kind, opened.columns, sheet, { sheet: sheet.name, row }, cells, known)
      faults.push(...read.faults)
      const { id } = read.activity
      if (id && seen.has(id)) faults.push(faultAt({ sheet: sheet.name, row }, 0, '', 'sheet_id_twice', { row: seen.get(id)! }))
      if (id) seen.set(id, row)
      if (read.faults.length === 0) rows.push({ sheet: sheet.name, row, kind: opened.kind, what: read.what, activity: read.activity })
    }
  }
  if (rows.length === 0 && faults.length === 0) faults.push({ sheet: '', cell: null, row: null, column: null, code: 'sheet_empty', params: {} })
  return { rows, faults }
}

/** Which kind a sheet is of, and where each of its columns stands. */
function openSheet(sheet: TypedSheet, head: readonly Cell[]): { kind: Kind | null; columns: readonly (SheetColumn | null)[]; faults: SheetFault[] } {
  const place = { sheet: sheet.name, row: 1 }
  const marked = /\[([a-z][a-z0-9_]*)\/(\d+)\]/.exec(String(head[0] ?? ''))
  if (!marked) return { kind: null, columns: [], faults: [faultAt(place, 0, '', 'sheet_unknown')] }
  const kind = KINDS.get(marked[1]!)
  if (!kind) return { kind: null, columns: [], faults: [faultAt(place, 0, '', 'sheet_kind_unknown', { kind: marked[1]! })] }
  const version = Number(marked[2])
  if (version !== kind.version) return { kind: null, columns: [], faults: [faultAt(place, 0, '', 'sheet_version', { file: version, now: kind.version })] }
  const all = columnsOf(kind)
  const columns = head.map((title, at) => (at === 0 ? all[0]! : (all.find(({ header }) => header === String(title ?? '').trim()) ?? null)))
  const strange = head.flatMap((title, at) => (columns[at] || title === null ? [] : [faultAt(place, at, String(title), 'sheet_column_unknown', { column: String(title) })]))
  const missing = all.filter((column) => !columns.includes(column)).map(({ header }) => faultAt(place, null, header, 'sheet_column_missing', { column: header }))
  const faults = [...strange, ...missing]
  return { kind: faults.length > 0 ? null : kind, columns, faults }
}

function readRow(kind: Kind, columns: readonly (SheetColumn | null)[], sheet: TypedSheet, place: Place, cells: readonly Cell[], known: ReadonlyMap<string, SheetActivity & { readonly kind: string }>) {
  const faults: SheetFault[] = []
  const id = String(cells[0] ?? '').trim()
  const there = id === '' ? undefined : known.get(id)
  if (id !== '' && there?.kind !== kind.code) faults.push(faultAt(place, 0, columns[0]!.header, 'sheet_id_unknown'))
  if (there?.state === 'removed') faults.push(faultAt(place, 0, columns[0]!.header, 'sheet_removed'))

  const start: SheetActivity = there ?? FRESH
  let activity = start
  let revision = start.revision
  columns.forEach((column, at) => {
    if (!column || column.at === 'id') return
    const address = `${columnLetters(at)}${place.row}`
    if (sheet.formulas.includes(address)) return void faults.push(faultAt(place, at, column.header, 'sheet_formula'))
    if (sheet.merged.includes(address)) return void faults.push(faultAt(place, at, column.header, 'sheet_merged'))
    const read = column.set(activity, cells[at] ?? null)
    if ('fault' in read) return void faults.push(faultAt(place, at, column.header, read.fault))
    if (column.at === 'revision') revision = read.revision
    else if (column.get(read) !== column.get(activity)) activity = read
  })

  const values = tidyValues(kind, activity.values)
  if (values.onDay === '' && !faults.some(({ code }) => code === 'not_day')) faults.push(faultOf(columns, place, 'onDay', 'required'))
  if (faults.length === 0) faults.push(...checkValues(kind, kind.version, values, activity.state === 'draft').map(({ at, code }) => faultOf(columns, place, at, code)))
  const isSame = there !== undefined && there.state === activity.state && changedParts(tidyValues(kind, there.values), values).length === 0
  if (there && !isSame && revision < there.revision) faults.push(faultAt(place, 0, columns[0]!.header, 'sheet_newer'))
  const what = isSame ? ('same' as const) : there ? ('changed' as const) : ('fresh' as const)
  return { what, faults, activity: { ...activity, id, values } }
}

/** A fault of the whole record, at the column that holds the part; of people at the first negative one. */
function faultOf(columns: readonly (SheetColumn | null)[], place: Place, part: string, code: string): SheetFault {
  const at = columns.findIndex((column) => column?.at === part)
  return faultAt(place, at < 0 ? null : at, columns[at]?.header ?? '', code)
}

function faultAt({ sheet, row }: Place, column: number | null, header: string, code: string, params: SheetFault['params'] = {}): SheetFault {
  return { sheet, row, cell: column === null ? null : `${columnLetters(column)}${row}`, column: header || null, code, params }
}
