import { describe, expect, test } from 'vitest'
import { aDocx, aPdf, centred, RULED, typeset, wordParagraph, wordTable, type PdfSheet, type PdfText } from '../files/samples.ts'
import type { DocumentModel, Section } from '../model.ts'
import { readFile } from '../process/read-file.ts'
import { KIND_SAMPLES } from './kind-samples.ts'
import { readDocument } from './read-document.ts'
import { textToBlocks } from './text-blocks.ts'
import { countItems } from './walk.ts'

const fromText = (lines: readonly string[]): DocumentModel => readDocument(textToBlocks(lines.join('\n\n')))
const sketch = (sections: readonly Section[]): readonly unknown[] => sections.map((section) => [section.label, section.title, countItems(section), sketch(section.children)])
const essence = (model: DocumentModel): unknown => ({
  header: model.header,
  bases: model.legalBases.map(({ type, number, symbol, date, role }) => [type, number, symbol, date, role]),
  sections: sketch(model.sections),
  closing: model.closing,
  deadlines: model.deadlines.map(({ kind, date }) => [kind, date]),
  assignments: model.assignments.map(({ party, duties }) => [party, duties.length]),
  recipients: model.recipients,
  signer: model.signer,
})

interface Halves {
  readonly left: readonly string[]
  readonly right: readonly string[]
  readonly body: readonly string[]
  readonly recipients: readonly string[]
  readonly signature: readonly string[]
}

/** Where the lines of a sample stand on a page. */
function halvesOf(lines: readonly string[]): Halves {
  const nation = lines.findIndex((line) => line.startsWith('CỘNG HÒA'))
  const recipients = lines.indexOf('Nơi nhận:')
  const signature = lines.findIndex((line, at) => at > recipients && !line.startsWith('- '))
  return { left: lines.slice(0, nation), right: lines.slice(nation, nation + 3), body: lines.slice(nation + 3, recipients), recipients: lines.slice(recipients, signature), signature: lines.slice(signature) }
}

function docxOf(lines: readonly string[]): Buffer {
  const { left, right, body, recipients, signature } = halvesOf(lines)
  const cell = (texts: readonly string[]) => texts.map((text) => wordParagraph(text)).join('')
  return aDocx({ body: wordTable([[cell(left), cell(right)]]) + cell(body) + wordTable([[cell(recipients), cell(signature)]]) })
}

const PAGE_END = 770

function pdfOf(lines: readonly string[]): Buffer {
  const { left, right, body, recipients, signature } = halvesOf(lines)
  const sheets: { texts: PdfText[] }[] = [{ texts: [] }]
  const put = (texts: readonly PdfText[]) => sheets.at(-1)?.texts.push(...texts)
  const size = 10
  left.forEach((text, at) => put([centred(text, 60 + at * 15, { from: 40, to: 280, size: 8, face: 'bold' })]))
  right.forEach((text, at) => put([centred(text, 60 + at * 15, { from: 300, to: 560, size: 8, face: 'bold' })]))
  let y = 60 + Math.max(left.length, right.length) * 15 + 20
  for (const text of body) {
    const isCentred = /^[\p{Lu}\s:,\d]+$/u.test(text) || text === body[1]
    const texts = isCentred && text.length < 80 ? [centred(text, y, { size, face: 'bold' })] : typeset(text, { y, size, indent: 28, pitch: 13 })
    if (y + texts.length * 13 > PAGE_END) {
      sheets.push({ texts: [] })
      y = 60
    }
    put(isCentred && text.length < 80 ? [centred(text, y, { size, face: 'bold' })] : typeset(text, { y, size, indent: 28, pitch: 13 }))
    y += texts.length * 13 + 6
  }
  recipients.forEach((text, at) => put([{ text, x: 85, y: y + 10 + at * 13, size: 9 }]))
  signature.forEach((text, at) => put([centred(text, y + 10 + at * (at === signature.length - 1 ? 30 : 13), { from: 320, to: 540, size, face: 'bold' })]))
  return aPdf(sheets satisfies PdfSheet[])
}

/** What a careful reader finds in each: number of parts, bases, signer's post, what hangs below, who has to do what. */
const FOUND: Readonly<Record<string, readonly [parts: readonly string[], bases: number, position: string, assignments: readonly string[]]>> = {
  'Quyết định': [['Điều 1', 'Điều 2', 'Điều 3'], 3, 'PHÓ GIÁM ĐỐC', []],
  'Công văn': [[], 1, 'TRƯỞNG PHÒNG TỔ CHỨC CÁN BỘ', []],
  'Báo cáo': [['I', 'II', 'III'], 1, 'HIỆU TRƯỞNG', []],
  'Chỉ thị': [['1', '2', '3'], 0, 'CHỦ TỊCH', ['Sở Giáo dục và Đào tạo', 'Công an tỉnh', 'Ủy ban nhân dân các xã, phường']],
  'Thông báo': [[], 0, 'CHÁNH VĂN PHÒNG', []],
  'Chương trình phối hợp': [['I', 'II', 'III', 'IV'], 1, 'GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO', ['Sở Giáo dục và Đào tạo', 'Hội Liên hiệp Phụ nữ tỉnh']],
  'Hướng dẫn': [['I', 'II', 'III'], 1, 'PHÓ GIÁM ĐỐC', ['Phòng Tổ chức cán bộ', 'Các trường']],
  'Biên bản': [['1', '2'], 0, 'CHỦ TRÌ', []],
  'Tờ trình': [['1', '2'], 1, 'HIỆU TRƯỞNG', []],
  'Nghị quyết': [['Điều 1', 'Điều 2', 'Điều 3'], 2, 'CHỦ TỊCH', ['Ủy ban nhân dân tỉnh']],
}

