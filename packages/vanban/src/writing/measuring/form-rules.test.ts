import { beforeAll, describe, expect, test } from 'vitest'
import type { DocumentModel } from '../../model.ts'
import { writeDocx } from '../docx.ts'
import { FORM_RULES, rulesOn, type ComponentId, type FormRules } from '../form-rules.ts'
import { writePdf } from '../pdf.ts'
import { SAMPLES_OF_KINDS } from '../samples-of-kinds.ts'
import { sampleDecision, sampleDocument, sampleLetter, samplePlan, section, text } from '../samples.ts'
import { departures, type Measured, type Places } from './measured.ts'
import { measureDocx } from './measured-docx.ts'
import { measurePdf } from './measured-pdf.ts'

/** Documents in which every component of the table can be measured, with the words by which it is found. */
interface Specimen {
  readonly model: DocumentModel
  readonly places: Places
  /** First pages of the document and its appendices in the PDF. */
  readonly starts: readonly number[]
}

const divided = sampleDocument({
  lead: 'Trường Tiểu học Mai Xuân báo cáo kết quả thực hiện công tác bình đẳng giới và vì sự tiến bộ của phụ nữ năm 2026 như sau:',
  sections: [
    section('Phần I', 'Kết quả thực hiện', [], [
      section('1', 'Nhà trường đã phổ biến pháp luật về bình đẳng giới cho toàn thể cán bộ, giáo viên, nhân viên và cha mẹ học sinh.', [], []),
      section('a', 'Đối với học sinh', [text('Đã tổ chức 12 tiết dạy có lồng ghép nội dung về giới cho học sinh khối 4, khối 5 của trường.'), text('Đã tư vấn tâm lý cho 146 lượt học sinh.')]),
    ]),
    section('Điều 1', 'Phạm vi', [text('Áp dụng trong toàn trường.')]),
  ],
})

const SPECIMENS: Readonly<Record<string, Specimen>> = {
  plan: {
    model: samplePlan(),
    starts: [0, 4, 5],
    places: {
      nationalTitle: 'CỘNG HÒA XÃ HỘI',
      motto: 'Độc lập - Tự do',
      parent: 'UBND PHƯỜNG BẾN NGỰ',
      issuer: 'TRƯỜNG TIỂU HỌC MAI XUÂN',
      number: 'Số: 07/KH-THMX',
      date: 'Bến Ngự, ngày 05',
      type: 'KẾ HOẠCH',
      subject: 'Thực hiện công tác bình đẳng giới',
      basis: 'Căn cứ Nghị quyết số 28',
      body: 'Trường Tiểu học Mai Xuân xây dựng',
      heading: 'I. MỤC ĐÍCH',
      titledClause: '1. Mục đích',
      post: 'KT. HIỆU TRƯỞNG',
      name: 'Trần Thị Ngọc Lan',
      recipientsHead: 'Nơi nhận:',
      recipients: '- UBND phường',
      appendix: 'Phụ lục I',
      appendixTitle: 'DỰ TOÁN KINH PHÍ',
      reference: '(Kèm theo Kế hoạch số 07',
    },
  },
  letter: { model: sampleLetter(), starts: [0], places: { abstract: 'V/v hướng dẫn', addressees: 'Kính gửi:' } },
  decision: { model: sampleDecision(), starts: [0], places: { decider: 'HIỆU TRƯỞNG TRƯỜNG', order: 'QUYẾT ĐỊNH:' } },
  divided: { model: divided, starts: [0], places: { division: 'Phần I', divisionTitle: 'KẾT QUẢ THỰC HIỆN', clause: '1. Nhà trường đã', point: 'a) Đối với học sinh', article: 'Điều 1. Phạm vi' } },
}

const rules = rulesOn('2026-03-05')
const FACES = { docx: [rules.font.family], pdf: ['Tinos'] } as const
const measured = new Map<string, Measured>()

beforeAll(async () => {
  for (const [name, { model, starts }] of Object.entries(SPECIMENS)) {
    measured.set(`${name}.docx`, await measureDocx(await writeDocx(model)))
    measured.set(`${name}.pdf`, await measurePdf(await writePdf(model), starts, rules.body.size))
  }
})

function allDepartures(format: 'docx' | 'pdf', table: FormRules): readonly string[] {
  return Object.entries(SPECIMENS).flatMap(([name, { places }]) => {
    const own = measured.get(`${name}.${format}`)
    return own === undefined ? [`${name} was not written`] : departures(own, table, places, FACES[format])
  })
}

