import { describe, expect, it } from 'vitest'
import { readTypedSheets, writeSheets, type TypedSheet } from '#platform/sheets.ts'
import vi from '../i18n/vi.json' with { type: 'json' }
import { forms } from '../templates/all.ts'
import type { Body, BodyPart, Cell } from './body.ts'
import { NO_ENTRIES, type Entries } from './entries.ts'
import { cellPlaces, partsOf } from './form.ts'
import { readFigureSheets, type SheetFault } from './read-sheet.ts'
import { figureSheets } from './sheet.ts'

const form = forms.half_year
const reportId = '01920000-0000-7000-8000-000000000001'
const about = { reportId, roundTitle: 'Báo cáo 6 tháng đầu năm 2026', unitName: 'Trường THPT Sông Mơ' }

/** Every figure is 5, as computed; indicators are 12.5. */
function aBody(): Body {
  const cell = (key: string, code: string, value: number): Cell => ({ key, code, name: code, unit: null, state: 'value', value, computed: value, part: null, whole: null, estimate: null, byHand: false, note: null, previous: null, formulaVersion: null, known: null, units: null, sources: null })
  return {
    form: { code: form.code, version: form.version },
    window: { from: '2025-12-15', to: '2026-05-27' },
    parts: partsOf(form).flatMap((part): BodyPart[] => {
      if (part.kind === 'table') return [{ kind: 'table', key: part.key, cells: cellPlaces(part).map(({ key, code }) => cell(key, code, 5)) }]
      return part.kind === 'figures' ? [{ kind: 'figures', key: part.key, cells: part.codes.map((code) => cell(`${part.key}/${code}`, code, 12.5)) }] : []
    }),
  }
}

const report = (patch: { entries?: Entries; openFields?: readonly string[] } = {}) => ({ reportId, form, body: aBody(), entries: NO_ENTRIES, openFields: null, ...patch })

async function aFile(): Promise<TypedSheet[]> {
  return readTypedSheets(await writeSheets(figureSheets(form, aBody(), about)), 2_000)
}

type Value = TypedSheet['rows'][number][number]

/** The file with one cell otherwise; the cell is found by its row's code and its column's heading. */
async function fileWith(sheet: string, code: string, column: string, value: Value, mark?: 'formulas' | 'merged') {
  const sheets = await aFile()
  const found = sheets.find(({ name }) => name === sheet)!
  const at = found.rows.findIndex((row) => row[0] === code)
  const place = found.rows[0]!.indexOf(column)
  const address = `${String.fromCharCode(65 + place)}${at + 1}`
  const rows = found.rows.map((row, index) => (index === at ? Array.from({ length: Math.max(row.length, place + 1) }, (_, spot) => (spot === place ? value : (row[spot] ?? null))) : row))
  const changed = { ...found, rows, ...(mark ? { [mark]: [...found[mark], address] } : {}) }
  return { address, sheets: sheets.map((one) => (one === found ? changed : one)) }
}

const table = partsOf(form).find((part) => part.kind === 'table' && part.table.code === 'B10')!
const b10 = table.kind === 'table' ? table.table : null!
const [row, column] = [b10.rows.find(({ key }) => key === 'pupils')!, b10.columns.find(({ key }) => key === 'female')!]

/** As the screen says it. */
function sentenceOf({ code, params }: SheetFault): string {
  const words: Readonly<Record<string, string>> = vi
  return (words[`errors.reports.fault_${code}`] ?? code).replace(/\{(\w+)\}/g, (_, name: string) => String(params[name]))
}

