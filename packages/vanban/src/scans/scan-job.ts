import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import type { RawDocument } from '../blocks.ts'
import { layOut, readPages } from '../files/pdf.ts'
import { loadPdfEngine, openPdf, type PdfEngine } from '../files/pdf-engine.ts'
import type { Rule } from '../files/pdf-rules.ts'
import { UnreadableFile } from '../files/unreadable.ts'
import { deskew } from './deskew.ts'
import { rasterOfPage, SCAN_DPI } from './page-raster.ts'
import type { Raster } from './raster.ts'
import { rulesOfRaster } from './raster-rules.ts'
import { pageOfWords, type RecognisedPage } from './recognised-page.ts'

/** The picture of a page, its lines level, ready for a recogniser. */
export interface PagePicture {
  readonly raster: Raster
  readonly dpi: number
  /** In points of the picture. */
  readonly rules: readonly Rule[]
}

/** More pages than these are not read off their pictures. */
export const MOST_SCANNED_PAGES = 100

interface OpenScan {
  readonly pdfjs: PdfEngine
  readonly document: PDFDocumentProxy
  readonly close: () => Promise<void>
}

let open: OpenScan | null = null

/** Opens a PDF for its pictures, in place of the one before; gives the number of its pages. */
export async function openScan(bytes: Uint8Array): Promise<number> {
  await open?.close()
  open = null
  const pdfjs = await loadPdfEngine()
  const task = openPdf(pdfjs, bytes, { pictures: true })
  const document = await task.promise
  open = { pdfjs, document, close: () => task.destroy() }
  if (document.numPages > MOST_SCANNED_PAGES) throw new UnreadableFile('too_large', `${document.numPages} scanned pages`)
  return document.numPages
}

/** The picture of a page of the open scan; null when the page has none. */
export async function pictureOf(number: number): Promise<PagePicture | null> {
  if (open === null) throw new Error('no scan is open')
  const page = await open.document.getPage(number)
  const found = await rasterOfPage(open.pdfjs, page)
  page.cleanup()
  if (found === null) return null
  const raster = deskew(found)
  return { raster, dpi: SCAN_DPI, rules: rulesOfRaster(raster, SCAN_DPI) }
}

const MOST_NAMED = 12

/**
 * The recognised pages as a document, with a word on what to look at.
 *
 * @param withText  the other pages of the open file have text of their own and stand between them
 */
export async function layOutScan(pages: readonly RecognisedPage[], recogniser: string, withText = false): Promise<RawDocument> {
  const printed = withText && open !== null ? await readPages(open.pdfjs, open.document, new Set(pages.map(({ number }) => number))) : []
  const raw = layOut([...printed, ...pages.map(pageOfWords)].toSorted((one, other) => one.number - other.number))
  if (raw.blocks.length === 0) throw new UnreadableFile('scan', `${recogniser} found no text`)
  const doubts = (raw.lines ?? []).flatMap((line) => line.doubts ?? [])
  const figures = doubts.filter(({ text }) => /\d/.test(text)).map(({ text }) => text)
  return {
    ...raw,
    warnings: [
      `Chữ trên ${withText ? `trang ${pages.map(({ number }) => number).join(', ')}` : `${pages.length} trang`} do máy nhận dạng từ ảnh, có thể sai`,
      ...(doubts.length > 0 ? [`${doubts.length} từ nhận dạng chưa chắc chắn, cần xem lại`] : []),
      ...(figures.length > 0 ? [`Số và ngày cần xem lại trước: ${figures.slice(0, MOST_NAMED).join(', ')}${figures.length > MOST_NAMED ? ' …' : ''}`] : []),
    ],
  }
}
