import type { PlainDate } from '#platform/clock.ts'
import type { ReportState } from './lifecycle.ts'

/** What a superior looks for: what waits for it, who may be late, what was returned, what is done. */
export const BOARD_CHIPS = ['mine', 'risk', 'returned', 'done', 'all'] as const
export type BoardChip = (typeof BOARD_CHIPS)[number]

export const BOARD_SORTS = ['queue', 'name', 'submitted', 'filled'] as const
export type BoardSort = (typeof BOARD_SORTS)[number]

export const NEXT_STEPS = ['review', 'ask_successor', 'see', 'remind', 'call', 'none'] as const
export type NextStep = (typeof NEXT_STEPS)[number]

/** Rows of one page. */
export const BOARD_PAGE = 50

/** A unit that has not given is at risk from so many days before its due day on. */
export const RISK_DAYS = 14

/** Reminding again within this time is asked first. */
export const REMINDER_GUARD_HOURS = 48

/** After so many reminders a call does more than the next one. */
const REMINDERS_ENOUGH = 2

/** States in which the unit has the report still before it. */
export const OPEN_STATES: readonly ReportState[] = ['not_started', 'draft', 'review', 'signed']

/** What the superior does next about one unit. */
export function nextStepOf(row: {
  readonly state: ReportState
  readonly reminders: number
  readonly closedOn: PlainDate | null
  readonly successors: readonly { readonly isAsked: boolean }[]
}): NextStep {
  if (row.state === 'submitted') return 'review'
  if (row.state === 'accepted' || row.state === 'exempt') return 'none'
  // What a unit has not given before it was closed, it never will.
  if (row.closedOn !== null) return row.successors.some(({ isAsked }) => !isAsked) ? 'ask_successor' : 'none'
  if (row.state === 'returned') return 'see'
  return row.reminders >= REMINDERS_ENOUGH ? 'call' : 'remind'
}

/** Whether a unit owes something that it can be reminded of. */
export function isOwing(row: { readonly state: ReportState; readonly closedOn: PlainDate | null }): boolean {
  return row.closedOn === null && (OPEN_STATES.includes(row.state) || row.state === 'returned')
}

/** Whether a reminder at an instant is less than 48 hours after the last one. */
export function isRecent(remindedAt: Date | null, now: Date): boolean {
  return remindedAt !== null && now.getTime() - remindedAt.getTime() < REMINDER_GUARD_HOURS * 3_600_000
}
