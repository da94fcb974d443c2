import { defineLifecycle } from '#core/lifecycle/lifecycle.ts'

export const PLAN_STATES = ['draft', 'submitted', 'returned', 'approved', 'issued', 'withdrawn'] as const
export type PlanState = (typeof PLAN_STATES)[number]

export type PlanAction = 'edit' | 'submit' | 'recall' | 'return' | 'approve' | 'issue' | 'amend' | 'withdraw' | 'revoke'

/**
 * draft → submitted → returned or approved → issued; an issued plan changes only by an amendment. A draft is withdrawn by
 * its writer; what was issued is revoked when its document is withdrawn from the register.
 */
export const planLifecycle = defineLifecycle<PlanState, PlanAction>('plans', {
  edit: { from: ['draft', 'returned'], to: 'draft' },
  submit: { from: ['draft', 'returned'], to: 'submitted' },
  recall: { from: ['submitted'], to: 'draft' },
  return: { from: ['submitted', 'approved'], to: 'returned' },
  approve: { from: ['submitted'], to: 'approved' },
  issue: { from: ['approved'], to: 'issued' },
  amend: { from: ['issued'], to: 'issued' },
  withdraw: { from: ['draft', 'returned'], to: 'withdrawn' },
  revoke: { from: ['issued'], to: 'withdrawn' },
})
