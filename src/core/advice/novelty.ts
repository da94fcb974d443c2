import { noveltyOf } from '@songhanh/vanban/comparing/novelty'
import type { DocumentModel } from '@songhanh/vanban/model'
import type { Place } from './advise.ts'
import type { NoveltySource, NoveltyView } from './contract.ts'

/** A document that a draft is compared with. */
export interface ComparedDocument extends Omit<NoveltySource, 'share'> {
  readonly reading: DocumentModel
}

/** Sentences told; beyond them the share says enough. */
const MOST_TOLD = 200

/** How much of a draft stands in other documents, sentence beside sentence, each with its place in the draft. */
export function noveltyIn(model: DocumentModel, places: readonly Place[], others: readonly ComparedDocument[]): NoveltyView {
  const { sentences, copiedShare, shareOf, copied } = noveltyOf(model, others.map(({ reading }) => reading))
  return {
    sentences,
    copiedShare,
    sources: others.map(({ reading: _, ...source }, at) => ({ ...source, share: shareOf[at] ?? null })),
    copiedCount: copied.length,
    copied: copied.slice(0, MOST_TOLD).map((sentence) => ({ ...sentence, place: places.find(({ text }) => text.includes(sentence.text))?.id ?? null })),
  }
}
