import type { Body, BodyPart } from './body.ts'

/**
 * A body that a return has opened in some fields alone: these are as they read now, everything else stays as it was
 * submitted, also where the records have moved on since.
 * @param open  keys of parts, cells or sentences
 */
export function keepClosed(now: Body, submitted: Body, open: readonly string[]): Body {
  const before = new Map(submitted.parts.map((part) => [part.key, part]))
  return { ...now, parts: now.parts.map((part) => keepPart(part, before.get(part.key), new Set(open))) }
}

function keepPart(now: BodyPart, before: BodyPart | undefined, open: ReadonlySet<string>): BodyPart {
  if (!before || open.has(now.key) || before.kind !== now.kind) return now
  if (now.kind === 'text') return before
  if (now.kind === 'told') {
    const told = new Map(now.sentences.map((sentence) => [sentence.key, sentence]))
    return { ...now, sentences: (before as typeof now).sentences.map((sentence) => (open.has(sentence.key) ? (told.get(sentence.key) ?? sentence) : sentence)) }
  }
  const cells = new Map(now.cells.map((cell) => [cell.key, cell]))
  return { ...now, cells: (before as typeof now).cells.map((cell) => (open.has(cell.key) ? (cells.get(cell.key) ?? cell) : cell)) }
}