describe('the workbook of a report', () => {
  it('comes back as it went out: nothing changes, every figure is known', async () => {
    const { changes, faults, same } = readFigureSheets(report(), await aFile())
    expect([changes, faults]).toEqual([[], []])
    expect(same).toBe(aBody().parts.flatMap((part) => ('cells' in part ? part.cells : [])).length)
  })

  it('tells its columns apart in every form', () => {
    for (const { sections } of Object.values(forms)) {
      for (const part of sections.flatMap((section) => section.parts)) {
        if (part.kind !== 'table') continue
        expect(new Set(part.table.columns.map(({ label }) => label)).size).toBe(part.table.columns.length)
        expect(new Set(part.table.rows.map(({ key }) => key)).size).toBe(part.table.rows.length)
      }
    }
  })

  it.each([
    [7, 7],
    ['7', 7],
    ['1.200', 1200],
  ])('takes %s as a number by hand', async (typed, value) => {
    const { sheets, address } = await fileWith('B10', row.key, column.label, typed)
    expect(readFigureSheets(report(), sheets)).toMatchObject({ faults: [], changes: [{ cell: address, sheet: 'B10', key: 'b10/pupils/female', was: 5, becomes: value, before: null, after: { state: 'value', value } }] })
  })

  it('takes “Không phát sinh” for nothing to count, and an empty cell for the computed figure', async () => {
    const { sheets } = await fileWith('B10', row.key, column.label, 'Không phát sinh')
    expect(readFigureSheets(report(), sheets).changes).toMatchObject([{ after: { state: 'not_applicable', value: null } }])
    const entries = { ...NO_ENTRIES, cells: { 'b10/pupils/female': { state: 'value' as const, value: 9, estimate: null, note: null } } }
    const emptied = await fileWith('B10', row.key, column.label, null)
    expect(readFigureSheets(report({ entries }), emptied.sheets).changes).toMatchObject([{ becomes: 5, before: { value: 9 }, after: null }])
  })

  it.each([
    [-3, undefined, 'negative', 'Ô @ có số âm (-3). Số liệu này không thể âm.'],
    [2.5, undefined, 'decimal', 'Ô @ có số lẻ (2.5). Số liệu này phải là số nguyên.'],
    [1e12, undefined, 'too_big', 'Ô @ có số quá lớn (1000000000000). Xin kiểm tra lại số chữ số.'],
    ['khoảng 20', undefined, 'not_number', 'Ô @ có chữ “khoảng 20”, không đọc được thành số. Chỉ ghi số, hoặc “Không phát sinh”.'],
    ['2026-05-01', undefined, 'not_number', 'Ô @ có chữ “2026-05-01”, không đọc được thành số. Chỉ ghi số, hoặc “Không phát sinh”.'],
    [true, undefined, 'not_number', 'Ô @ có chữ “true”, không đọc được thành số. Chỉ ghi số, hoặc “Không phát sinh”.'],
    [8, 'formulas', 'formula', 'Ô @ là công thức. Chép và dán giá trị (Paste Values) thay cho công thức.'],
    [8, 'merged', 'merged', 'Ô @ bị gộp với ô khác. Bỏ gộp ô rồi điền từng ô.'],
  ] as const)('refuses %s (%s) by its cell with a sentence, and loses nothing else', async (value, mark, code, sentence) => {
    const { sheets, address } = await fileWith('B10', row.key, column.label, value, mark)
    const read = readFigureSheets(report(), sheets)
    expect(read).toMatchObject({ changes: [], faults: [{ sheet: 'B10', cell: address, code, params: { cell: address } }] })
    expect(sentenceOf(read.faults[0]!)).toBe(sentence.replace('@', address))
  })

  it('takes decimals where the figure is a ratio', async () => {
    const indicator = partsOf(form).find((part) => part.kind === 'figures')!
    const code = indicator.kind === 'figures' ? indicator.codes[0]! : ''
    const { sheets } = await fileWith('ChiTieu', code, 'Kết quả', '33,3')
    expect(readFigureSheets(report(), sheets)).toMatchObject({ faults: [], changes: [{ after: { value: 33.3 } }] })
  })

  it('is refused whole when it is of another report, another version of the form, or none of ours', async () => {
    const others = await readTypedSheets(await writeSheets(figureSheets(form, aBody(), { ...about, reportId: '01920000-0000-7000-8000-000000000002' })), 2_000)
    expect(readFigureSheets(report(), others).faults).toMatchObject([{ code: 'other_report', params: { round: about.roundTitle, unit: about.unitName } }])
    const older = await readTypedSheets(await writeSheets(figureSheets({ ...form, version: form.version + 1 }, aBody(), about)), 2_000)
    const { faults } = readFigureSheets(report(), older)
    expect(faults).toMatchObject([{ code: 'other_form', params: { report: `half_year ${form.version}` } }])
    expect(sentenceOf(faults[0]!)).toBe(`Tệp theo mẫu khác (half_year ${form.version + 1}); báo cáo này theo mẫu half_year ${form.version}. Tải lại tệp của báo cáo này rồi chép số sang.`)
    expect(readFigureSheets(report(), (await aFile()).filter(({ name }) => name !== 'ThongTin')).faults).toMatchObject([{ code: 'no_about' }])
  })

  it('names rows and sheets that the form does not have, and columns that were lost', async () => {
    const { sheets } = await fileWith('B10', row.key, 'Mã', 'dong_moi')
    expect(readFigureSheets(report(), sheets).faults).toMatchObject([{ code: 'row_unknown', params: { value: 'dong_moi' } }])
    expect(readFigureSheets(report(), [...(await aFile()), { name: 'Sheet1', rows: [['a']], formulas: [], merged: [] }]).faults).toMatchObject([{ code: 'sheet_unknown', params: { sheet: 'Sheet1' } }])
    const lost = (await aFile()).map((sheet) => (sheet.name === 'B10' ? { ...sheet, rows: sheet.rows.map((cells, at) => (at === 0 ? cells.map((cell) => (cell === column.label ? 'Khác' : cell)) : cells)) } : sheet))
    expect(readFigureSheets(report(), lost).faults).toMatchObject([{ code: 'column_missing', params: { column: column.label } }])
  })

  it('leaves alone what a return has not opened', async () => {
    const { sheets } = await fileWith('B10', row.key, column.label, 7)
    expect(readFigureSheets(report({ openFields: ['b15'] }), sheets)).toMatchObject({ changes: [], faults: [{ code: 'closed' }] })
    expect(readFigureSheets(report({ openFields: ['b10'] }), sheets)).toMatchObject({ changes: [{ key: 'b10/pupils/female' }], faults: [] })
  })

  describe('with notes in its tables', () => {
    const entries: Entries = { ...NO_ENTRIES, notes: { 'jump:b10/pupils/male': 'Thêm hai lớp.' } }
    const noted = (): Body => ({
      ...aBody(),
      parts: aBody().parts.map((part) => (part.kind === 'table' && part.key === 'b10' ? { ...part, cells: part.cells.map((cell) => (cell.key === 'b10/pupils/female' ? { ...cell, note: 'Đếm theo sổ.\nĐã đối chiếu.' } : cell)) } : part)),
    })
    const cells = { 'b10/pupils/female': { state: 'auto' as const, value: null, estimate: null, note: 'Đếm theo sổ.\nĐã đối chiếu.' } }
    const given = { ...report({ entries: { ...entries, cells } }), body: noted() }
    const fileOf = async (text: string | null) => {
      const sheets = await readTypedSheets(await writeSheets(figureSheets(form, noted(), about, entries.notes)), 2_000)
      const notes = b10.columns.length + 3
      return sheets.map((one) => (one.name === 'B10' && text !== null ? { ...one, rows: one.rows.map((cellsOfRow) => (cellsOfRow[0] === 'pupils' ? Array.from({ length: notes + 1 }, (_, at) => (at === notes ? text : (cellsOfRow[at] ?? null))) : cellsOfRow)) } : one))
    }
    const labelOf = (key: string) => b10.columns.find((one) => one.key === key)!.label

    it('comes back as it went out, with those that answer a jump among them', async () => {
      const sheets = await fileOf(null)
      const notes = sheets.find(({ name }) => name === 'B10')!.rows.find(([code]) => code === 'pupils')!.at(-1)
      expect(notes).toBe(`${labelOf('female')}: Đếm theo sổ.\nĐã đối chiếu.\n${labelOf('male')}: Thêm hai lớp.`)
      expect(readFigureSheets(given, sheets)).toMatchObject({ changes: [], faults: [] })
    })

    it('takes a note for the figure that its line names, and an answer to a jump in its place', async () => {
      const { changes, faults } = readFigureSheets(given, await fileOf(`${labelOf('female').toUpperCase()}: Đếm lại.\n${labelOf('male')}: Thêm ba lớp.`))
      expect(faults).toEqual([])
      expect(changes).toMatchObject([
        { key: 'b10/pupils/female', after: { state: 'auto', note: 'Đếm lại.' }, said: null, becomes: '5 (Đếm lại.)' },
        { key: 'b10/pupils/male', before: null, after: null, said: { before: 'Thêm hai lớp.', after: 'Thêm ba lớp.' } },
      ])
    })

    it('says a note without a heading to the figure that jumps', async () => {
      const jumping: Body = { ...aBody(), parts: aBody().parts.map((part) => (part.kind === 'table' && part.key === 'b10' ? { ...part, cells: part.cells.map((cell) => (cell.key === 'b10/pupils/female' ? { ...cell, value: 50, previous: 20 } : cell)) } : part)) }
      const { changes } = readFigureSheets({ ...report(), body: jumping }, (await fileWith('B10', 'pupils', 'Ghi chú', 'Thêm bốn buổi tại điểm trường lẻ.')).sheets.map((one) => ({ ...one, rows: one.rows.map((cellsOfRow) => (one.name === 'B10' && cellsOfRow[0] === 'pupils' ? cellsOfRow.map((value, at) => (one.rows[0]![at] === column.label ? 50 : value)) : cellsOfRow)) })))
      expect(changes).toMatchObject([{ key: 'b10/pupils/female', after: { note: 'Thêm bốn buổi tại điểm trường lẻ.' } }])
    })

    it('takes a note away that the file no longer has', async () => {
      expect(readFigureSheets(given, await fileOf('')).changes).toMatchObject([{ key: 'b10/pupils/female', after: null }, { key: 'b10/pupils/male', said: { after: null } }])
    })
  })
})
