import type { ConsolidationRow } from '../consolidation-store.ts'

/** What lists say of a consolidation. */
export function summaryOfConsolidation(row: Omit<ConsolidationRow, 'figures' | 'texts' | 'quotes' | 'body' | 'missing' | 'said' | 'reportIds'>, { included, asked }: { included: number; asked: number }) {
  const { id, roundId, unitId, state, title, cutOff, withSubmitted, digest, numberText, issuedOn, documentId, changedAt } = row
  return { id, roundId, unitId, state, title, cutOff, withSubmitted, included, asked, digest, numberText, issuedOn, documentId, changedAt }
}
