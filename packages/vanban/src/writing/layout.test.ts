import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { DocumentModel, Section, TextItem } from '../model.ts'
import { formOf } from './form.ts'
import { rulesOn } from './form-rules.ts'
import { layout } from './layout.ts'
import { modelTexts, squashed } from './model-texts.ts'
import { partTexts } from './part-texts.ts'
import type { Centred, Letterhead, Part } from './parts.ts'
import { sampleDecision, sampleDocument, sampleLetter, samplePlan, sampleProposal, section, text } from './samples.ts'

const { portraitText, landscapeText } = formOf(rulesOn(null))

function main(model: DocumentModel): readonly Part[] {
  return layout(model).sheets[0]?.parts ?? []
}

function roles(parts: readonly Part[]): readonly string[] {
  return parts.map((part) => (part.kind === 'centred' || part.kind === 'paragraph' ? part.role : part.kind))
}

function printed(part: Part | undefined): string {
  return part?.kind === 'heading' || part?.kind === 'paragraph' ? part.runs.map((run) => run.text).join('') : ''
}

function headOf(model: DocumentModel): Letterhead {
  const [head] = main(model)
  if (head?.kind !== 'letterhead') throw new Error('a document begins with its letterhead')
  return head
}

describe('the parts of a document', () => {
  test('a plan has heading, type, subject, bases, lead, sections, closing and ending, then its appendices', () => {
    const { sheets } = layout(samplePlan())
    const order = roles(sheets[0]?.parts ?? []).filter((role, index, all) => role !== all[index - 1])
    expect(order.slice(0, 6)).toEqual(['letterhead', 'type', 'subject', 'basis', 'lead', 'heading'])
    expect(order.slice(-2)).toEqual(['closing', 'ending'])
    expect(sheets.map((sheet) => sheet.landscape)).toEqual([false, false, true])
    expect(roles(sheets[1]?.parts ?? [])).toEqual(['appendix', 'appendixTitle', 'reference', 'table', 'text'])
  })

  test('an official letter has its subject under the number and no line for its type', () => {
    const head = headOf(sampleLetter())
    expect(head.abstract.join(' ')).toBe('V/v hướng dẫn tổ chức Tháng hành động vì bình đẳng giới năm 2026')
    expect(roles(main(sampleLetter()))).not.toContain('type')
    expect(main(sampleLetter())[1]).toMatchObject({ kind: 'addressees', intro: 'Kính gửi:', names: [expect.stringMatching(/;$/u), expect.stringMatching(/;$/u), expect.stringMatching(/\.$/u)] })
  })

  test('a decision says who decides above its bases and QUYẾT ĐỊNH: below them', () => {
    const parts = main(sampleDecision())
    expect(roles(parts)).toEqual(['letterhead', 'type', 'subject', 'decider', 'basis', 'basis', 'basis', 'order', 'text', 'bullet', 'bullet', 'bullet', 'text', 'text', 'text', 'ending'])
    expect(parts.find((part): part is Centred => part.kind === 'centred' && part.role === 'order')?.lines).toEqual(['QUYẾT ĐỊNH:'])
    expect(parts[8]).toMatchObject({ runs: [{ text: 'Điều 1.', bold: true }, { bold: false }] })
    expect(printed(parts.at(-2))).toMatch(/Quyết định này\.\/\.$/u)
  })

  test('a proposal names its only addressee on the line of Kính gửi, without punctuation', () => {
    expect(main(sampleProposal())[3]).toMatchObject({ kind: 'addressees', names: ['Sở Giáo dục và Đào tạo Thành phố Hồ Chí Minh'] })
  })

  test('the draft mark is printed only when asked for', () => {
    expect(headOf(samplePlan()).draft).toBeNull()
    expect(layout(samplePlan(), { draft: true }).sheets[0]?.parts[0]).toMatchObject({ draft: 'DỰ THẢO' })
  })

  test('an empty model still prints the national title', () => {
    const header = { issuer: null, parentIssuer: null, number: null, symbol: null, place: null, date: null, docType: null, title: null }
    expect(roles(main(sampleDocument({ header })))).toEqual(['letterhead'])
  })
})

describe('the letterhead', () => {
  test('is set in 13 and 14 where the issuer fits one line, in 12 and 13 where that saves a line', () => {
    expect(headOf(samplePlan())).toMatchObject({ styles: { issuer: { size: 12 }, motto: { size: 13 } }, issuer: ['TRƯỜNG TIỂU HỌC MAI XUÂN'] })
    expect(headOf(sampleLetter())).toMatchObject({ styles: { issuer: { size: 13 }, motto: { size: 14 } }, issuer: ['SỞ GIÁO DỤC VÀ ĐÀO TẠO'] })
  })

  test('breaks a long issuer into lines that fit its column and rules 1/3 to 1/2 of them', () => {
    const head = headOf(sampleProposal())
    expect(head.issuer.length).toBeGreaterThan(1)
    expect(head.leftWidth + head.rightWidth).toBe(portraitText)
    expect(head.issuerRule).toBeGreaterThan(head.leftWidth / 5)
    expect(head.issuerRule).toBeLessThanOrEqual(head.leftWidth / 2)
  })
})

