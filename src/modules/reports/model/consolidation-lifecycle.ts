import { defineLifecycle } from '#core/lifecycle/lifecycle.ts'

export const CONSOLIDATION_STATES = ['draft', 'frozen', 'signed', 'issued', 'discarded'] as const
export type ConsolidationState = (typeof CONSOLIDATION_STATES)[number]

export type ConsolidationAction = 'edit' | 'freeze' | 'reopen' | 'approve' | 'issue' | 'discard'

/** Written, frozen with its sources, signed by the head, issued as a document. */
export const consolidationLifecycle = defineLifecycle<ConsolidationState, ConsolidationAction>('reports', {
  edit: { from: ['draft'], to: 'draft' },
  freeze: { from: ['draft'], to: 'frozen' },
  reopen: { from: ['frozen', 'signed'], to: 'draft' },
  approve: { from: ['frozen'], to: 'signed' },
  issue: { from: ['signed'], to: 'issued' },
  discard: { from: ['draft'], to: 'discarded' },
})

/** States in which nothing of it changes any more, unless it is reopened. */
export const FROZEN: readonly ConsolidationState[] = ['frozen', 'signed', 'issued']
