import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { DocumentModel, Section } from '../model.ts'
import { writeDocx } from './docx.ts'
import { layout } from './layout.ts'
import { squashed } from './model-texts.ts'
import { numberSections } from './numbering.ts'
import { partTexts } from './part-texts.ts'
import { departures } from './measuring/measured.ts'
import { measurePdf } from './measuring/measured-pdf.ts'
import { rulesOn } from './form-rules.ts'
import { writePdf } from './pdf.ts'
import type { TablePart } from './parts.ts'
import { SAMPLES_OF_KINDS } from './samples-of-kinds.ts'
import { sampleDecision, sampleDeepPlan, sampleDocument, sampleLetter, samplePlan, sampleProposal, section, text } from './samples.ts'

/** Prints of whole documents, read back by other programs: nothing is lost, doubled or out of order. */
const SAMPLES: Readonly<Record<string, DocumentModel>> = {
  plan: samplePlan(),
  letter: sampleLetter(),
  decision: sampleDecision(),
  proposal: sampleProposal(),
  report: kind('Báo cáo'),
  commendation: kind('Quyết định khen thưởng'),
  notice: kind('Thông báo'),
  minutes: kind('Biên bản'),
  invitation: kind('Giấy mời'),
  programme: kind('Chương trình'),
  deep: { ...sampleDeepPlan(), sections: numberSections(sampleDeepPlan().sections) },
  appendices: { ...sampleDecision(), sections: [...sampleDecision().sections, appendix(true, 60), appendix(false, 90), appendix(true, 3)] },
  hostile: sampleDocument({
    lead: '#read("/etc/passwd") $x^2$ *đậm* _nghiêng_ <nhãn> @tham \\ //chú thích `mã` [khối] ~ #{1+1} & <w:p/> như sau:',
    sections: [section('I', '#let x = 1', [text('= Đề mục #pagebreak()', '-')]), section('Phụ lục', '#import "a.typ"', [{ table: { head: [['#x', '$y$']], rows: [['*a*', '<b>&amp;']] } }], [], 'appendix')],
    signer: { authority: null, position: '#position', name: '$name$' },
  }),
}

function kind(name: string): DocumentModel {
  return SAMPLES_OF_KINDS[name]?.() ?? sampleDocument()
}

function appendix(landscape: boolean, count: number): Section {
  const rows = Array.from({ length: count }, (_, index) => [String(index + 1), `Việc ${index}`, 'Tháng 3'])
  const children = [section('I', 'Mục một', [text('Nội dung mục một.')])]
  return { ...section(null, 'Bảng số liệu', [{ table: { head: [['TT', 'Nội dung', 'Thời gian']], rows } }], children, 'appendix'), landscape }
}

const has = (command: string): boolean => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0
const missing = ['soffice', 'pdftotext', 'pdfinfo'].filter((command) => !has(command))
if (missing.length > 0) console.warn(`prints are not read back: ${missing.join(', ')} not installed`)

let folder = ''
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vanban-print-'))
  for (const [name, model] of Object.entries(SAMPLES)) {
    writeFileSync(join(folder, `${name}.docx`), await writeDocx(model))
    writeFileSync(join(folder, `${name}.pdf`), await writePdf(model))
  }
  if (has('soffice')) {
    const files = Object.keys(SAMPLES).map((name) => join(folder, `${name}.docx`))
    const convert = (format: string, outdir: string): unknown => spawnSync('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', format, '--outdir', outdir, ...files])
    convert('txt:Text (encoded):UTF8', folder)
    convert('pdf', join(folder, 'office'))
  }
}, 120_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function expected(model: DocumentModel): string {
  return squashed(partTexts(layout(model)).join(' '))
}

/** Text of a PDF in reading order, without page numbers and repeated heads of tables. */
function pdfText(name: string, ...flags: readonly string[]): string {
  const pages = spawnSync('pdftotext', [...flags, join(folder, `${name}.pdf`), '-'], { encoding: 'utf8' }).stdout.split('\f')
  const tables = layout(SAMPLES[name] ?? sampleDocument()).sheets.flatMap((sheet) => sheet.parts.filter((part): part is TablePart => part.kind === 'table'))
  const heads = tables.map((table) => squashed(table.head.flat().map((cell) => cell.lines.join(' ')).join(' '))).filter((head) => head !== '')
  const bare = pages.map((page) => squashed(page.replace(/^\s*\d{1,3}\s*\n/u, '')))
  return bare.map((page) => page.slice(heads.find((head) => page.startsWith(head))?.length ?? 0)).join('')
}

/** Cells over several rows are drawn after their neighbours: the letters of such a head are put into their order. */
function headsInOrder(text: string, model: DocumentModel): string {
  const whole = expected(model)
  const tables = layout(model).sheets.flatMap((sheet) => sheet.parts.filter((part): part is TablePart => part.kind === 'table'))
  return tables.reduce((own, { head }) => {
    const words = squashed(head.flat().map((cell) => cell.lines.join(' ')).join(' '))
    const at = whole.indexOf(words)
    const drawn = own.slice(at, at + words.length)
    const isSame = head.length > 1 && [...drawn].toSorted().join('') === [...words].toSorted().join('')
    return isSame ? own.slice(0, at) + words + own.slice(at + words.length) : own
  }, text)
}

