import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { openZip } from '../files/zip.ts'
import { chartData, drawChart } from './chart.ts'
import { writeDocx } from './docx.ts'
import { glyphPath } from './font.ts'
import { writePdf } from './pdf.ts'
import { sampleDocument, section } from './samples.ts'

const table = {
  head: [['TT', 'Nội dung', 'Năm 2025', 'Năm 2026']],
  rows: [['1', 'Buổi truyền thông', '8', '12,5'], ['A. Nhóm'], ['2', 'Kinh phí', '1.250.000', ''], ['', 'Tổng cộng', '1.250.008', '12,5']],
}

describe('the numbers of a table', () => {
  test('are series by column, without serial numbers, totals and rows that span the table', () => {
    expect(chartData(table)).toEqual({
      labels: ['Buổi truyền thông', 'Kinh phí'],
      series: [{ name: 'Năm 2025', values: [8, 1_250_000] }, { name: 'Năm 2026', values: [12.5, null] }],
    })
  })

  test('that are none give no drawing', () => {
    expect(drawChart({ head: [], rows: [['a', 'b']] }, { kind: 'bar', title: null }, 165)).toBeNull()
    expect(drawChart({ head: [], rows: [] }, { kind: 'line', title: null }, 165)).toBeNull()
  })
})

describe('a drawing', () => {
  test('has bars in proportion to the numbers and says them in words', () => {
    const drawing = drawChart({ head: [['Khối', 'Tiết']], rows: [['Khối 4', '10'], ['Khối 5', '5']] }, { kind: 'bar', title: 'Số tiết' }, 165)
    const widths = [...(drawing?.svg ?? '').matchAll(/<rect [^>]*width="([\d.]+)"/gu)].map((found) => Number(found[1]))
    expect(widths[0]).toBeCloseTo(2 * (widths[1] ?? 0), 1)
    expect(drawing?.description).toBe('Biểu đồ cột Số tiết. Tiết: Khối 4 10; Khối 5 5.')
  })

  test('has a line through every number, the higher number higher', () => {
    const drawing = drawChart({ head: [['Năm', 'Tỷ lệ']], rows: [['Năm 2025', '40%'], ['Năm 2026', '60%']] }, { kind: 'line', title: null }, 165)
    const points = /points="([^"]+)"/u.exec(drawing?.svg ?? '')?.[1]?.split(' ').map((own) => Number(own.split(',')[1])) ?? []
    expect(points).toHaveLength(2)
    expect(points[1]).toBeLessThan(points[0] ?? 0)
  })

  test('draws letters as outlines, accents included', () => {
    expect(glyphPath('ệ', 'regular').match(/M/gu)?.length).toBeGreaterThan((glyphPath('e', 'regular').match(/M/gu)?.length ?? 0))
    expect(glyphPath(' ', 'regular')).toBe('')
    expect(drawChart(table, { kind: 'bar', title: 'Biểu đồ 1' }, 165)?.svg).not.toContain('<text')
  })
})

describe('in the files', () => {
  const model = sampleDocument({ sections: [section('I', 'Kết quả', [{ table, chart: { kind: 'bar', title: 'Biểu đồ 1' } }])] })

  test('a DOCX holds it as SVG with a picture for older programs and its words for those who cannot see it', async () => {
    const zip = await openZip(await writeDocx(model))
    expect(zip.names.filter((name) => name.startsWith('word/media/')).map((name) => name.split('.').at(-1)).toSorted()).toEqual(['png', 'svg'])
    const document = Buffer.from((await zip.read('word/document.xml')) ?? []).toString()
    expect(document).toMatch(/descr="Biểu đồ cột Biểu đồ 1\. Năm 2025: Buổi truyền thông 8; Kinh phí 1\.250\.000/u)
  })

  test.skipIf(spawnSync('pdfimages', ['-v']).error !== undefined)('a PDF holds it as drawing, not as pixels', async () => {
    const listed = spawnSync('pdfimages', ['-list', '-'], { input: Buffer.from(await writePdf(model)), encoding: 'utf8' })
    expect(listed.stdout.trim().split('\n')).toHaveLength(2)
  })
})
