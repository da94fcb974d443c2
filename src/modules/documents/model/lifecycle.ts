import { defineLifecycle, type Lifecycle, type Transition } from '#core/lifecycle/lifecycle.ts'

export const DIRECTIONS = ['incoming', 'outgoing', 'internal'] as const
export type Direction = (typeof DIRECTIONS)[number]

export const STATES = ['draft', 'review', 'approved', 'issued', 'registered', 'withdrawn'] as const
export type State = (typeof STATES)[number]

export const ACTIONS = ['correct', 'confirm', 'submit', 'return', 'approve', 'number', 'issue', 'withdraw', 'discard'] as const
export type Action = (typeof ACTIONS)[number]

const NEVER: Transition<State> = { from: [], to: 'draft' }

/**
 * What the unit writes: somebody drafts, the head approves or returns, the clerk numbers and issues. A number is given
 * after the signature, so it does not change the state.
 *
 * @source Nghị định 30/2020/NĐ-CP, Điều 15
 */
const written = defineLifecycle<State, Action>('documents', {
  correct: { from: ['draft'], to: 'draft' },
  confirm: NEVER,
  submit: { from: ['draft'], to: 'review' },
  return: { from: ['review', 'approved'], to: 'draft' },
  approve: { from: ['review'], to: 'approved' },
  number: { from: ['approved'], to: 'approved' },
  issue: { from: ['approved'], to: 'issued' },
  withdraw: { from: ['issued'], to: 'withdrawn' },
  discard: { from: ['draft'], to: 'draft' },
})

/** What came in: it counts once a person has confirmed what was read. */
const received = defineLifecycle<State, Action>('documents', {
  correct: { from: ['draft'], to: 'draft' },
  confirm: { from: ['draft'], to: 'registered' },
  submit: NEVER,
  return: NEVER,
  approve: NEVER,
  number: NEVER,
  issue: NEVER,
  withdraw: { from: ['registered'], to: 'withdrawn' },
  discard: { from: ['draft'], to: 'draft' },
})

/** The life of a document, by where it comes from. */
export const lifecycleOf = { incoming: received, outgoing: written, internal: written } as const satisfies Record<Direction, Lifecycle<State, Action>>

/** States in which a document counts outside the unit that wrote it. */
export const OPEN_STATES = ['issued', 'withdrawn'] as const satisfies readonly State[]
