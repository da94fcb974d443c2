import type { EvidenceRule } from './kind.ts'

export const EVIDENCE_KINDS = ['picture', 'document', 'link'] as const
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number]

/** What counts as the evidence that a kind asks for. */
const COUNTS = {
  photo: ['picture'],
  document: ['document'],
  photo_or_document: ['picture', 'document'],
  link_or_picture: ['link', 'picture', 'document'],
  none: [],
} as const satisfies Record<EvidenceRule['what'], readonly EvidenceKind[]>

/** How many pieces of evidence are still asked for; 0 when the rule is met. */
export function missingEvidence(rule: EvidenceRule, present: readonly EvidenceKind[]): number {
  const wanted: readonly EvidenceKind[] = COUNTS[rule.what]
  return Math.max(0, rule.min - present.filter((kind) => wanted.includes(kind)).length)
}
