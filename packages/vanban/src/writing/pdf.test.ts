import { expect, test } from 'vitest'
import { writePdf } from './pdf.ts'
import { sampleDecision, sampleDocument, section, text } from './samples.ts'
import { UnprintableError } from './unprintable-error.ts'

test('equal models give equal bytes', async () => {
  expect(Buffer.compare(await writePdf(sampleDecision()), await writePdf(sampleDecision()))).toBe(0)
})

test('characters that the font lacks are named, not dropped', async () => {
  const model = sampleDocument({ sections: [section('1', 'Bảng 😀', [text('Chữ 漢 và dấu ✓')])] })
  await expect(writePdf(model)).rejects.toThrow(UnprintableError)
  await expect(writePdf(model)).rejects.toMatchObject({ characters: ['😀', '漢'], message: expect.stringContaining('U+1F600') })
})

test('a refused document does not spoil the next one', async () => {
  await expect(writePdf(sampleDocument({ lead: '😀' }))).rejects.toThrow(UnprintableError)
  expect((await writePdf(sampleDecision())).byteLength).toBeGreaterThan(1000)
})

test('a document of many pages, a cell taller than a page and a word wider than the page are all printed', async () => {
  const tall = { table: { head: [['TT', 'Nội dung']], rows: [['1', 'bình đẳng giới '.repeat(800)], ['2', 'x'.repeat(300)]] } }
  const model = sampleDocument({ sections: [section('I', 'Nội dung', [text('y'.repeat(400)), tall, ...Array.from({ length: 400 }, (_, index) => text(`Việc ${index}`, '-'))])], recipients: Array.from({ length: 120 }, (_, index) => `Trường ${index}`) })
  const file = Buffer.from(await writePdf(model)).toString('latin1')
  expect(file.startsWith('%PDF-1.7')).toBe(true)
})
