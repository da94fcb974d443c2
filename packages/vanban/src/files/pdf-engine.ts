import { registerHooks } from 'node:module'
import { dirname, join, sep } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type PdfEngine = typeof import('pdfjs-dist/legacy/build/pdf.mjs')
export type { PDFDocumentProxy, PDFPageProxy }

const CANVAS = '@napi-rs/canvas'
const STUB = 'songhanh:no-canvas'

let engine: Promise<PdfEngine> | undefined

/**
 * pdf.js, loaded once per process.
 *
 * On Node it reaches for a native canvas that only drawing needs. It gets an empty stand-in: 27 MB and 0.15 s less,
 * and no native code near hostile files.
 */
export function loadPdfEngine(): Promise<PdfEngine> {
  engine ??= load()
  return engine
}

async function load(): Promise<PdfEngine> {
  const hooks = registerHooks({
    resolve: (specifier, context, next) =>
      specifier === CANVAS ? { url: STUB, format: 'commonjs', shortCircuit: true } : next(specifier, context),
    load: (url, context, next) =>
      url === STUB
        ? { format: 'commonjs', source: 'module.exports = { DOMMatrix: class {}, Path2D: class {} }', shortCircuit: true }
        : next(url, context),
  })
  try {
    const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
    // With its worker code at hand pdf.js parses in this thread instead of starting one.
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs' as string)
    return pdfjs
  } finally {
    hooks.deregister()
  }
}

/** Points of the largest picture that is unpacked: an A3 page at 600 dpi has 70 million. */
const LARGEST_PICTURE = 80_000_000

/** Opens a document; pictures are left packed unless they are asked for. The caller destroys the loading task. */
export function openPdf(pdfjs: PdfEngine, bytes: Uint8Array, { pictures = false } = {}) {
  const folder = join(dirname(fileURLToPath(import.meta.resolve('pdfjs-dist/package.json'))), sep)
  return pdfjs.getDocument({
    // pdf.js takes the memory over, so it gets a copy.
    data: new Uint8Array(bytes),
    cMapUrl: join(folder, 'cmaps', sep),
    cMapPacked: true,
    standardFontDataUrl: join(folder, 'standard_fonts', sep),
    useSystemFonts: false,
    disableFontFace: true,
    fontExtraProperties: true,
    // Fax and JPEG 2000 pictures are unpacked by its plain scripts, without WebAssembly.
    useWasm: false,
    wasmUrl: pathToFileURL(join(folder, 'wasm', sep)).href,
    isOffscreenCanvasSupported: false,
    maxImageSize: pictures ? LARGEST_PICTURE : 1,
    stopAtErrors: false,
    verbosity: 0,
  })
}
