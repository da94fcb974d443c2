import { describe, expect, it } from 'vitest'
import { aDocx, aPdf, aZip, centred, RULED, typeset, wordParagraph, wordTable } from '../files/samples.ts'
import { UNREADABLE_REASONS } from '../files/unreadable.ts'
import { readFile } from './read-file.ts'

const docx = aDocx({
  body: wordParagraph('KẾ HOẠCH') + wordTable([['1', 'Truyền thông'], ['2', 'Tập huấn']], RULED),
  styles: '<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>',
})
const pdf = aPdf([{ texts: [centred('KẾ HOẠCH', 100), ...typeset('Trường xây dựng kế hoạch năm học với các nội dung cụ thể như sau.', { y: 140 })] }])

describe('reading a file', () => {
  it('says what kind of file it was', async () => {
    expect(await readFile(docx, 'a.docx')).toMatchObject({ ok: true, fileKind: 'docx', raw: { warnings: [] } })
    expect(await readFile(pdf, 'a.pdf')).toMatchObject({ ok: true, fileKind: 'pdf', raw: { pages: 1 } })
    expect(await readFile(Buffer.from('KẾ HOẠCH\n\nNăm 2026'), 'a.txt')).toMatchObject({ ok: true, fileKind: 'text' })
  })

  it('gives the structure of the document', async () => {
    const outcome = await readFile(docx, 'a.docx')
    expect(outcome.ok && outcome.model.header.docType).toBe('Kế hoạch')
  })

  it('goes by the content where the name says otherwise, and mentions it', async () => {
    expect(await readFile(docx, 'a.pdf')).toMatchObject({ ok: true, fileKind: 'docx', raw: { warnings: ['Tên tệp có đuôi .pdf nhưng nội dung là DOCX'] } })
  })

  it.each([
    ['nothing', Buffer.alloc(0), 'empty', 'no content'],
    ['a document without a word', aDocx({ body: wordParagraph('') }), 'empty', 'no text'],
    ['a workbook', aZip([{ name: 'xl/workbook.xml', content: '<x/>' }]), 'wrong_type', 'xlsx'],
    ['a picture', Buffer.from('GIF89a..'), 'wrong_type', 'image'],
    ['more text than a document has', aDocx({ body: wordParagraph(Array.from({ length: 330_000 }, (_, at) => `Kế hoạch ${at * 7919}`).join(' ')) }), 'too_large', expect.stringContaining('letters')],
    ['too many bytes', Buffer.alloc(51 * 1024 * 1024, 'a'), 'too_large', '53477376 bytes'],
  ])('has a reason for %s', async (_, bytes, reason, detail) => {
    expect(await readFile(bytes, 'x')).toEqual({ ok: false, reason, detail })
  })
})

/** A generator of its own, so that a failing case can be made again. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

function damaged(bytes: Uint8Array, next: () => number): Uint8Array {
  const copy = Uint8Array.from(bytes)
  const flips = 1 + Math.floor(next() * 12)
  for (let flip = 0; flip < flips; flip += 1) copy[Math.floor(next() * copy.length)] = Math.floor(next() * 256)
  return copy
}

describe('a damaged file', { timeout: 60_000 }, () => {
  const samples = { docx, pdf }
  // Parts stored as they are, so that damage reaches the XML instead of only the packing.
  const bare = aZip(
    ['word/document.xml', 'word/styles.xml'].map((name) => ({
      name,
      stored: true,
      content: `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${wordParagraph('KẾ HOẠCH')}${wordTable([['1', '2']])}</w:body></w:document>`,
    })),
  )

  it.each(Object.entries({ ...samples, bare }))('of kind %s gives text or a reason, whatever byte is wrong', async (kind, bytes) => {
    const next = random(20260308)
    for (let round = 0; round < 40; round += 1) {
      const outcome = await readFile(damaged(bytes, next), `x.${kind}`)
      if (!outcome.ok) expect(UNREADABLE_REASONS).toContain(outcome.reason)
    }
  })

  it.each(Object.entries(samples))('of kind %s is called truncated, wherever it is cut', async (kind, bytes) => {
    for (let part = 1; part < 40; part += 1) {
      const outcome = await readFile(bytes.subarray(0, Math.floor((bytes.length * part) / 40)), `x.${kind}`)
      expect(outcome.ok ? 'text' : outcome.reason).toMatch(/^(truncated|empty|wrong_type)$/)
    }
  })
})
