import { cellName, MOST_ROWS, readTypedSheets } from '#platform/sheets.ts'

/** A cell as it is read: text, a day as `2026-05-28`; whether it is calculated, or joined with others. */
export interface GridCell {
  readonly text: string
  readonly isFormula: boolean
  readonly isMerged: boolean
}

export interface Grid {
  readonly name: string
  readonly rows: readonly (readonly GridCell[])[]
}

/** Every visible sheet of an XLSX file. @throws UnreadableSheet */
export async function readGrids(bytes: Uint8Array): Promise<Grid[]> {
  const sheets = await readTypedSheets(bytes, MOST_ROWS)
  return sheets.map(({ name, rows, formulas, merged }) => {
    const [calculated, joined] = [new Set(formulas), new Set(merged)]
    const cellAt = (value: string | number | boolean | null, address: string) => ({
      text: String(value ?? '').replace(/\s+/g, ' ').trim(),
      isFormula: calculated.has(address),
      isMerged: joined.has(address),
    })
    return { name, rows: rows.map((row, at) => row.map((value, column) => cellAt(value, cellName(at, column)))) }
  })
}
