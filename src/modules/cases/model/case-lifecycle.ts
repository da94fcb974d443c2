import { defineLifecycle } from '#core/lifecycle/lifecycle.ts'

export const STATES = ['received', 'open', 'closing', 'closed'] as const
export type CaseState = (typeof STATES)[number]
export type CaseAction = 'open' | 'askClosing' | 'sendBack' | 'close'

/** Received → open with the first reading → a handler asks for closing → a supervisor closes it or sends it back. */
export const caseLifecycle = defineLifecycle<CaseState, CaseAction>('cases', {
  open: { from: ['received'], to: 'open' },
  askClosing: { from: ['open'], to: 'closing' },
  sendBack: { from: ['closing'], to: 'open' },
  close: { from: ['closing'], to: 'closed' },
})
