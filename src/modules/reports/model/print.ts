import type { DocumentModel, Item, Section, TextItem } from '@songhanh/vanban/model'
import type { PlainDate } from '#platform/clock.ts'
import { formatDay } from '#platform/i18n/day.ts'
import { formatNumber } from '#platform/i18n/number.ts'
import type { Level } from '#core/units/model/unit.ts'
import type { Body, BodyPart, Cell } from './body.ts'
import { partsOf, type Form, type FormPart, type FormSection, type FormTable, type TableColumn, type TableRow } from './form.ts'

export interface ReportToPrint {
  readonly form: Form
  readonly body: Body
  readonly period: { readonly label: string; readonly to: PlainDate }
  readonly window: { readonly from: PlainDate; readonly to: PlainDate }
  /** To whom it goes. */
  readonly superior: string
  readonly unit: { readonly name: string; readonly level: Level; readonly parentName: string | null; readonly place: string | null; readonly symbol: string | null }
  readonly signerName: string | null
  /** Day of the signature; only the year is printed before it. */
  readonly signedOn: PlainDate | null
}

const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X', 'XI', 'XII', 'XIII', 'XIV', 'XV', 'XVI', 'XVII', 'XVIII', 'XIX', 'XX']

/**
 * A report as the official document that is printed.
 * @source Nghị định 30/2020/NĐ-CP, Phụ lục III, Mẫu 1.4 (văn bản có tên loại), with “Kính gửi” of a report to a superior
 */
export function reportDocument(report: ReportToPrint): DocumentModel {
  const { form, body, unit, superior, period, window } = report
  const bodies = new Map(body.parts.map((part) => [part.key, part]))
  const main = form.sections.filter((section) => !isAppendix(section))
  const tables = partsOf(form).flatMap((part) => (part.kind === 'table' ? [part] : []))
  const title = titleOf(form, period.label)
  const signer = signerOf(unit.level)
  return {
    header: {
      issuer: unit.name.toLocaleUpperCase('vi'),
      parentIssuer: unit.parentName?.toLocaleUpperCase('vi') ?? null,
      issuerName: unit.name,
      number: null,
      symbol: unit.symbol ? `BC-${unit.symbol}` : null,
      place: unit.place,
      date: report.signedOn ?? period.to.slice(0, 4),
      docType: 'Báo cáo',
      title,
      addressees: [superior],
    },
    legalBases: [],
    genericBases: [],
    preamble: [],
    lead: `${unit.name} báo cáo ${title.charAt(0).toLowerCase()}${title.slice(1)} (số liệu từ ngày ${formatDay(window.from)} đến ngày ${formatDay(window.to)}) như sau:`,
    sections: [
      ...main.map((section, at) => sectionOf(section, ROMAN[at] ?? String(at + 1), 1, bodies)),
      ...tables.map((part, at) => appendixOf(part.table, part.key, bodies.get(part.key), tables.length > 1 ? `Phụ lục ${ROMAN[at] ?? at + 1}` : 'Phụ lục')),
    ],
    closing: `Trên đây là Báo cáo ${title.charAt(0).toLowerCase()}${title.slice(1)} của ${unit.name}./.`,
    targets: [],
    deadlines: [],
    observances: [],
    assignments: [],
    recipients: ['Như trên', 'Lưu: VT'],
    signer: { ...signer, name: report.signerName },
    findings: [],
  }
}

/** “Kết quả … năm 2026”: a label that the title of the form says already is not said twice. */
function titleOf(form: Form, label: string): string {
  if (form.title.includes(label)) return form.title
  const said = '6 tháng đầu năm'
  if (form.title.endsWith(said) && label.startsWith(said)) return `${form.title}${label.slice(said.length)}`
  return `${form.title} ${label}`
}

/** Who signs for a unit of a level; a commune answers for its committee. */
function signerOf(level: Level): { authority: string | null; position: string } {
  if (level === 'commune') return { authority: 'TM. ỦY BAN NHÂN DÂN', position: 'CHỦ TỊCH' }
  if (level === 'ministry') return { authority: null, position: 'BỘ TRƯỞNG' }
  return { authority: null, position: level === 'school' ? 'HIỆU TRƯỞNG' : 'GIÁM ĐỐC' }
}

function isAppendix(section: FormSection): boolean {
  return section.parts.length > 0 && section.parts.every(({ kind }) => kind === 'table')
}