describe.each(Object.entries(KIND_SAMPLES))('a document of the kind %s', (kind, lines) => {
  const model = fromText(lines)
  const [parts = [], bases, position, assignments] = FOUND[kind] ?? []

  test('is known, with its head, parts, bases, signer and tasks', () => {
    expect(model.header).toMatchObject({ docType: kind, number: expect.stringMatching(/^\d+$/), place: 'Sông Mơ', date: '2026-03-12', title: expect.stringMatching(/\p{L}/u) })
    expect(model.sections.flatMap(({ label }) => label ?? [])).toEqual(parts)
    expect(model.legalBases).toHaveLength(bases ?? -1)
    expect(model.signer?.position).toBe(position)
    expect(model.assignments.map(({ party }) => party)).toEqual(assignments)
    expect(model.findings.filter(({ severity }) => severity !== 'info')).toEqual([])
  })

  test('reads the same from DOCX', async () => {
    const outcome = await readFile(docxOf(lines), 'a.docx')
    expect(outcome.ok && essence(outcome.model)).toEqual(essence(model))
  })

  test('reads the same from PDF', async () => {
    const outcome = await readFile(pdfOf(lines), 'a.pdf')
    expect(outcome.ok && essence(outcome.model)).toEqual(essence(model))
  })
})

describe('a decision', () => {
  const model = fromText(KIND_SAMPLES['Quyết định'] ?? [])

  test('names who decides', () => {
    expect(model.header.decider).toBe('GIÁM ĐỐC SỞ GIÁO DỤC VÀ ĐÀO TẠO')
  })

  test('nests điểm below khoản below Điều', () => {
    expect(model.sections[1]).toMatchObject({ label: 'Điều 2', title: 'Nhiệm vụ của Ban', children: [{ label: '1', items: [{ marker: 'a)' }, { marker: 'b)' }, { marker: 'c)' }, { marker: 'd)' }, { marker: 'đ)' }] }, { label: '2' }] })
  })
})

test('minutes keep who met where, and when', () => {
  expect(fromText(KIND_SAMPLES['Biên bản'] ?? []).situation).toEqual(expect.arrayContaining(['Địa điểm: Phòng hội đồng', 'Thư ký: Lê Thị Trăng']))
})

describe('appendices', () => {
  const cell = (texts: readonly string[]) => texts.map((text) => wordParagraph(text)).join('')
  const { left, right, body, recipients, signature } = halvesOf(KIND_SAMPLES['Quyết định'] ?? [])
  const file = aDocx({
    body:
      wordTable([[cell(left), cell(right)]]) +
      cell(body) +
      wordTable([[cell(recipients), cell(signature)]]) +
      cell(['Phụ lục I', 'DANH SÁCH THÀNH VIÊN BAN', '(Kèm theo Quyết định số 318/QĐ-SGDĐT ngày 12 tháng 3 năm 2026 của Sở Giáo dục và Đào tạo)']) +
      wordTable([['STT', 'Họ và tên', 'Chức vụ'], ['1', 'Trần Thị Bến Xuân', 'Trưởng ban'], ['2', 'Lê Minh Trăng', 'Phó Trưởng ban']], RULED) +
      cell(['Phụ lục II', 'DANH MỤC VĂN BẢN VỀ BÌNH ĐẲNG GIỚI']) +
      wordTable([['STT', 'Số, ký hiệu', 'Cơ quan ban hành', 'Trích yếu'], ['1', '125/2021/NĐ-CP', 'Chính phủ', 'Quy định xử phạt vi phạm hành chính trong lĩnh vực bình đẳng giới'], ['2', 'Chỉ thị số 21-CT/TW ngày 20 tháng 01 năm 2018', 'Ban Bí thư', 'Tiếp tục đẩy mạnh công tác phụ nữ']], RULED),
  })

  test('have their own head, title and tables; the documents that they list are citations', async () => {
    const outcome = await readFile(file, 'a.docx')
    const model = outcome.ok ? outcome.model : null
    expect(model?.header).toMatchObject({ number: '318', symbol: 'QĐ-SGDĐT' })
    expect(model?.sections.slice(3)).toMatchObject([
      { label: 'Phụ lục I', title: 'DANH SÁCH THÀNH VIÊN BAN', kind: 'appendix', items: [{ table: { head: [['STT', 'Họ và tên', 'Chức vụ']], rows: [['1', 'Trần Thị Bến Xuân', 'Trưởng ban'], ['2', 'Lê Minh Trăng', 'Phó Trưởng ban']] } }] },
      { label: 'Phụ lục II', title: 'DANH MỤC VĂN BẢN VỀ BÌNH ĐẲNG GIỚI', kind: 'appendix', items: [{ table: { rows: [expect.any(Array), expect.any(Array)] } }] },
    ])
    const listed = model?.legalBases.filter(({ symbol }) => symbol === 'NĐ-CP' || symbol === 'CT/TW')
    expect(listed).toMatchObject([{ number: '125/2021', role: 'mention', issuer: 'Chính phủ', subject: expect.stringContaining('xử phạt') }, { number: '21', role: 'mention', date: '2018-01-20', issuer: 'Ban Bí thư' }])
  })
})