describe.each(['docx', 'pdf'] as const)('a produced %s', (format) => {
  test('keeps every row of the decree’s table', () => {
    expect(allDepartures(format, rules)).toEqual([])
  })

  test.each(Object.keys(rules.components) as readonly ComponentId[])('would be caught if it departed in size, face or alignment: %s', (id) => {
    const row = rules.components[id]
    const changed = (over: Partial<typeof row>): FormRules => ({ ...rules, components: { ...rules.components, [id]: { ...row, ...over } } })
    const tables = [changed({ size: { least: row.size.most + 1, most: row.size.most + 2 } }), changed({ bold: !row.bold }), changed({ italic: !row.italic }), changed({ align: row.align === 'centre' ? 'left' : 'centre' })]
    for (const table of tables) expect(allDepartures(format, table).join()).toContain(id)
    if (row.rule !== undefined) expect(allDepartures(format, changed({ rule: { least: 0.6, most: 0.9, ours: 0.7 } })).join()).toContain(`${id} rule`)
    if (id !== 'pageNumber') expect(allDepartures(format, changed({ upper: !row.upper })).join()).toContain(`${id}: capitals`)
  })

  test.each([
    ['margin left', { ...rules, page: { ...rules.page, margins: { ...rules.page.margins, left: { least: 32, most: 35, ours: 33 } } } }],
    ['margin bottom', { ...rules, page: { ...rules.page, margins: { ...rules.page.margins, bottom: { least: 60, most: 65, ours: 60 } } } }],
    ['page width', { ...rules, page: { ...rules.page, width: 216 } }],
    ['line spacing', { ...rules, body: { ...rules.body, lineSpacing: { least: 1.2, most: 1.5, ours: 1.3 } } }],
    ['paragraph gap', { ...rules, body: { ...rules.body, paragraphGap: { least: 8, most: null, ours: 8 } } }],
    ['first line', { ...rules, body: { ...rules.body, firstLineIndents: [10] } }],
    ['abstract gap', { ...rules, abstractGap: { ...rules.abstractGap, least: 8, most: 8, ours: 8 } }],
    ['page number', { ...rules, pageNumbers: { ...rules.pageNumbers, firstPage: true } }],
    ['place', { ...rules, pageNumbers: { ...rules.pageNumbers, place: 'bottom' } }],
    ['font', { ...rules, font: { ...rules.font, colour: '333333' } }],
  ] satisfies readonly (readonly [string, FormRules])[])('would be caught if it departed in %s', (what, table) => {
    expect(allDepartures(format, table).join()).toContain(what === 'font' ? 'colour' : what)
  })
})

/** Kinds of which the appendices begin on these pages of the PDF, from 0. */
const APPENDICES: Readonly<Record<string, readonly number[]>> = { 'Kế hoạch': [4, 5], 'Quyết định khen thưởng': [1] }

test.each(Object.entries(SAMPLES_OF_KINDS))('a document of every kind keeps the rows that all have: %s', async (kind, sample) => {
  const model = sample()
  const isLetter = kind === 'Công văn'
  const places: Places = {
    nationalTitle: rules.texts.nationalTitle,
    motto: rules.texts.motto,
    // With room to write it the number stands in two pieces.
    ...(model.header.number === null ? {} : { number: 'Số:' }),
    recipientsHead: 'Nơi nhận:',
    recipients: `- ${model.recipients[0]}`,
    name: model.signer?.name ?? '',
    ...(isLetter ? { abstract: 'V/v' } : { type: (model.header.docType ?? '').toLocaleUpperCase('vi'), subject: (model.header.title ?? '').slice(0, 20) }),
    ...(model.header.addressees === undefined ? {} : { addressees: 'Kính gửi:' }),
  }
  const files = { docx: await measureDocx(await writeDocx(model)), pdf: await measurePdf(await writePdf(model), [0, ...(APPENDICES[kind] ?? [])], rules.body.size) }
  for (const format of ['docx', 'pdf'] as const) {
    const found = departures(files[format], rules, places, FACES[format])
    // A single addressee stands in the middle; a page of short paragraphs shows no pitch; bars of a chart are grey.
    expect(found.filter((fault) => !/^addressees align: centre|^body: nothing to measure|^colour: (..)\1\1$/u.test(fault)), format).toEqual([])
  }
})

test('every row of the table is measured somewhere', () => {
  const found = new Set(['pageNumber', ...Object.values(SPECIMENS).flatMap(({ places }) => Object.keys(places))])
  expect(Object.keys(rules.components).filter((id) => !found.has(id))).toEqual([])
})

describe('the rules of a day', () => {
  const [first] = FORM_RULES
  if (first === undefined) throw new Error('rules ship')
  const next: FormRules = { ...first, pageNumbers: { ...first.pageNumbers, place: 'bottom', firstPage: true }, decree: 'Nghị định mới', from: '2027-01-01', body: { ...first.body, size: 13 }, page: { ...first.page, margins: { ...first.page.margins, left: { least: 35, most: 40, ours: 35 } } } }
  const sets = [{ ...first, until: '2027-01-01' }, next]

  test('are those in force on it; a document without a whole day follows the newest', () => {
    expect(rulesOn('2026-12-31', sets).decree).toBe(first.decree)
    expect(rulesOn('2027-01-01', sets).decree).toBe('Nghị định mới')
    expect(rulesOn('2027', sets).decree).toBe('Nghị định mới')
    expect(rulesOn('2019-05-01', sets).decree).toBe(first.decree)
  })

  test('change both files without a line of code', async () => {
    const model = { ...samplePlan(), header: { ...samplePlan().header, date: '2027-03-05' } }
    const docx = await measureDocx(await writeDocx(model, { ruleSets: sets }))
    const pdf = await measurePdf(await writePdf(model, { ruleSets: sets }), [0, 3, 4], next.body.size)
    for (const own of [docx, pdf]) expect(departures({ ...own, sheets: own.sheets.slice(0, 1) }, next, {}, [rules.font.family, 'Tinos'])).toEqual([])
  })
})
