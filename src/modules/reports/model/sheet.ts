import type { SheetToWrite } from '#platform/sheets.ts'
import type { Body, Cell } from './body.ts'
import { noteOf, writeRowNotes, type CheckNotes } from './sheet-notes.ts'
import { partsOf, type Form, type TablePart } from './form.ts'

/** How a figure without a value stands in a workbook. */
export const STATES = { value: '', not_applicable: 'Không phát sinh', no_data: 'Chưa có số liệu' } as const satisfies Record<Cell['state'], string>

export const ABOUT = 'ThongTin'
export const INDICATORS = 'ChiTieu'
export const CODE = 'Mã'
export const RESULT = 'Kết quả'
export const ESTIMATE = 'Ước cả kỳ'
export const NOTE = 'Ghi chú'

/** The lines of the sheet by which a file is known again. */
export const ABOUT_LINES = { report: 'Mã báo cáo', form: 'Mẫu báo cáo', round: 'Đợt báo cáo', unit: 'Đơn vị' } as const

/** Which report a workbook is of. */
export interface About {
  readonly reportId: string
  readonly roundTitle: string
  readonly unitName: string
}

/** The figures of a report as sheets: indicators on one, each table of the appendix on its own; with `about` they can be read back. */
export function figureSheets(form: Form, body: Body, about?: About, notes: CheckNotes = {}): SheetToWrite[] {
  const bodies = new Map(body.parts.map((part) => [part.key, part]))
  const indicators = body.parts.flatMap((part) => (part.kind === 'figures' ? part.cells : []))
  const sheets: SheetToWrite[] = []
  if (indicators.length > 0) {
    sheets.push({
      name: INDICATORS,
      columns: [column(CODE, 8), column('Chỉ tiêu', 60), column(RESULT, 12), column('Tử số', 12), column('Mẫu số', 12), column(ESTIMATE, 12), column('Kỳ trước', 12), column('Tình trạng', 18), column(NOTE, 40)],
      rows: indicators.map((cell) => [cell.code, cell.name ?? '', shownOf(cell), cell.part, cell.whole, cell.estimate, cell.previous, STATES[cell.state], noteOf(cell, notes)]),
    })
  }
  for (const part of partsOf(form)) {
    if (part.kind !== 'table') continue
    const given = bodies.get(part.key)
    sheets.push(tableSheet(part, given?.kind === 'table' ? given.cells : [], notes))
  }
  return about ? [...sheets, aboutSheet(form, about)] : sheets
}

/** What stands in the cell of a figure: its value, or why it has none. */
export function shownOf(cell: Pick<Cell, 'state' | 'value'>): number | string {
  return cell.value ?? STATES[cell.state]
}

function tableSheet(part: TablePart, given: readonly Cell[], notes: CheckNotes): SheetToWrite {
  const { code, columns, rows } = part.table
  const cells = new Map(given.map((cell) => [cell.key, cell]))
  return {
    name: code,
    columns: [column(CODE, 12), column('Nội dung', 48), ...columns.map(({ label }) => ({ header: label, width: 14, isNumber: true })), column('Kỳ trước', 14), column(NOTE, 40)],
    rows: rows.map((row) => {
      const cellAt = (key: string) => cells.get(`${part.key}/${row.key}/${key}`)
      const own = columns.flatMap(({ key, label }) => {
        const cell = cellAt(key)
        return cell ? [{ label, previous: cell.previous, note: noteOf(cell, notes) }] : []
      })
      const values = columns.map(({ key, share }) => {
        if (share) return shareOf(cellAt(share.part), cellAt(share.whole))
        const cell = cellAt(key)
        return cell ? shownOf(cell) : null
      })
      return [row.key, row.label, ...values, own[0]?.previous ?? null, writeRowNotes(own)]
    }),
  }
}

function aboutSheet(form: Form, { reportId, roundTitle, unitName }: About): SheetToWrite {
  return {
    name: ABOUT,
    columns: [column('Thông tin', 20), column('Không sửa trang này', 60)],
    rows: [
      [ABOUT_LINES.report, reportId],
      [ABOUT_LINES.form, `${form.code} ${form.version}`],
      [ABOUT_LINES.round, roundTitle],
      [ABOUT_LINES.unit, unitName],
    ],
  }
}

function shareOf(part: Cell | undefined, whole: Cell | undefined): number | null {
  if (!part || !whole || part.value === null || !whole.value) return null
  return Math.round((part.value / whole.value) * 1000) / 10
}

function column(header: string, width: number): SheetToWrite['columns'][number] {
  return { header, width }
}
