import { defineLifecycle } from '#core/lifecycle/lifecycle.ts'

export const DIRECTIONS = ['incoming', 'outgoing', 'internal'] as const
export type Direction = (typeof DIRECTIONS)[number]

export const STATES = ['draft', 'review', 'approved', 'issued', 'registered', 'withdrawn'] as const
export type State = (typeof STATES)[number]

/**
 * What the unit writes: somebody drafts, the head approves or returns, the clerk numbers and issues. A number is given
 * after the signature, so it does not change the state.
 *
 * @source Nghị định 30/2020/NĐ-CP, Điều 15
 */
export const written = defineLifecycle<State, 'correct' | 'submit' | 'return' | 'approve' | 'number' | 'issue' | 'withdraw' | 'discard'>('documents', {
  correct: { from: ['draft'], to: 'draft' },
  submit: { from: ['draft'], to: 'review' },
  return: { from: ['review', 'approved'], to: 'draft' },
  approve: { from: ['review'], to: 'approved' },
  number: { from: ['approved'], to: 'approved' },
  issue: { from: ['approved'], to: 'issued' },
  withdraw: { from: ['issued'], to: 'withdrawn' },
  discard: { from: ['draft'], to: 'draft' },
})

/** What came in: it counts once a person has confirmed what was read. */
export const received = defineLifecycle<State, 'correct' | 'confirm' | 'withdraw' | 'discard'>('documents', {
  correct: { from: ['draft'], to: 'draft' },
  confirm: { from: ['draft'], to: 'registered' },
  withdraw: { from: ['registered'], to: 'withdrawn' },
  discard: { from: ['draft'], to: 'draft' },
})

/** States in which a document counts outside the unit that wrote it. */
export const OPEN_STATES = ['issued', 'withdrawn'] as const satisfies readonly State[]
