import { describe, expect, test } from 'vitest'
import type { SourceLine } from '../blocks.ts'
import { aPdf, centred, typeset } from '../files/samples.ts'
import { readFile } from '../process/read-file.ts'
import { evidenceOf } from './evidence.ts'
import { readDocument } from './read-document.ts'
import { SAMPLE_PLAN } from './sample-plan.ts'
import { textToBlocks } from './text-blocks.ts'

const text = SAMPLE_PLAN.trim()
const lines: readonly SourceLine[] = text.split('\n').map((line, at) => ({ text: line, page: null, line: at + 1, box: null }))
const model = readDocument(textToBlocks(text))
const at = (field: string, given = lines) => evidenceOf(model, given).find((entry) => entry.field === field)
const lineWith = (words: string): number => lines.findIndex((line) => line.text.includes(words)) + 1

describe('every found field knows its lines', () => {
  test.each([
    ['header.number', '27/KH-THHB'],
    ['header.date', 'ngày 05 tháng 02 năm 2026'],
    ['header.place', 'An Hòa, ngày'],
    ['header.docType', 'KẾ HOẠCH'],
    ['legalBases.0', '1234/QĐ-BGDĐT'],
    ['sections.0', 'MỤC ĐÍCH, YÊU CẦU'],
    ['sections.2.1', '2. Công tác kiểm tra'],
    ['targets.1', 'Ít nhất 95%'],
    ['deadlines.0', 'trước ngày 30/5/2026'],
    ['recipients.2', 'Lưu: VT'],
    ['signer.name', 'Lê Thị Mai Anh'],
  ])('%s', (field, words) => {
    expect(at(field)).toMatchObject({ spans: [{ line: lineWith(words) }], confidence: expect.closeTo(0.95, 1) })
  })

  test('all of them, none twice', () => {
    const all = evidenceOf(model, lines)
    expect(all.filter(({ spans }) => spans.length === 0)).toEqual([])
    expect(new Set(all.map(({ field }) => field)).size).toBe(all.length)
  })

  test('a heading broken over two lines has both', () => {
    const broken = lines.flatMap((line) => (line.text === 'I. MỤC ĐÍCH, YÊU CẦU' ? [{ ...line, text: 'I. MỤC ĐÍCH,' }, { ...line, line: 900, text: 'YÊU CẦU' }] : [line]))
    expect(at('sections.0', broken)?.spans).toHaveLength(2)
  })
})

describe('confidence falls', () => {
  test('with a word of which the recogniser is not sure, for the fields it stands in', () => {
    const box = { x: 0, y: 0, width: 0.1, height: 0.01 }
    const doubtful = lines.map((line) => (line.text.startsWith('Số:') ? { ...line, doubts: [{ text: '27/KH-THHB', confidence: 0.4, box }] } : line))
    expect(at('header.number', doubtful)?.confidence).toBeLessThan(0.5)
    expect(at('header.date', doubtful)?.confidence).toBeGreaterThan(0.9)
  })

  test('for words that the file does not have', () => {
    expect(at('signer.name', lines.slice(0, -2))).toMatchObject({ spans: [], confidence: 0.4 })
  })

  test('for an issuer that only the text names', () => {
    const bare = readDocument(textToBlocks(text.split('\n').slice(6).join('\n')))
    expect(bare.header.issuerSource).toBe('body')
    expect(evidenceOf(bare, lines).find(({ field }) => field === 'header.issuer')?.confidence).toBeLessThan(0.75)
  })
})

test('a PDF gives the page and the place on it', async () => {
  const pdf = aPdf([{ texts: [centred('KẾ HOẠCH', 100), centred('Công tác bình đẳng giới năm 2026', 120), ...typeset('I. MỤC ĐÍCH', { y: 160 }), ...typeset('- Nâng cao nhận thức của cán bộ, giáo viên, học sinh về bình đẳng giới.', { y: 180 })] }])
  const outcome = await readFile(pdf, 'a.pdf')
  const title = outcome.ok ? outcome.evidence.find(({ field }) => field === 'header.title') : undefined
  expect(title?.spans).toEqual([{ page: 1, line: 2, box: { x: expect.closeTo(0.32, 1), y: expect.closeTo(0.13, 2), width: expect.closeTo(0.35, 1), height: expect.closeTo(0.017, 2) } }])
})
