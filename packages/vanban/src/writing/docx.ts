import { Document, Packer, type ISectionOptions } from 'docx'
import type { DocumentModel } from '../model.ts'
import { sheetSection } from './docx-parts.ts'
import { documentStyles } from './docx-styles.ts'
import { layout, type LayoutOptions } from './layout.ts'

/**
 * Writes a document as DOCX (Office Open XML, Word 2013 and later): Times New Roman, language vi-VN, real heading styles,
 * every appendix a section with its own page numbers. Equal models give equal parts but for the time in
 * `docProps/core.xml`.
 */
export async function writeDocx(model: DocumentModel, options: LayoutOptions = {}): Promise<Uint8Array> {
  const { form, properties, sheets } = layout(model, options)
  const sections: readonly ISectionOptions[] = sheets.map((sheet, index) => sheetSection(sheet, index > 0, form))
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
