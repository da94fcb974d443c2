import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseCsv } from 'hucre/csv'
import { AppError } from '#platform/errors.ts'
import type { FormedArea, OldArea } from '../model/area-links.ts'

/** Where the files lie that ship with the product. */
export const REFERENCE_FOLDER = join(import.meta.dirname, '../reference')

export interface NewArea {
  readonly code: string
  readonly type: string
  readonly name: string
  readonly fullName: string
  /** Code of its province; null for a province. */
  readonly parentCode: string | null
}

export interface ReferenceFiles {
  readonly old: readonly OldArea[]
  readonly now: readonly NewArea[]
  readonly formed: readonly FormedArea[]
  /** What a unit was called before 30/4/2026, by code. */
  readonly before: ReadonlyMap<string, { readonly type: string; readonly fullName: string }>
}

/** The code that the text of the reform gives to a unit of another code. */
const OTHER_CODES: Readonly<Record<string, string>> = { '00071': '07147' }

/** Reads the four files of a reference folder. @throws AppError `invalid` when one is missing or has other columns */
export async function readReferenceFiles(folder: string): Promise<ReferenceFiles> {
  const [old, now, formed, changes] = await Promise.all([
    records(folder, 'admin-units-2025-06-30.csv', ['code', 'level', 'type', 'name', 'full_name', 'parent_code']),
    records(folder, 'admin-units-2026-04-30.csv', ['code', 'type', 'name', 'full_name', 'parent_code']),
    records(folder, 'predecessors-2025-07-01.csv', ['code', 'full_name', 'parent_code', 'formed_from']),
    records(folder, 'changes-2026-04-30.csv', ['code', 'type_before', 'full_name_before']),
  ])
  return {
    old: old.map((row) => ({ ...namesOf(row), level: row['level'] as OldArea['level'] })),
    now: now.map(namesOf),
    formed: formed.map((row) => ({
      code: OTHER_CODES[row['code']!] ?? row['code']!,
      fullName: row['full_name']!,
      parentCode: row['parent_code'] || null,
      formedFrom: row['formed_from']!,
    })),
    before: new Map(changes.map((row) => [row['code']!, { type: row['type_before']!, fullName: row['full_name_before']! }])),
  }
}

type Fields = Readonly<Record<string, string>>

function namesOf(row: Fields): NewArea {
  return { code: row['code']!, type: capital(row['type']!), name: row['name']!, fullName: capital(row['full_name']!), parentCode: row['parent_code'] || null }
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}

async function records(folder: string, file: string, columns: readonly string[]): Promise<Fields[]> {
  const text = await readFile(join(folder, file), 'utf8').catch((cause: unknown) => {
    throw new AppError('invalid', 'units.reference_missing', { file }, { cause })
  })
  const [heading = [], ...rows] = parseCsv(text, { typeInference: false, skipEmptyRows: true }).map((row) => row.map((cell) => String(cell ?? '').normalize('NFC')))
  if (columns.some((column) => !heading.includes(column))) throw new AppError('invalid', 'units.reference_columns', { file, columns: columns.join(', ') })
  return rows.map((row) => Object.fromEntries(heading.map((column, at) => [column, row[at] ?? ''])))
}