describe.skipIf(missing.length > 0)('printed documents', () => {
  test.each(Object.keys(SAMPLES))('%s.docx says in LibreOffice exactly what its layout says', (name) => {
    const own = readFileSync(join(folder, `${name}.txt`), 'utf8')
    expect(squashed(own)).toBe(expected(SAMPLES[name] ?? sampleDocument()))
  })

  test.each(Object.keys(SAMPLES))('%s.pdf says exactly what its layout says', (name) => {
    const model = SAMPLES[name] ?? sampleDocument()
    expect(headsInOrder(pdfText(name, '-raw'), model)).toBe(expected(model))
  })

  test.each(['letter', 'decision', 'proposal', 'deep'])('%s.pdf shows every paragraph and heading whole and in order where they stand on the page', (name) => {
    const page = pdfText(name, '-layout')
    let from = 0
    for (const part of layout(SAMPLES[name] ?? sampleDocument()).sheets.flatMap((sheet) => sheet.parts)) {
      if (part.kind !== 'paragraph' && part.kind !== 'heading') continue
      const at = page.indexOf(squashed(part.runs.map((run) => run.text).join('')), from)
      expect(at, part.runs[0]?.text).toBeGreaterThanOrEqual(from)
      from = at + 1
    }
  })

  // Five headings in a row it keeps on one page, which no real document has: “deep” is left out.
  test.each(Object.keys(SAMPLES).filter((name) => name !== 'deep'))('%s.docx takes as many pages in LibreOffice as the PDF', (name) => {
    const pages = (path: string): string | undefined => /Pages: +(\d+)/u.exec(spawnSync('pdfinfo', [path], { encoding: 'utf8' }).stdout)?.[1]
    expect(pages(join(folder, 'office', `${name}.pdf`))).toBe(pages(join(folder, `${name}.pdf`)))
  })

  test('plan.docx printed by LibreOffice has the measures of the decree', async () => {
    const rules = rulesOn('2026-03-05')
    const places = {
      nationalTitle: 'CỘNG HÒA XÃ HỘI', motto: 'Độc lập - Tự do', parent: 'UBND PHƯỜNG', issuer: 'TRƯỜNG TIỂU HỌC', number: 'Số: 07/KH-THMX', date: 'Bến Ngự, ngày 05', type: 'KẾ HOẠCH',
      subject: 'Thực hiện công tác', basis: 'Căn cứ Nghị quyết', body: 'Trường Tiểu học Mai Xuân xây dựng', heading: 'I. MỤC ĐÍCH', post: 'KT. HIỆU TRƯỞNG', name: 'Trần Thị Ngọc Lan',
      recipientsHead: 'Nơi nhận:', recipients: '- UBND phường', appendix: 'Phụ lục I', appendixTitle: 'DỰ TOÁN KINH PHÍ', reference: '(Kèm theo Kế hoạch',
    } as const
    const measured = await measurePdf(readFileSync(join(folder, 'office', 'plan.pdf')), [0, 4, 5], rules.body.size)
    const found = departures(measured, rules, places, ['TimesNewRoman', 'LiberationSerif', 'Tinos'])
    // It sets the first line of a page by its whole height, and stretches lines between the words that it draws.
    expect(found.filter((fault) => !/^margin top: 2[01]\.|^body not justified/u.test(fault))).toEqual([])
  })

  test('a PDF is tagged, in Vietnamese, named, and holds its fonts', () => {
    const info = spawnSync('pdfinfo', ['-meta', join(folder, 'plan.pdf')], { encoding: 'utf8' }).stdout
    expect(info).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(info).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    const facts = spawnSync('pdfinfo', [join(folder, 'plan.pdf')], { encoding: 'utf8' }).stdout
    expect(facts).toMatch(/Title: +Kế hoạch Thực hiện công tác bình đẳng giới/u)
    expect(facts).toMatch(/Tagged: +yes/u)
    expect(facts).toMatch(/Pages: +7/u)
    expect(readFileSync(join(folder, 'plan.pdf'), 'latin1')).toContain('/Lang (vi-VN)')
  })

  test('page numbers begin at 2 and start again with every appendix, whichever way it lies', () => {
    const numbers = (name: string): readonly (string | null)[] => {
      const pages = spawnSync('pdftotext', ['-layout', join(folder, `${name}.pdf`), '-'], { encoding: 'utf8' }).stdout.split('\f')
      return pages.slice(0, -1).map((page) => /^\s*(\d{1,3})\s*\n/u.exec(page)?.[1] ?? null)
    }
    expect(numbers('plan')).toEqual([null, '2', '3', '4', null, null, '2'])
    expect(numbers('appendices')).toEqual([null, null, '2', '3', null, '2', '3', null])
  })
})
