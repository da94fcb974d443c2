import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Block, RawDocument } from '../blocks.ts'
import type { DocumentModel, Section } from '../model.ts'
import { readDocument } from './read-document.ts'
import { MUTATIONS } from './mutations.ts'
import { SAMPLE_PLAN } from './sample-plan.ts'
import { textToBlocks } from './text-blocks.ts'
import { countItems } from './walk.ts'

const read = (text: string): DocumentModel => readDocument(textToBlocks(text))
const plan = read(SAMPLE_PLAN)

const sketch = (sections: readonly Section[]): readonly unknown[] => sections.map((section) => [section.label, section.title, section.kind, countItems(section), sketch(section.children)])

describe('a plan', () => {
  test('head', () => {
    expect(plan.header).toEqual({ issuer: 'TRƯỜNG TIỂU HỌC HOA BAN', parentIssuer: 'ỦY BAN NHÂN DÂN PHƯỜNG AN HÒA', number: '27', symbol: 'KH-THHB', place: 'An Hòa', date: '2026-02-05', docType: 'Kế hoạch', title: 'Thực hiện công tác bình đẳng giới năm 2026' })
  })

  test('bases, mentions and facts', () => {
    expect(plan.legalBases.map(({ number, subject, role }) => [number ?? subject, role])).toEqual([['1234', 'basis'], ['45', 'basis'], ['12', 'mention'], ['Luật Bình đẳng giới', 'mention'], ['Luật Phòng, chống bạo lực gia đình', 'mention']])
    expect(plan.genericBases).toEqual(['tình hình thực tế của nhà trường'])
    expect(plan.preamble).toHaveLength(3)
    expect(plan.lead).toMatch(/^Trường Tiểu học Hoa Ban xây dựng .* như sau:$/)
  })

  test('sections', () => {
    expect(sketch(plan.sections)).toEqual([
      ['I', 'MỤC ĐÍCH, YÊU CẦU', 'purpose', 0, [['1', 'Mục đích', 'purpose', 2, []], ['2', 'Yêu cầu', 'requirements', 1, []]]],
      ['II', 'CHỈ TIÊU', 'objectives', 2, []],
      ['III', 'NHIỆM VỤ, GIẢI PHÁP', 'tasks', 0, [['1', 'Công tác tuyên truyền', 'tasks', 2, []], ['2', 'Công tác kiểm tra', 'tasks', 1, []]]],
      ['IV', 'KINH PHÍ', 'budget', 1, []],
      ['V', 'TỔ CHỨC THỰC HIỆN', 'organisation', 0, [['1', 'Ban giám hiệu', 'organisation', 2, []], ['2', 'Công đoàn trường', 'organisation', 1, []], ['3', 'Giáo viên chủ nhiệm có trách nhiệm phổ biến kế hoạch đến học sinh', 'organisation', 1, []]]],
    ])
    expect(plan.closing).toMatch(/^Trên đây là/)
  })

  test('targets', () => {
    expect(plan.targets.map(({ op, value, unit }) => [op, value, unit])).toEqual([['=', 100, '%'], ['>=', 95, '%'], ['=', 2, 'buổi nói']])
  })

  test('deadlines and observances', () => {
    expect(plan.deadlines.filter(({ kind }) => kind !== 'observance').map(({ kind, date, qualifier }) => [kind, date, qualifier])).toEqual([['report', '2026-05-30', 'before'], ['report', '2026-12-10', 'before']])
    expect(plan.observances.map(({ date }) => date)).toEqual(['--03-08', '--11-15/--12-15'])
  })

  test('assignments', () => {
    expect(plan.assignments.map(({ party, duties }) => [party, duties.length])).toEqual([['Ban giám hiệu', 2], ['Công đoàn trường', 2], ['Giáo viên chủ nhiệm', 1]])
  })

  test('recipients and signer', () => {
    expect(plan.recipients).toEqual(['UBND phường An Hòa (để b/c)', 'Các tổ chuyên môn', 'Lưu: VT'])
    expect(plan.signer).toEqual({ authority: 'KT. HIỆU TRƯỞNG', position: 'PHÓ HIỆU TRƯỞNG', name: 'Lê Thị Mai Anh' })
  })

  test('nothing to be marked', () => {
    expect(plan.findings).toEqual([])
  })
})

const paragraphs = SAMPLE_PLAN.trim().split(/\n+/)
const withoutMarks = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, (letter) => (letter === 'đ' ? 'd' : 'D'))

