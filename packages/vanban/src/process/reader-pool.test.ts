import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { aDocx, aPdf, pdfOf, pdfStream, typeset, wordParagraph } from '../files/samples.ts'
import { residentBytes } from './resident-bytes.ts'
import { createReaderPool, type ReaderPool, type ReaderPoolOptions } from './reader-pool.ts'

const pools: ReaderPool[] = []
function aPool(options: ReaderPoolOptions): ReaderPool {
  const pool = createReaderPool(options)
  pools.push(pool)
  return pool
}
afterEach(async () => {
  await Promise.all(pools.splice(0).map((pool) => pool.close()))
})

const docx = aDocx({ body: wordParagraph('KẾ HOẠCH') })
const page = (contents: number, resources = '') => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${contents} 0 R/Resources<<${resources}>>>>`
const pages = ['<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 1/Kids[3 0 R]>>']

/** Forms that draw each other ten times: 10⁹ drawings in two kilobytes. */
const formBomb = pdfOf([
  ...pages,
  page(4, '/XObject<</X 5 0 R>>'),
  pdfStream('/X Do '.repeat(10)),
  ...Array.from({ length: 9 }, (_, at) =>
    pdfStream('/X Do '.repeat(10), `/Type/XObject/Subtype/Form/BBox[0 0 1 1]/Resources<</XObject<</X ${6 + at} 0 R>>>>`),
  ),
  pdfStream('0 0 m', '/Type/XObject/Subtype/Form/BBox[0 0 1 1]'),
])

/** 90 MB of drawing instructions. */
const operatorBomb = pdfOf([...pages, page(4, '/Font<</F1 5 0 R>>'), pdfStream('BT /F1 12 Tf (A) Tj ET\n'.repeat(4_000_000)), '<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>'])

describe('a pool of reader processes', { timeout: 60_000 }, () => {
  it('reads files by path and by content, in one warm process', async () => {
    const pool = aPool({ children: 1 })
    const path = join(mkdtempSync(join(tmpdir(), 'vanban-')), 'ke-hoach.docx')
    writeFileSync(path, docx)
    expect(await pool.read({ name: 'ke-hoach.docx', path })).toMatchObject({ ok: true, fileKind: 'docx', raw: { blocks: [{ text: 'KẾ HOẠCH' }] } })
    const pdf = aPdf([{ texts: typeset('Báo cáo kết quả thực hiện kế hoạch bình đẳng giới.', { y: 100 }) }])
    expect(await pool.read({ name: 'bao-cao.pdf', bytes: pdf })).toMatchObject({ ok: true, fileKind: 'pdf' })
    expect(pool.size).toBe(1)
  })

  it('lets files wait when all processes are busy', async () => {
    const pool = aPool({ children: 2 })
    const outcomes = Promise.all(Array.from({ length: 12 }, (_, at) => pool.read({ name: `${at}.docx`, bytes: docx })))
    await pool.read({ name: 'x.docx', bytes: docx })
    expect(pool.size).toBeLessThanOrEqual(2)
    expect((await outcomes).every((outcome) => outcome.ok)).toBe(true)
  })

  it('kills a process that takes too long, and reads the next file in a new one', async () => {
    const pool = aPool({ children: 1, timeoutMs: 1500 })
    const started = performance.now()
    expect(await pool.read({ name: 'x.pdf', bytes: formBomb })).toMatchObject({ ok: false, reason: 'too_slow' })
    expect(performance.now() - started).toBeLessThan(12_000)
    expect(await pool.read({ name: 'x.docx', bytes: docx })).toMatchObject({ ok: true })
  })

  it.skipIf(residentBytes(process.pid) === null)('kills a process that takes too much memory (needs /proc)', async () => {
    const pool = aPool({ children: 1, memoryBytes: 250 * 1024 * 1024 })
    expect(await pool.read({ name: 'x.pdf', bytes: operatorBomb })).toMatchObject({ ok: false, reason: 'too_large' })
    expect(await pool.read({ name: 'x.docx', bytes: docx })).toMatchObject({ ok: true })
  })

  it('ends its processes when nothing is read for a while', async () => {
    const pool = aPool({ children: 1, idleMs: 100 })
    await pool.read({ name: 'x.docx', bytes: docx })
    expect(pool.size).toBe(1)
    await expect.poll(() => pool.size, { timeout: 5000 }).toBe(0)
    expect(await pool.read({ name: 'x.docx', bytes: docx })).toMatchObject({ ok: true })
  })

  it('gives up what waits when it is closed, and reads no more', async () => {
    const pool = aPool({ children: 1 })
    await pool.read({ name: 'x.docx', bytes: docx })
    const waiting = [formBomb, docx].map((bytes) => pool.read({ name: 'x', bytes }).then(String, (error: Error) => error.message))
    await pool.close()
    expect(pool.size).toBe(0)
    expect(await Promise.all(waiting)).toContain('the reader pool is closed')
    await expect(pool.read({ name: 'x', bytes: docx })).rejects.toThrow('closed')
  })

  it('refuses a file that is too big or empty without starting a process', async () => {
    const pool = aPool({ children: 1 })
    expect(await pool.read({ name: 'x', bytes: new Uint8Array(51 * 1024 * 1024) })).toMatchObject({ ok: false, reason: 'too_large' })
    expect(await pool.read({ name: 'x', bytes: new Uint8Array(0) })).toMatchObject({ ok: false, reason: 'empty' })
    expect(pool.size).toBe(0)
  })
})