describe('sections', () => {
  const parts = (own: Section): readonly Part[] => main(sampleDocument({ sections: [own], closing: 'Hết' })).slice(3, -1)

  test('the upper level is in bold capitals, a lettered point upright, a long clause not bold', () => {
    const tree = section('I', 'Nội dung', [], [section('1', 'Tuyên truyền', [], [section('a', 'Học sinh'), section('b', 'Phụ huynh')])])
    expect(parts(tree)).toMatchObject([
      { kind: 'heading', level: 1, runs: [{ text: 'I. NỘI DUNG', bold: true }] },
      { kind: 'heading', level: 2, runs: [{ text: '1. Tuyên truyền', bold: true }] },
      { kind: 'heading', level: 3, runs: [{ text: 'a) Học sinh', bold: false }] },
      { kind: 'heading', level: 3, runs: [{ text: 'b) Phụ huynh', bold: false }] },
    ])
  })

  test('Phần stands on a line of its own with the title in capitals below', () => {
    expect(parts(section('Phần I', 'Kết quả thực hiện'))).toMatchObject([
      { kind: 'centred', lines: ['Phần I'], level: 1 },
      { kind: 'centred', lines: ['KẾT QUẢ THỰC HIỆN'] },
    ])
  })

  test.each([
    ['Kiểm tra', 'Mỗi học kỳ một lần.', ['5. Kiểm tra:', ' Mỗi học kỳ một lần.']],
    ['Kiểm tra', 'Kiểm tra: Mỗi học kỳ một lần.', ['5. Kiểm tra:', ' Mỗi học kỳ một lần.']],
    ['Kiểm tra.', 'Mỗi học kỳ một lần.', ['5. Kiểm tra.', ' Mỗi học kỳ một lần.']],
    ['', 'Mỗi học kỳ một lần.', ['5.', ' Mỗi học kỳ một lần.']],
    ['Kiểm tra', 'Kiểm tra nội bộ mỗi học kỳ.', ['5. Kiểm tra:', ' Kiểm tra nội bộ mỗi học kỳ.']],
  ])('a run-in heading %j opens the paragraph %j', (title, own, expected) => {
    const [part] = parts({ ...section('5', title, [text(own)]), runIn: true })
    expect(part).toMatchObject({ kind: 'paragraph', runs: [{ text: expected[0], bold: true }, { text: expected[1], bold: false }] })
  })

  test('a sentence that introduces a list is printed above it', () => {
    expect(parts({ ...section('1', 'Chỉ tiêu', [text('Một.', '-')]), leadIns: ['Phấn đấu đạt:'] })).toMatchObject([
      { kind: 'heading' },
      { role: 'text', runs: [{ text: 'Phấn đấu đạt:' }], keepWithNext: true },
      { role: 'bullet' },
    ])
  })

  test('bullets carry their marker and level; the sentence above a table stays with it', () => {
    const items = [text('Gồm:', '-', [text('Một;', '+')]), text('Bảng:'), { table: { head: [], rows: [['a']] } }]
    expect(parts(section('1', 'Việc', items))).toMatchObject([
      { kind: 'heading' },
      { role: 'bullet', level: 1, runs: [{ text: '- Gồm:' }], keepWithNext: false },
      { role: 'bullet', level: 2, runs: [{ text: '+ Một;' }] },
      { role: 'text', level: 0, keepWithNext: true },
      { kind: 'table' },
    ])
  })
})

describe('appendices', () => {
  const appendix = section('Phụ lục I', 'Bảng', [], [], 'appendix')
  const sheet = (own: Section): ReturnType<typeof layout>['sheets'][number] | undefined => layout(sampleDocument({ sections: [own] })).sheets[1]

  test('a reference that is given or stands as the first paragraph replaces the generated one', () => {
    const reference = (own: Section): unknown => sheet(own)?.parts.flatMap((part) => (part.kind === 'centred' && part.role === 'reference' ? [part.lines.join(' ')] : []))
    expect(reference(appendix)).toEqual(['(Kèm theo Kế hoạch số 07/KH-THMX ngày 05 tháng 3 năm 2026 của Trường Tiểu học Mai Xuân)'])
    expect(reference({ ...appendix, reference: '(Kèm theo Quyết định này)' })).toEqual(['(Kèm theo Quyết định này)'])
    expect(reference({ ...appendix, items: [text('(Kèm theo Công văn số 5/SGDĐT-VP)')] })).toEqual(['(Kèm theo Công văn số 5/SGDĐT-VP)'])
  })

  test('lie on their side when a table needs the width, unless the model says', () => {
    const wide = { ...appendix, items: [{ table: { head: [Array.from({ length: 12 }, () => 'Nghiên')], rows: [] } }] }
    expect(sheet(appendix)?.landscape).toBe(false)
    expect(sheet(wide)?.landscape).toBe(true)
    expect(sheet({ ...wide, landscape: false })?.landscape).toBe(false)
  })
})

