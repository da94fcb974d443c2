import { defineLifecycle } from '#core/lifecycle/lifecycle.ts'

export const ASSIGNMENT_STATES = ['given', 'accepted', 'in_progress', 'done', 'cancelled'] as const
export type AssignmentState = (typeof ASSIGNMENT_STATES)[number]

/** Work that is still to be done. Late is none of the states: it is read from the days. */
export const OPEN_STATES = ['given', 'accepted', 'in_progress'] as const satisfies readonly AssignmentState[]

export function isOpen(state: AssignmentState): boolean {
  return (OPEN_STATES as readonly AssignmentState[]).includes(state)
}

/** What people do; `hand_over` gives open work to somebody else, who has to accept it anew. */
export const ACTIONS = ['accept', 'start', 'finish', 'reopen', 'cancel', 'hand_over', 'move_due'] as const
export type AssignmentAction = (typeof ACTIONS)[number]

/** What the history names besides: what plans and the staff bring about. */
export const EVENT_ACTIONS = [...ACTIONS, 'give', 'amend', 'restore', 'hand_back'] as const
export type EventAction = (typeof EVENT_ACTIONS)[number]

/** given → accepted → in progress → done; whoever is quick skips steps. */
export const assignmentLifecycle = defineLifecycle<AssignmentState, Exclude<EventAction, 'give' | 'amend' | 'move_due'>>('assignments', {
  accept: { from: ['given'], to: 'accepted' },
  start: { from: ['given', 'accepted'], to: 'in_progress' },
  finish: { from: ['given', 'accepted', 'in_progress'], to: 'done' },
  reopen: { from: ['done'], to: 'in_progress' },
  cancel: { from: ['given', 'accepted', 'in_progress'], to: 'cancelled' },
  hand_over: { from: ['given', 'accepted', 'in_progress'], to: 'given' },
  hand_back: { from: ['given', 'accepted', 'in_progress'], to: 'given' },
  restore: { from: ['cancelled'], to: 'given' },
})
