import { defineLifecycle } from '#core/lifecycle/lifecycle.ts'

export const ROUND_STATES = ['draft', 'open', 'closed', 'withdrawn'] as const
export type RoundState = (typeof ROUND_STATES)[number]

export type RoundAction = 'edit' | 'open' | 'manage' | 'close' | 'reopen' | 'withdraw'

/** A round is written, opened to its recipients, and closed when nothing more is expected. */
export const roundLifecycle = defineLifecycle<RoundState, RoundAction>('reports', {
  edit: { from: ['draft'], to: 'draft' },
  open: { from: ['draft'], to: 'open' },
  manage: { from: ['open'], to: 'open' },
  close: { from: ['open'], to: 'closed' },
  reopen: { from: ['closed'], to: 'open' },
  withdraw: { from: ['draft'], to: 'withdrawn' },
})

export const REPORT_STATES = ['not_started', 'draft', 'review', 'signed', 'submitted', 'returned', 'accepted', 'exempt'] as const
export type ReportState = (typeof REPORT_STATES)[number]

export type ReportAction = 'start' | 'edit' | 'present' | 'sendBack' | 'recall' | 'sign' | 'submit' | 'takeBack' | 'return' | 'accept' | 'correct' | 'exempt' | 'require'

/**
 * not_started → draft → review (before the head) → signed → submitted → returned or accepted. Nothing that was submitted
 * changes but by a new version: `takeBack` before the superior decided, `return` by the superior, `correct` with a reason.
 */
export const reportLifecycle = defineLifecycle<ReportState, ReportAction>('reports', {
  start: { from: ['not_started'], to: 'draft' },
  edit: { from: ['draft', 'returned'], to: 'draft' },
  present: { from: ['draft', 'returned'], to: 'review' },
  sendBack: { from: ['review', 'signed'], to: 'draft' },
  recall: { from: ['review', 'signed'], to: 'draft' },
  sign: { from: ['review'], to: 'signed' },
  submit: { from: ['signed'], to: 'submitted' },
  takeBack: { from: ['submitted'], to: 'draft' },
  return: { from: ['submitted', 'accepted'], to: 'returned' },
  accept: { from: ['submitted'], to: 'accepted' },
  correct: { from: ['submitted', 'accepted'], to: 'draft' },
  exempt: { from: ['not_started', 'draft', 'review', 'signed', 'returned'], to: 'exempt' },
  require: { from: ['exempt'], to: 'draft' },
})

/** States in which the superior reads what the unit gave. */
export const GIVEN: readonly ReportState[] = ['submitted', 'returned', 'accepted']
