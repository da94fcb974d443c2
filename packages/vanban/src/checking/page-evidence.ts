import type { DocumentModel } from '../model.ts'
import { squeeze } from '../vietnamese.ts'
import { citeParagraph, citeTable, type Cited } from '../reading/citations.ts'
import { allSections, isTable, passages, type Passage } from '../reading/walk.ts'

/** What only the page shows, beside the model; absent for a document that is being written. */
export interface PageEvidence {
  /** The name of the state, or the issuer in the letterhead. */
  readonly hasLetterhead: boolean
  /** The line “Số: …” and the line of place and date as printed. */
  readonly numberLine: string | null
  readonly dateLine: string | null
  readonly dateAtHead: boolean
  /** A line “V/v …” stands in a document that has a title. */
  readonly regarding: string | null
  /** “(Kèm theo Kế hoạch số …)”. */
  readonly caption: string | null
  /** A scan that has lost its diacritics: words cannot be judged. */
  readonly garbled: boolean
}

/** What the checks look at: the model and all its text. */
export interface Subject {
  readonly model: DocumentModel
  readonly page: PageEvidence | null
  readonly passages: readonly Passage[]
  readonly cited: readonly Cited[]
}

export function toSubject(model: DocumentModel, page: PageEvidence | null): Subject {
  const all = [...passages(model.sections)]
  const texts = [...(model.situation ?? []), ...(model.lead === null ? [] : [model.lead]), ...all.filter(({ role }) => role !== 'cell').map(({ text }) => text)]
  const tables = [...allSections(model.sections)].flatMap(({ section }) => section.items.filter(isTable))
  const cited = [
    ...model.preamble.flatMap((text) => citeParagraph(text, true)),
    ...texts.flatMap((text) => citeParagraph(text, false)),
    ...tables.flatMap(({ table }) => citeTable([...table.head, ...table.rows])),
  ]
  return { model, page, passages: all, cited }
}

/** Every paragraph of the text, each once. */
export function paragraphsOf({ model, passages: all }: Subject): readonly string[] {
  return [...model.preamble, ...(model.situation ?? []), ...(model.lead === null ? [] : [model.lead]), ...all.map((passage) => passage.text), ...(model.closing === null ? [] : [model.closing])]
}

/** Letters beside a place that a quote may take in. */
const REACH = 240

/** The words before and after a place, cut at spaces: at least what the place itself is a part of. */
export function wordsAround(text: string, start: number, end: number, before: number, after: number): { readonly head: string; readonly tail: string } {
  const head = text.slice(Math.max(0, start - REACH), start).split(' ').slice(-before - 1).join(' ')
  const tail = text.slice(end, end + REACH).split(' ').slice(0, after + 1).join(' ')
  return { head, tail }
}

/** Some words of the text around a place. */
export function quoteAround(text: string, start: number, end: number, before = 0, after = 0): string {
  const { head, tail } = wordsAround(text, start, end, before, after)
  return squeeze(`${head}${text.slice(start, end)}${tail}`)
}
