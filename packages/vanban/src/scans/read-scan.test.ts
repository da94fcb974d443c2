import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { pdfOf, pdfStream } from '../files/samples.ts'
import { createReaderPool } from '../process/reader-pool.ts'
import type { ScanProgress } from './read-scan.ts'
import { findTesseract, type Recogniser } from './tesseract.ts'

const SIDE = 300

/** A PDF of so many pages, each one grey picture over the whole page. */
function aScan(pages: number): Buffer {
  const picture = pdfStream(Buffer.alloc(SIDE * SIDE, 220), `/Type/XObject/Subtype/Image/Width ${SIDE}/Height ${SIDE}/ColorSpace/DeviceGray/BitsPerComponent 8`)
  const kids = Array.from({ length: pages }, (_, at) => `${5 + at} 0 R`).join(' ')
  const page = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</XObject<</I 3 0 R>>>>>>'
  return pdfOf(['<</Type/Catalog/Pages 2 0 R>>', `<</Type/Pages/Count ${pages}/Kids[${kids}]>>`, picture, pdfStream('q 595 0 0 842 0 0 cm /I Do Q'), ...Array.from({ length: pages }, () => page)])
}

/** A page of text, a picture of one, a blank one. */
function aMixedFile(): Buffer {
  const picture = pdfStream(Buffer.alloc(SIDE * SIDE, 220), `/Type/XObject/Subtype/Image/Width ${SIDE}/Height ${SIDE}/ColorSpace/DeviceGray/BitsPerComponent 8`)
  const lines = Array.from({ length: 6 }, (_, at) => `1 0 0 1 100 ${700 - at * 18} Tm (Printed words of the first page, many more than a stamp has.) Tj`)
  const printed = `BT /F 13 Tf ${lines.join(' ')} ET`
  const page = (contents: number) => `<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents ${contents} 0 R/Resources<</XObject<</I 3 0 R>>/Font<</F 7 0 R>>>>>>`
  return pdfOf([
    '<</Type/Catalog/Pages 2 0 R>>', '<</Type/Pages/Count 3/Kids[8 0 R 9 0 R 10 0 R]>>', picture, pdfStream('q 595 0 0 842 0 0 cm /I Do Q'), pdfStream(printed), pdfStream(' '),
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>', page(5), page(4), page(6),
  ])
}

const word = (text: string, left: number, top: number) => ({ text, left, top, width: text.length * 20, height: 34, confidence: 0.9, line: String(top) })
/** Reads the same two lines off every page. */
const reader: Recogniser = {
  name: 'two lines',
  recognise: (raster, dpi) => Promise.resolve([word('KẾ', 700, 300), word('HOẠCH', 760, 300), word(`${raster.width}×${raster.height}/${dpi}`, 300, 400)]),
}

const pools = [createReaderPool({ children: 1, recogniser: reader }), createReaderPool({ children: 1, recogniser: null })] as const
afterAll(() => Promise.all(pools.map((pool) => pool.close())))

describe('a scan', { timeout: 60_000 }, () => {
  it('is read page by page, and says how far it is', async () => {
    const steps: ScanProgress[] = []
    const outcome = await pools[0].read({ name: 'a.pdf', bytes: aScan(3) }, { onProgress: (step) => steps.push(step) })
    expect(outcome).toMatchObject({ ok: true, fileKind: 'pdf', raw: { pages: 3 }, model: { header: { docType: 'Kế hoạch' } } })
    expect(steps).toEqual([0, 1, 2, 3].map((done) => ({ done, pages: 3 })))
    expect(JSON.stringify(outcome.ok && outcome.raw.blocks)).toContain('1653×2339/200')
  })

  it('of single pages is read between the pages that have text', async () => {
    const steps: ScanProgress[] = []
    const outcome = await pools[0].read({ name: 'a.pdf', bytes: aMixedFile() }, { onProgress: (step) => steps.push(step) })
    const texts = outcome.ok ? outcome.raw.blocks.map((block) => (block.kind === 'paragraph' ? block.text : '')).join(' ') : outcome.detail
    expect(texts).toMatch(/Printed words of the first page.*KẾ HOẠCH/)
    expect(steps.at(0)).toEqual({ done: 0, pages: 2 })
    expect(outcome.ok && outcome.raw.warnings.join()).toContain('Chữ trên trang 2 do máy nhận dạng')
    expect(await pools[1].read({ name: 'a.pdf', bytes: aMixedFile() })).toMatchObject({ ok: true, raw: { picturePages: [2, 3] } })
  })

  it('may be called off', async () => {
    const controller = new AbortController()
    const outcome = await pools[0].read({ name: 'a.pdf', bytes: aScan(5) }, { signal: controller.signal, onProgress: ({ done }) => done === 2 && controller.abort() })
    expect(outcome).toMatchObject({ ok: false, reason: 'cancelled' })
  })

  it('of which every page fails is a scan still, with the reason', async () => {
    const failing: Recogniser = { name: 'none', recognise: () => Promise.reject(new Error('more than 5 ms')) }
    await using pool = createReaderPool({ children: 1, recogniser: failing })
    expect(await pool.read({ name: 'a.pdf', bytes: aScan(1) })).toEqual({ ok: false, reason: 'scan', detail: '1: more than 5 ms' })
  })

  it('without a recogniser is told for a scan', async () => {
    expect(await pools[1].read({ name: 'a.pdf', bytes: aScan(1) })).toMatchObject({ ok: false, reason: 'scan' })
  })
})

const folder = join(process.env['SONGHANH_CORPUS'] ?? join(import.meta.dirname, '../../../../../shared/corpus'), 'files')
const scans = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('_scan.pdf')) : []
const tesseract = await findTesseract()

describe.skipIf(scans.length === 0 || tesseract === null)('real scans (need the corpus, and tesseract with Vietnamese)', { timeout: 180_000 }, () => {
  // Five pages take ten seconds: one document here, all of them in the long run.
  it.each(process.env['SONGHANH_LONG'] ? scans : scans.slice(0, 1))('%s has issuer, symbol and parts, and names the words to look at', async (name) => {
    await using pool = createReaderPool({ children: 1, timeoutMs: 60_000 })
    const outcome = await pool.read({ name, path: join(folder, name) })
    expect(outcome).toMatchObject({ ok: true, model: { header: { issuer: expect.stringContaining('ỦY BAN NHÂN DÂN'), symbol: expect.stringMatching(/^(?:BC|CT)-UBND$/) } } })
    expect(outcome.ok && outcome.model.sections.length).toBeGreaterThan(0)
    expect(outcome.ok && outcome.raw.warnings.join(' ')).toContain('cần xem lại')
  })
})
