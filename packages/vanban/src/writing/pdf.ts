import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { setImmediate } from 'node:timers/promises'
import type { NodeCompiler as Compiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { DocumentModel } from '../model.ts'
import { FACES, fontPath } from './font.ts'
import { SIGNATURE_HEIGHT, SINGLE_LINE, type Form } from './form.ts'
import { layout, type LayoutOptions } from './layout.ts'
import type { Cell, Layout, Part, Run, Signature } from './parts.ts'
import { unprintable } from './printable.ts'
import { unbroken } from './unbroken.ts'
import { UnprintableError } from './unprintable-error.ts'

const WORKSPACE = fileURLToPath(new URL('.', import.meta.url))
const TEMPLATE = fileURLToPath(new URL('decree30.typ', import.meta.url))

/** Documents whose work the typesetter keeps; memory stays flat with one. */
const KEPT_DOCUMENTS = 1

let compiler: Promise<Compiler> | null = null

export interface PdfOptions extends LayoutOptions {
  /** What the file says that it keeps, and what is checked when it is written; PDF/A-2a when not given. */
  readonly standard?: 'a-2a' | 'ua-1'
}

/**
 * Writes a document as PDF/A-2a or PDF/UA-1: tagged, language and title set, Tinos embedded. Equal models give equal bytes.
 * The compiler is loaded by the first call and takes about 120 MB: long-lived programs use `writerProcess`.
 *
 * @throws {UnprintableError} naming the characters that the font lacks
 */
export async function writePdf(model: DocumentModel, options: PdfOptions = {}): Promise<Uint8Array> {
  const printed = layout(model, options)
  const missing = unprintable(JSON.stringify(printed))
  if (missing.length > 0) throw new UnprintableError(missing)

  compiler ??= loadCompiler()
  const typst = await compiler
  // Frees what the previous document held: a loop that never returns to the event loop grows by 2 MB a document.
  await setImmediate()
  try {
    const result = typst.compile({ mainFilePath: TEMPLATE, inputs: { data: JSON.stringify(forTemplate(printed)) } })
    const document = result.result
    if (document === null) throw new Error(`document could not be set: ${diagnostics(typst, result.takeDiagnostics())}`)
    return new Uint8Array(typst.pdf(document, { pdfStandard: options.standard ?? 'a-2a' }))
  } finally {
    // What the document before last held: template and phrases that two documents share are not set anew.
    typst.evictCache(KEPT_DOCUMENTS)
  }
}

async function loadCompiler(): Promise<Compiler> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  return NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontBlobs: FACES.map((face) => readFileSync(fontPath(face))) }] })
}

function diagnostics(typst: Compiler, error: Parameters<Compiler['fetchDiagnostics']>[0] | null): string {
  return error === null ? 'no reason given' : JSON.stringify(typst.fetchDiagnostics(error))
}

/** The layout as the template reads it: texts cut into pieces that may and may not be broken. */
function forTemplate(printed: Layout): unknown {
  return {
    form: formForTemplate(printed.form),
    properties: { ...printed.properties, date: dateParts(printed.properties.date) },
    sheets: printed.sheets.map((sheet) => ({ ...sheet, parts: sheet.parts.map(partForTemplate) })),
  }
}

function formForTemplate(form: Form): unknown {
  return { ...form, signatureHeight: SIGNATURE_HEIGHT, singleLine: SINGLE_LINE, nationalTitle: pieces(form.nationalTitle), motto: pieces(form.motto) }
}

function partForTemplate(part: Part): unknown {
  switch (part.kind) {
    case 'letterhead':
      return {
        ...part,
        parent: part.parent.map((line) => pieces(line)),
        issuer: part.issuer.map((line) => pieces(line)),
        number: part.number === null ? null : pieces(part.number),
        abstract: part.abstract.map((line) => pieces(line)),
        placeAndDate: part.placeAndDate.map((line) => pieces(line)),
      }
    case 'centred':
      return { ...part, lines: part.lines.map((line) => pieces(line)) }
    case 'addressees':
      return { ...part, names: part.names.map((line) => pieces(line)) }
    case 'heading':
    case 'paragraph':
      return { ...part, runs: part.runs.flatMap((run) => pieces(run.text, run)) }
    case 'table':
      return { ...part, head: part.head.map((row) => row.map(cellForTemplate)), rows: part.rows.map((row) => row.map(cellForTemplate)) }
    case 'ending':
      return {
        ...part,
        intro: pieces('Nơi nhận:'),
        recipients: part.recipients.map((line) => pieces(line)),
        left: part.left === null ? null : signatureForTemplate(part.left),
        right: signatureForTemplate(part.right),
      }
    case 'chart':
      return part
  }
}

function signatureForTemplate({ titles, name }: Signature): unknown {
  return { titles: titles.map((line) => pieces(line)), name: name === null ? null : pieces(name) }
}

function cellForTemplate(cell: Cell): unknown {
  return { ...cell, lines: cell.lines.map((line) => pieces(line, { bold: cell.bold })) }
}

/** Without a style of its own a piece takes that of the line it stands in. */
function pieces(text: string, style: Partial<Run> = {}): unknown {
  return unbroken(text).map((piece) => ({ ...piece, bold: style.bold ?? null, italic: style.italic ?? null }))
}

function dateParts(date: string | null): { year: number; month: number; day: number } | null {
  if (date === null) return null
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  return { year, month, day }
}
