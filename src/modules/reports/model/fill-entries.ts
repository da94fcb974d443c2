import type { Body } from './body.ts'
import type { Entries, SentenceEntry } from './entries.ts'
import { partsOf, type Form } from './form.ts'

/**
 * Texts of a consolidation for the unit's own report: written texts of the same part, and quotes as sentences of the
 * same part. What is written there already stays. Figures are not entries: the report reads them by what they count.
 */
export function fillEntries(form: Form, entries: Entries, consolidated: Body): { entries: Entries; texts: number } {
  const parts = new Map(consolidated.parts.map((part) => [part.key, part]))
  const texts: Record<string, string> = { ...entries.texts }
  const sentences: Record<string, SentenceEntry> = { ...entries.sentences }
  let taken = 0
  for (const { key, kind } of partsOf(form)) {
    const part = parts.get(key)
    if (kind === 'text' && part?.kind === 'text' && part.text && !texts[key]?.trim()) {
      texts[key] = part.text
      taken++
    }
    if (kind !== 'told' || part?.kind !== 'told') continue
    // What the registers tell by themselves is told in the report as well.
    for (const sentence of part.sentences.filter(({ isEdited, text }) => isEdited && text)) {
      if (Object.hasOwn(sentences, sentence.key)) continue
      sentences[sentence.key] = { text: sentence.text, basis: '' }
      taken++
    }
  }
  return { entries: { ...entries, texts, sentences }, texts: taken }
}
