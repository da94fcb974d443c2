import type { MessageKey, Words } from '#platform/i18n/messages.ts'
import type { Tone } from '#platform/web/tag.tsx'
import type { DocumentSummary } from '../contract.ts'
import type { State } from '../model/lifecycle.ts'
import { numberAndSymbol } from '../model/number.ts'

const LOOK = {
  draft: { tone: 'warn', label: 'documents.state_draft' },
  review: { tone: 'info', label: 'documents.state_review' },
  approved: { tone: 'info', label: 'documents.state_approved' },
  issued: { tone: 'ok', label: 'documents.state_issued' },
  registered: { tone: 'ok', label: 'documents.state_registered' },
  withdrawn: { tone: 'mute', label: 'documents.state_withdrawn' },
} as const satisfies Record<State, { tone: Tone; label: MessageKey }>

/** Colour and word of where a document stands. */
export function lookOf({ direction, state }: Pick<DocumentSummary, 'direction' | 'state'>): { tone: Tone; label: Words } {
  return direction === 'incoming' && state === 'draft' ? { tone: 'warn', label: 'documents.state_to_confirm' } : LOOK[state]
}

/** “Kế hoạch 45/KH-SGDĐT”, as much of it as is known; empty when nothing is. */
export function nameOf(document: Pick<DocumentSummary, 'docType' | 'numberText' | 'symbol'>): string {
  return [document.docType, numberAndSymbol(document.numberText, document.symbol)].filter((part) => part !== null).join(' ')
}

/** The heading of its page: its number, or what it is about as long as it has none. */
export function headingOf(document: Pick<DocumentSummary, 'docType' | 'numberText' | 'symbol' | 'subject'>): string {
  if (document.numberText !== null) return nameOf(document)
  return [document.docType, document.subject].filter((part) => part !== null && part !== '').join(' ')
}
