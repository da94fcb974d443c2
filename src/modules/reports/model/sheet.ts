import type { SheetToWrite } from '#platform/sheets.ts'
import type { Body, Cell } from './body.ts'
import { partsOf, type Form } from './form.ts'

const STATES = { value: '', not_applicable: 'Không phát sinh', no_data: 'Chưa có số liệu' } as const satisfies Record<Cell['state'], string>

/** The figures of a report as sheets: indicators on one, each table of the appendix on its own. */
export function figureSheets(form: Form, body: Body): SheetToWrite[] {
  const bodies = new Map(body.parts.map((part) => [part.key, part]))
  const indicators = body.parts.flatMap((part) => (part.kind === 'figures' ? part.cells : []))
  const sheets: SheetToWrite[] = []
  if (indicators.length > 0) {
    sheets.push({
      name: 'ChiTieu',
      columns: [column('Mã', 8), column('Chỉ tiêu', 60), column('Kết quả', 12), column('Tử số', 12), column('Mẫu số', 12), column('Ước cả kỳ', 12), column('Kỳ trước', 12), column('Tình trạng', 18), column('Ghi chú', 40)],
      rows: indicators.map((cell) => [cell.code, cell.name ?? '', cell.value, cell.part, cell.whole, cell.estimate, cell.previous, STATES[cell.state], cell.note]),
    })
  }
  for (const part of partsOf(form)) {
    if (part.kind !== 'table') continue
    const given = bodies.get(part.key)
    const cells = new Map(given?.kind === 'table' ? given.cells.map((cell) => [cell.key, cell]) : [])
    sheets.push({
      name: part.table.code,
      columns: [column('Nội dung', 48), ...part.table.columns.map(({ label }) => column(label, 14)), column('Kỳ trước', 14), column('Ghi chú', 40)],
      rows: part.table.rows.map((row) => {
        const cellAt = (key: string) => cells.get(`${part.key}/${row.key}/${key}`)
        const own = part.table.columns.flatMap(({ key }) => cellAt(key) ?? [])
        const values = part.table.columns.map(({ key, share }) => {
          if (share) return shareOf(cellAt(share.part), cellAt(share.whole))
          const cell = cellAt(key)
          return cell ? (cell.value ?? STATES[cell.state]) : null
        })
        return [row.label, ...values, own[0]?.previous ?? null, own.flatMap(({ note }) => note ?? []).join('; ')]
      }),
    })
  }
  return sheets
}

function shareOf(part: Cell | undefined, whole: Cell | undefined): number | null {
  if (!part || !whole || part.value === null || !whole.value) return null
  return Math.round((part.value / whole.value) * 1000) / 10
}

function column(header: string, width: number): SheetToWrite['columns'][number] {
  return { header, width }
}
