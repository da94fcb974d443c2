import type { DocumentModel, Finding } from '../model.ts'
import { checkBodies } from './bodies.ts'
import { checkCitations } from './citations.ts'
import { checkDates } from './dates.ts'
import { checkForm } from './form.ts'
import { checkNumbering } from './numbering.ts'
import { toSubject, type PageEvidence } from './page-evidence.ts'
import { checkWording } from './wording.ts'

/**
 * What a careful reader would mark in the document: absent parts, gaps in numbering, faulty citations, impossible dates,
 * abolished bodies, unclosed quotes. `page` tells what only the page shows; without it the letterhead is not judged.
 */
export function checkDocument(model: DocumentModel, page: PageEvidence | null = null): readonly Finding[] {
  const subject = toSubject(model, page)
  if (page?.garbled) {
    const note = 'Bản quét mất dấu: không kiểm tra được câu chữ và căn cứ.'
    return [{ code: 'ocr-garbled', severity: 'error', quote: null, note }, ...checkForm(subject).filter((finding) => finding.code === 'missing-signer')]
  }
  return [...checkForm(subject), ...checkNumbering(subject), ...checkCitations(subject), ...checkDates(subject), ...checkBodies(subject), ...checkWording(subject)]
}
