import { openZip } from '@songhanh/vanban/files/zip'
import { UnreadableFile } from '@songhanh/vanban/files/unreadable'
import { parseCsv } from 'hucre/csv'
import { readXlsx, writeXlsx, type CellValue, type WriteSheet } from 'hucre/xlsx'

// The only place that knows the spreadsheet library.

/** Rows of a table that a person prepared; cells are text, days as `2026-05-28`, empty ones ''. */
export interface SheetRow {
  /** As the spreadsheet program numbers it, from 1. */
  readonly number: number
  readonly cells: readonly string[]
}

export type SheetFault = 'empty' | 'wrong_type' | 'legacy_xls' | 'encrypted' | 'bomb' | 'broken' | 'not_utf8' | 'too_long'

/** A file that gives no table. */
export class UnreadableSheet extends Error {
  override name = 'UnreadableSheet'
  readonly fault: SheetFault

  constructor(fault: SheetFault, options?: ErrorOptions) {
    super(fault, options)
    this.fault = fault
  }
}

/** More rows than the country has schools. */
export const MOST_ROWS = 60_000

/**
 * The rows of the first visible sheet of an XLSX file, or of a CSV file in UTF-8 or UTF-16 with commas, semicolons or
 * tabs; rows without any text are left out.
 *
 * An XLSX file is unpacked under the limits of the document reader before the library sees it.
 *
 * @throws UnreadableSheet
 */
export async function readSheet(bytes: Uint8Array): Promise<SheetRow[]> {
  if (bytes.length === 0) throw new UnreadableSheet('empty')
  const rows = startsWith(bytes, [0x50, 0x4b]) ? await readWorkbook(bytes) : readText(bytes)
  const filled = rows.map((cells, at) => ({ number: at + 1, cells: cells.map(textOf) })).filter((row) => row.cells.some((cell) => cell !== ''))
  if (filled.length === 0) throw new UnreadableSheet('empty')
  if (filled.length > MOST_ROWS) throw new UnreadableSheet('too_long')
  return filled
}

async function readWorkbook(bytes: Uint8Array): Promise<readonly (readonly CellValue[])[]> {
  await checkArchive(bytes)
  try {
    const { sheets } = await readXlsx(bytes, { sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden, maxRows: MOST_ROWS + 20 })
    return sheets[0]?.rows ?? []
  } catch (cause) {
    throw new UnreadableSheet('broken', { cause })
  }
}

async function checkArchive(bytes: Uint8Array): Promise<void> {
  try {
    const archive = await openZip(bytes)
    if (!archive.names.includes('[Content_Types].xml') || !archive.names.some((name) => name.startsWith('xl/'))) throw new UnreadableSheet('wrong_type')
    for (const name of archive.names) await archive.read(name)
  } catch (cause) {
    if (!(cause instanceof UnreadableFile)) throw cause
    throw new UnreadableSheet(cause.reason === 'bomb' || cause.reason === 'encrypted' ? cause.reason : 'broken', { cause })
  }
}

function readText(bytes: Uint8Array): readonly (readonly CellValue[])[] {
  // The container of .xls files and of encrypted .xlsx files.
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new UnreadableSheet('legacy_xls')
  const text = decode(bytes)
  if (text.includes('\0')) throw new UnreadableSheet('wrong_type')
  return parseCsv(text, { skipBom: true, typeInference: false })
}

function decode(bytes: Uint8Array): string {
  const encoding = startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : 'utf-8'
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new UnreadableSheet('not_utf8', { cause })
  }
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, at) => bytes[at] === byte)
}

/** A day that a cell holds is a calendar day at midnight UTC, whatever the machine's time zone. */
function textOf(value: CellValue): string {
  if (value === null) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10)
  return String(value).normalize('NFC').replace(/\s+/g, ' ').trim()
}

export interface SheetToWrite {
  /** Without blanks: the library writes references to it unquoted. */
  readonly name: string
  readonly columns: readonly { readonly header: string; readonly width: number; readonly choices?: readonly string[]; readonly isNumber?: boolean }[]
  readonly rows: readonly (readonly (string | number | null)[])[]
}

