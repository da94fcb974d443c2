import type { Section } from '../model.ts'
import { squeeze } from '../vietnamese.ts'
import { readTypeLine } from './document-types.ts'
import { isText, type Entry } from './flow.ts'
import { readLabel } from './labels.ts'
import { readHead } from './letterhead.ts'
import { readOutline, readPart } from './outline.ts'

const isTypeLine = (entry: Entry | undefined): boolean => isText(entry) && readTypeLine(entry.text)?.rest === ''
const isAppendix = (entry: Entry | undefined): boolean => isText(entry) && readLabel(entry.text)?.style === 'appendix'

/** The first entry after the signature that belongs to the document: an appendix, or the text that a decision issues. */
export function findAttachment(entries: readonly Entry[], from: number): number {
  const at = entries.findIndex((entry, i) => i >= from && (isAppendix(entry) || isTypeLine(entry) || (isText(entry) && /^MẪU\s/u.test(entry.text))))
  return at < 0 ? entries.length : at
}

/** Appendices as they stand; a document that the decision issues (“KẾ HOẠCH … (Ban hành kèm theo …)”) as one part. */
export function readAttachments(entries: readonly Entry[]): readonly Section[] {
  if (!isTypeLine(entries[0])) return readOutline(entries)
  const next = entries.findIndex((entry, i) => i > 0 && isAppendix(entry))
  const issued = next < 0 ? entries : entries.slice(0, next)
  const head = readHead(issued)
  const [first] = issued
  const title = squeeze(`${isText(first) ? first.text : ''} ${head.header.title ?? ''}`)
  const part = readPart(title, issued.slice(head.next))
  return [part, ...(next < 0 ? [] : readOutline(entries.slice(next)))]
}