const words = fc.array(fc.constantFrom('bình', 'đẳng', 'giới', 'nữ', 'Kế', 'hoạch', '2021-2030', '125/2021/NĐ-CP', '<b>&', '#read("x")', '$1$', '\uf0b7', '…'), { minLength: 1, maxLength: 14 }).map((own) => own.join(' '))
const item = fc.record({ marker: fc.constantFrom(null, '-', '+', '1.', 'a)'), text: words, items: fc.constant<readonly TextItem[]>([]) })
const nested = fc.record({ marker: fc.constantFrom(null, '-'), text: words, items: fc.array(item, { maxLength: 2 }) })
const table = fc.integer({ min: 1, max: 5 }).chain((columns) => {
  const row = fc.array(words, { minLength: columns, maxLength: columns })
  return fc.record({ table: fc.record({ head: fc.array(row, { maxLength: 2 }), rows: fc.array(row, { maxLength: 4 }) }) })
})
const sectionOf = (children: fc.Arbitrary<readonly Section[]>): fc.Arbitrary<Section> =>
  fc.record({
    label: fc.constantFrom(null, 'I', '1', '1.1', 'a', 'Phần I', 'Điều 3', '*'),
    title: fc.oneof(words, fc.constant('')),
    kind: fc.constantFrom('tasks', 'appendix', 'other'),
    depth: fc.constant(1),
    runIn: fc.boolean(),
    items: fc.array(fc.oneof({ weight: 3, arbitrary: nested }, { weight: 1, arbitrary: table }), { maxLength: 3 }),
    children,
  })
const deepest = sectionOf(fc.constant([]))
const tree = sectionOf(fc.array(sectionOf(fc.array(deepest, { maxLength: 2 })), { maxLength: 2 }))
const orNull = (own: fc.Arbitrary<string>): fc.Arbitrary<string | null> => fc.option(own, { nil: null })
const models = fc
  .record({
    header: fc.record({
      issuer: orNull(words), parentIssuer: orNull(words), number: orNull(fc.constantFrom('7', '12')), symbol: orNull(fc.constant('KH-T')), place: orNull(words),
      date: orNull(fc.constantFrom('2026', '2026-02', '2026-02-30', '2026-11-09')), docType: fc.constantFrom('Kế hoạch', 'Báo cáo', 'Công văn', 'Tờ trình'),
      title: orNull(words), addressees: fc.array(words, { maxLength: 3 }),
    }),
    preamble: fc.array(words, { maxLength: 3 }), lead: orNull(words), sections: fc.array(tree, { maxLength: 3 }), closing: orNull(words),
    recipients: fc.array(words, { maxLength: 4 }), signer: fc.option(fc.record({ authority: orNull(words), position: orNull(words), name: orNull(words) }), { nil: null }),
  })
  .map((own) => marked(sampleDocument(own)))

/** Every free text ends with a word of its own, so that its place in print can be told. */
function marked(model: DocumentModel): DocumentModel {
  let count = 0
  const fixed = new Set(['label', 'kind', 'marker', 'number', 'symbol', 'date', 'docType'])
  const mark = (value: unknown, key = ''): unknown => {
    if (typeof value === 'string') return fixed.has(key) || value === '' ? value : `${key === 'issuer' ? value.toLocaleUpperCase('vi') : value} Q${count++}Q`
    if (Array.isArray(value)) return value.map((own) => mark(own, key))
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([name, own]) => [name, mark(own, name)]))
  }
  return mark(model) as DocumentModel
}

test('every text of a model is printed exactly once, in order, whatever the model', () => {
  fc.assert(
    fc.property(models, (model) => {
      const marks = (texts: readonly string[]): readonly string[] => texts.flatMap((own) => own.match(/Q\d+Q/giu) ?? []).map((own) => own.toUpperCase())
      const pages = layout(model)
      expect(marks(partTexts(pages))).toEqual(marks(modelTexts(model)))
      const whole = squashed(partTexts(pages).join(' '))
      for (const own of modelTexts(model)) expect(whole).toContain(squashed(own.replaceAll('\uf0b7', '')))
    }),
    { seed: 30, numRuns: 300 },
  )
})

test('no part is empty, no table leaves the page, and the last paragraph before the ending is closed', () => {
  fc.assert(
    fc.property(models, (model) => {
      for (const sheet of layout(model).sheets) {
        const width = sheet.landscape ? landscapeText : portraitText
        for (const part of sheet.parts) {
          if (part.kind === 'heading' || part.kind === 'paragraph') expect(printed(part).trim()).not.toBe('')
          if (part.kind === 'heading') expect(part.level).toBeLessThanOrEqual(6)
          if (part.kind === 'table') expect(part.columns.reduce((sum, own) => sum + own, 0)).toBeCloseTo(width, 0)
        }
      }
      const parts = main(model).filter((part) => part.kind !== 'ending')
      const last = parts.at(-1)
      if (last?.kind === 'paragraph' && last.role !== 'basis') expect(printed(last)).toMatch(/[^.]\.\/\.$|…\.\/\.$/u)
    }),
    { seed: 31, numRuns: 200 },
  )
})