/** An XLSX file with a bold heading that stays in view, and lists to choose from where a column has choices. */
export async function writeSheets(sheets: readonly SheetToWrite[]): Promise<Uint8Array> {
  return writeXlsx({ sheets: sheets.map(sheetOf) })
}

function sheetOf({ name, columns, rows }: SheetToWrite): WriteSheet {
  const heading = columns.map((column, at) => [`0,${at}`, { value: column.header, style: { font: { bold: true }, alignment: { wrapText: true } } }] as const)
  return {
    name,
    columns: columns.map(({ width, isNumber }) => ({ width, numFmt: isNumber ? '#,##0' : '@' })),
    rows: [columns.map((column) => column.header), ...rows.map((row) => [...row])],
    cells: new Map(heading),
    freezePane: { rows: 1 },
    dataValidations: columns.flatMap(({ choices }, at) => {
      const letter = columnLetters(at)
      return choices ? [{ type: 'list' as const, values: [...choices], allowBlank: true, showErrorMessage: false, range: `${letter}2:${letter}5000` }] : []
    }),
  }
}

/** `C7` of the third column and seventh row. */
export function cellName(row: number, column: number): string {
  return `${columnLetters(column)}${row + 1}`
}

/** Letters of a column, from 0: A, B … Z, AA. */
export function columnLetters(at: number): string {
  return (at >= 26 ? columnLetters(Math.floor(at / 26) - 1) : '') + String.fromCharCode(65 + (at % 26))
}

/** A sheet with its cells as they were typed: numbers as numbers, days as `2026-05-28`. */
export interface TypedSheet {
  readonly name: string
  readonly rows: readonly (readonly (string | number | boolean | null)[])[]
  /** Addresses of cells that are calculated, such as `C7`. */
  readonly formulas: readonly string[]
  /** Addresses of cells that are joined with others. */
  readonly merged: readonly string[]
}

/** More joined cells than this are not looked at one by one. */
const MOST_MERGED = 20_000

/**
 * Every visible sheet of an XLSX file, unpacked under the limits of the document reader.
 * @throws UnreadableSheet
 */
export async function readTypedSheets(bytes: Uint8Array, mostRows: number): Promise<TypedSheet[]> {
  if (bytes.length === 0) throw new UnreadableSheet('empty')
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new UnreadableSheet('legacy_xls')
  if (!startsWith(bytes, [0x50, 0x4b])) throw new UnreadableSheet('wrong_type')
  await checkArchive(bytes)
  const { sheets } = await readXlsx(bytes, { sheets: ({ hidden, veryHidden }) => !hidden && !veryHidden, maxRows: mostRows + 20 }).catch((cause: unknown) => {
    throw new UnreadableSheet('broken', { cause })
  })
  if (sheets.some(({ rows }) => rows.length > mostRows)) throw new UnreadableSheet('too_long')
  return sheets.map(({ name, rows, cells, merges }) => ({
    name,
    rows: rows.map((row) => row.map(typedValue)),
    formulas: [...(cells ?? [])].filter(([, cell]) => cell.formula !== undefined).map(([place]) => addressOf(place)),
    merged: (merges ?? []).flatMap(addressesOf).slice(0, MOST_MERGED),
  }))
}

function typedValue(value: CellValue): string | number | boolean | null {
  if (typeof value === 'number' || typeof value === 'boolean') return value
  // Lines of a text are kept apart.
  if (typeof value === 'string') return value.normalize('NFC').replace(/\r\n?/g, '\n').trim() || null
  return textOf(value) || null
}

/** `6,2` (row, column, from 0) → `C7`. */
function addressOf(place: string): string {
  const [row = 0, column = 0] = place.split(',').map(Number)
  return `${columnLetters(column)}${row + 1}`
}

function addressesOf({ startRow, endRow, startCol, endCol }: { startRow: number; endRow: number; startCol: number; endCol: number }): string[] {
  const found: string[] = []
  for (let row = startRow; row <= endRow && found.length < MOST_MERGED; row++) {
    for (let column = startCol; column <= endCol && found.length < MOST_MERGED; column++) found.push(`${columnLetters(column)}${row + 1}`)
  }
  return found
}
