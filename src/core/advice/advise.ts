import { adviseOn, type Knowledge } from '@songhanh/vanban/advice/advise'
import { toldOnce } from '@songhanh/vanban/advice/tell-once'
import { wholeFrom } from '@songhanh/vanban/advice/whole-citation'
import type { Advice } from '@songhanh/vanban/advice/text'
import { checkDocument } from '@songhanh/vanban/checking/check-document'
import type { DocumentModel } from '@songhanh/vanban/model'
import { isAdviceCode, type AdviceNote } from './contract.ts'

/** A line or part of a document that can be mended where it stands. */
export interface Place {
  readonly id: string
  readonly text: string
}

/**
 * What a careful editor would say of a document, each remark with the place in which its words stand.
 *
 * @param places  in the order of the document; the first that holds the words is taken
 * @param knowledge  the register of the field as it holds for the unit (`core/citations`), and how its other documents cite
 */
export function adviceOn(model: DocumentModel, places: readonly Place[], knowledge: Knowledge): AdviceNote[] {
  const said: readonly Advice[] = [...checkDocument(model), ...adviseOn(model, knowledge)]
  return toldOnce(said, wholeFrom(knowledge.register ?? [])).flatMap(({ code, severity, quote, note, proposal = null }) =>
    isAdviceCode(code) ? [{ code, severity, quote, note, proposal, place: placeOf(places, quote) }] : [],
  )
}

function placeOf(places: readonly Place[], quote: string | null): string | null {
  return quote === null ? null : (places.find(({ text }) => text.includes(quote))?.id ?? null)
}
