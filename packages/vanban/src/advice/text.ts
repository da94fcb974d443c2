import type { DocumentModel, Finding } from '../model.ts'
import { wordsAround } from '../checking/page-evidence.ts'
import { citeParagraph, type Cited } from '../reading/citations.ts'
import { passages } from '../reading/walk.ts'

/** Where a paragraph stands in the document. */
export interface Place {
  readonly part: 'preamble' | 'situation' | 'lead' | 'body' | 'closing' | 'recipients'
  /** Labels of the headings around it, the outermost first: `['III', '2', 'a']`; empty outside the body. */
  readonly under: readonly string[]
  /** Which paragraph of the part, from 0 in reading order. */
  readonly paragraph: number
}

/** A finding for the writer: where it stands, and what to write instead. */
export interface Advice extends Finding {
  /** In place of the quote, where that can be told. */
  readonly proposal?: string
  /** Of what stands in the text; the letterhead has no paragraphs. */
  readonly place?: Place
}

/** A paragraph of the document and where it stands. */
export interface Paragraph {
  readonly text: string
  readonly place: Place
  /** The heading itself: judged as a name, not as a sentence. */
  readonly isHeading: boolean
  /** Under an appendix: forms and lists, written otherwise than the body. */
  readonly isAppendix: boolean
}

/** What the advisers look at. */
export interface Draft {
  readonly model: DocumentModel
  readonly paragraphs: readonly Paragraph[]
  /** Every citation with the paragraph that it stands in. */
  readonly cited: readonly (Cited & { readonly place: Place })[]
}

/** All paragraphs of a document in reading order, each once. */
export function draftOf(model: DocumentModel): Draft {
  const plain = (part: Place['part'], texts: readonly string[]): Paragraph[] =>
    texts.map((text, paragraph) => ({ text, place: { part, under: [], paragraph }, isHeading: false, isAppendix: false }))
  const body = [...passages(model.sections)].map(({ text, path, role }, paragraph): Paragraph => {
    const under = path.flatMap(({ label }) => (label === null ? [] : [label]))
    return { text, place: { part: 'body', under, paragraph }, isHeading: role === 'heading', isAppendix: path[0]?.kind === 'appendix' }
  })
  const one = (text: string | null) => (text === null ? [] : [text])
  const paragraphs = [
    ...plain('preamble', model.preamble),
    ...plain('situation', model.situation ?? []),
    ...plain('lead', one(model.lead)),
    ...body,
    ...plain('closing', one(model.closing)),
    ...plain('recipients', model.recipients),
  ]
  const cited = paragraphs.flatMap(({ text, place }) => citeParagraph(text, place.part === 'preamble').map((citation) => ({ ...citation, place })))
  return { model, paragraphs, cited }
}

/** So that a reader finds the place and a replacement meets no other. */
const WORDS_AROUND = 2

export interface Mark {
  readonly code: string
  readonly severity: Finding['severity']
  readonly start: number
  readonly end: number
  readonly note: string
  /** In place of the marked words. */
  readonly right?: string
}

/** Advice on some words of a paragraph. */
export function adviceOn({ text, place }: Paragraph, { code, severity, start, end, note, right }: Mark): Advice {
  // As it stands, spaces too: a writer's program looks for the quote and replaces it.
  const { head, tail } = wordsAround(text, start, end, WORDS_AROUND, WORDS_AROUND)
  const withWords = (words: string) => `${head}${words}${tail}`.trim()
  return { code, severity, quote: withWords(text.slice(start, end)), note, place, ...(right === undefined ? {} : { proposal: withWords(right) }) }
}
