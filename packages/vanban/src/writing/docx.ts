import { Document, Packer, type ISectionOptions } from 'docx'
import type { DocumentModel } from '../model.ts'
import { sheetSection, type ChartPictures } from './docx-parts.ts'
import { documentStyles } from './docx-styles.ts'
import { layout, type LayoutOptions } from './layout.ts'
import type { Sheet } from './parts.ts'

/**
 * Writes a document as DOCX (Office Open XML, Word 2013 and later): Times New Roman, language vi-VN, real heading styles,
 * every appendix a section with its own page numbers. Equal models give equal parts but for the time in
 * `docProps/core.xml`.
 */
export async function writeDocx(model: DocumentModel, options: LayoutOptions = {}): Promise<Uint8Array> {
  const { form, properties, sheets } = layout(model, options)
  const pictures = await chartPictures(sheets)
  const sections: readonly ISectionOptions[] = sheets.map((sheet, index) => sheetSection(sheet, index > 0, form, pictures))
  const document = new Document({
    title: properties.title,
    subject: properties.subject,
    creator: properties.creator,
    lastModifiedBy: properties.creator,
    compatibility: { version: 15 },
    defaultTabStop: 720,
    styles: documentStyles(form),
    sections,
  })
  return new Uint8Array(await Packer.toBuffer(document))
}

/** For lengths in millimetres the renderer counts this twice: 150 gives 150 × 150/72, about 310 dots an inch. */
const DENSITY = 150

async function chartPictures(sheets: readonly Sheet[]): Promise<ChartPictures> {
  const charts = sheets.flatMap((sheet) => sheet.parts).filter((part) => part.kind === 'chart')
  if (charts.length === 0) return new Map()
  const { default: sharp } = await import('sharp')
  const pictures = await Promise.all(charts.map((chart) => sharp(Buffer.from(chart.svg), { density: DENSITY }).flatten({ background: '#ffffff' }).greyscale().png().toBuffer()))
  return new Map(charts.map((chart, index) => [chart, new Uint8Array(pictures[index] ?? [])]))
}