function sectionOf(section: FormSection, label: string, depth: number, bodies: ReadonlyMap<string, BodyPart>): Section {
  const items = section.parts.flatMap((part) => itemsOf(part, bodies.get(part.key)))
  const children = (section.sections ?? []).map((child, at) => sectionOf(child, String(at + 1), depth + 1, bodies))
  return { label, title: section.title, kind: 'other', depth, items: items.length > 0 || children.length > 0 ? items : [paragraph('Chưa có nội dung, số liệu được ghi nhận trong kỳ.')], children }
}

function itemsOf(part: FormPart, body: BodyPart | undefined): Item[] {
  if (!body) return []
  if (body.kind === 'told') return body.sentences.flatMap(({ text }) => (text ? [paragraph(text)] : []))
  if (body.kind === 'text') return (body.text ?? '').split(/\n+/).flatMap((line) => (line.trim() ? [paragraph(line.trim())] : []))
  if (part.kind !== 'figures') return []
  const rows = body.cells.filter(({ state }) => state !== 'no_data').map((cell, at) => [String(at + 1), cell.name ?? cell.code, figure(cell), share(cell), plain(cell.previous), noteOf(cell)])
  if (rows.length === 0) return []
  return [{ table: { head: [['TT', 'Chỉ tiêu', 'Kết quả', 'Tử số/mẫu số', 'Kỳ trước', 'Ghi chú']], rows, widths: [1, 6.5, 2.3, 2.8, 2, 3.4] } }]
}

function paragraph(text: string): TextItem {
  return { marker: null, text, items: [] }
}

function appendixOf(table: FormTable, key: string, body: BodyPart | undefined, label: string): Section {
  const cells = new Map(body && body.kind === 'table' ? body.cells.map((cell) => [cell.key, cell]) : [])
  const hasEstimate = [...cells.values()].some(({ estimate }) => estimate !== null)
  const head = ['TT', 'Nội dung', ...table.columns.map((column) => column.label), 'Kỳ trước', ...(hasEstimate ? ['Ước cả kỳ'] : []), 'Ghi chú']
  const rows = table.rows.map((row, at) => {
    const cellAt = (column: string) => cells.get(`${key}/${row.key}/${column}`)
    const own = table.columns.flatMap((column) => cellAt(column.key) ?? [])
    return [
      String(at + 1),
      row.label,
      ...table.columns.map((column) => tableCell(row, column, cellAt)),
      plain(own[0]?.previous ?? null),
      ...(hasEstimate ? [plain(own[0]?.estimate ?? null)] : []),
      own.flatMap((cell) => cell.note ?? []).join('; '),
    ]
  })
  const widths = head.map((_, at) => (at === 0 ? 1 : at === 1 ? 6 : at === head.length - 1 ? 3 : 2.2))
  return { label, title: table.title, kind: 'appendix', depth: 1, landscape: head.length > 8, items: [{ table: { head: [head], rows, widths } }], children: [] }
}

/** Three states: a number, “x” where the row has no such column or nothing happened, empty while nothing is known. */
function tableCell(row: TableRow, column: TableColumn, cellAt: (column: string) => Cell | undefined): string {
  if (column.share) {
    const [part, whole] = [cellAt(column.share.part)?.value ?? null, cellAt(column.share.whole)?.value ?? null]
    return part === null || whole === null || whole === 0 ? '' : formatNumber((part / whole) * 100, 'vi', 1)
  }
  const cell = cellAt(column.key)
  return cell ? figure(cell) : 'x'
}

function figure(cell: Cell): string {
  if (cell.state === 'not_applicable') return 'x'
  return cell.value === null ? '' : `${formatNumber(cell.value)}${cell.unit === 'percent' ? '%' : ''}`
}

function share({ part, whole }: Cell): string {
  return part === null || whole === null ? '' : `${formatNumber(part)}/${formatNumber(whole)}`
}

function plain(value: number | null): string {
  return value === null ? '' : formatNumber(value)
}

function noteOf({ note, estimate, units, known, byHand }: Cell): string {
  const parts = [note, estimate === null ? null : `ước cả kỳ ${formatNumber(estimate)}`, byHand ? 'nhập tay' : null, units !== null && known !== null && units > 1 ? `${known}/${units} đơn vị` : null]
  return parts.filter((part) => part !== null && part !== '').join('; ')
}