const essence = (model: DocumentModel): unknown => ({
  header: model.header,
  bases: model.legalBases,
  sections: sketch(model.sections),
  targets: model.targets.map(({ op, value, unit }) => [op, value, unit]),
  deadlines: model.deadlines.map(({ kind, date }) => [kind, date]),
  assignments: model.assignments.map(({ party, duties }) => [party, duties.length]),
  recipients: model.recipients,
  signer: model.signer,
})

/** As far as the mutation leaves it: without diacritics, in one form of quotes, tone marks and dashes, in small letters. */
const comparable = (model: DocumentModel, bare: boolean): unknown => {
  const text = JSON.stringify(essence(model)).toLowerCase().replace(/–/g, '-').replace(/[“”]|\\"/g, '').replace(/oà/g, 'òa').replace(/oá/g, 'óa').replace(/uỷ/g, 'ủy')
  return JSON.parse(bare ? withoutMarks(text) : text)
}

describe('the reading does not depend on', () => {
  test.each(Object.entries(MUTATIONS))('%s', (_, { change, bare = false }) => {
    expect(comparable(read(change(SAMPLE_PLAN.trim())), bare)).toEqual(comparable(plan, bare))
  })

  test.each([
    ['no blank line at all', paragraphs.join('\n')],
    ['Windows line ends', SAMPLE_PLAN.replace(/\n/g, '\r\n')],
    ['two spaces for one', SAMPLE_PLAN.replace(/ /g, '  ')],
  ])('%s', (_, text) => {
    expect(essence(read(text))).toEqual(essence(plan))
  })

  test('whether numbers are typed or automatic', () => {
    const raw = textToBlocks(SAMPLE_PLAN)
    const automatic = raw.blocks.map((block): Block => {
      const match = block.kind === 'paragraph' ? /^((?:[IVX]+|\d)\.|[-+]) (.*)$/.exec(block.text) : null
      return match && block.kind === 'paragraph' ? { ...block, marker: match[1] ?? '', text: match[2] ?? '' } : block
    })
    expect(essence(readDocument({ ...raw, blocks: automatic }))).toEqual(essence(plan))
  })

  test('diacritics of the headings', () => {
    const bare = paragraphs.map((text) => (/^[IVX]+\. /.test(text) ? text.normalize('NFD').replace(/\p{M}/gu, '').replace(/Đ/g, 'D') : text)).join('\n\n')
    expect(read(bare).sections.map(({ kind }) => kind)).toEqual(plan.sections.map(({ kind }) => kind))
  })
})

describe('any input gives a model', () => {
  const words = fc.constantFrom('Căn cứ', 'Luật', 'số', '12/KH-UBND', 'ngày', '1/2/2026', 'của', 'Sở A', 'I.', '1.', 'a)', '-', '+', '(', '“', '”', ';', '.', ':', '100%', 'Tháng hành động', 'NƠI NHẬN:', 'KT.', 'HIỆU TRƯỞNG', 'Phụ lục', 'KẾ HOẠCH', '|', '**', '\n', '\n\n', 'năm 2026', 'trước', 'báo cáo', 'Điều 1.')
  const paragraph = fc.record({ kind: fc.constant('paragraph' as const), text: fc.string({ unit: 'binary' }) })
  const table = fc.record({ kind: fc.constant('table' as const), rows: fc.array(fc.array(fc.string())) })

  test('text of the language of administration in any order', () => {
    fc.assert(fc.property(fc.array(words, { maxLength: 120 }), (parts) => {
      expect(read(parts.join(' '))).toMatchObject({ header: {}, sections: expect.any(Array) })
    }), { numRuns: 300 })
  })

  test('any letters, any blocks', () => {
    fc.assert(fc.property(fc.array(fc.oneof(paragraph, table), { maxLength: 20 }), (blocks) => {
      const raw: RawDocument = { blocks, warnings: [] }
      expect(JSON.parse(JSON.stringify(readDocument(raw)))).toMatchObject({ recipients: expect.any(Array) })
    }), { numRuns: 200 })
  })

  test.each(['100% ', 'của của ', 'từ ngày 1/1 đến ', 'Luật Giáo dục và ', '(', '“', '**', '|\n', 'I. ', '1/'])('60,000 letters of %j in linear time', (unit) => {
    const text = unit.repeat(Math.ceil(60_000 / unit.length))
    const started = performance.now()
    read(text)
    expect(performance.now() - started).toBeLessThan(8000)
  })
})
