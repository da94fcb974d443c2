import type { DocumentModel } from '@songhanh/vanban/model'
import { readDocument } from '@songhanh/vanban/reading/read-document'
import { blocksOf } from './document-blocks.ts'

/** What stands in the words: subordinates answer the targets and report dates that their superior's plan names. */
export function withFound(model: DocumentModel): DocumentModel {
  const { legalBases, genericBases, targets, deadlines, observances, assignments } = readDocument({ blocks: blocksOf(model), warnings: [] })
  return { ...model, legalBases, genericBases, targets, deadlines, observances, assignments }
}
