import type { Words } from '#platform/i18n/messages.ts'
import type { Tone } from '#platform/web/tag.tsx'
import type { CoverageState, Gap } from '../model/coverage.ts'
import type { OwnDuty } from '../model/own-duties.ts'
import type { PlanState } from '../model/plan-lifecycle.ts'
import type { BudgetSource } from '../model/plan-node.ts'

/** State of a plan in words and tone; never by colour alone. */
export const STATE_LOOK = {
  draft: { label: 'plans.state_draft', tone: 'warn' },
  submitted: { label: 'plans.state_submitted', tone: 'info' },
  returned: { label: 'plans.state_returned', tone: 'returned' },
  approved: { label: 'plans.state_approved', tone: 'info' },
  issued: { label: 'plans.state_issued', tone: 'ok' },
  withdrawn: { label: 'plans.state_withdrawn', tone: 'mute' },
} as const satisfies Record<PlanState, { label: Words; tone: Tone }>

/** As `STATE_LOOK`; what was issued before it was withdrawn is called so. */
export function planLook({ state, documentId }: { state: PlanState; documentId: string | null }): { label: Words; tone: Tone } {
  return state === 'withdrawn' && documentId !== null ? { label: 'plans.state_revoked', tone: 'bad' } : STATE_LOOK[state]
}

export const COVERAGE_LOOK = {
  covered: { label: 'plans.covered', tone: 'ok' },
  partial: { label: 'plans.partial', tone: 'warn' },
  missing: { label: 'plans.missing', tone: 'bad' },
  not_applicable: { label: 'plans.not_applicable', tone: 'mute' },
} as const satisfies Record<CoverageState, { label: Words; tone: Tone }>

/** Why a point is proposed as the superior's own duty. */
export function ownDutyWords(duty: OwnDuty | undefined): Words {
  return duty?.why === 'named' ? ['plans.own_duty_named', { party: duty.party }] : 'plans.own_duty_inspects'
}

export const GAP_WORDS = {
  person: 'plans.gap_person',
  date: 'plans.gap_date',
  late: 'plans.gap_late',
  number: 'plans.gap_number',
  changed: 'plans.gap_changed',
} as const satisfies Record<Gap, Words>

export const SOURCE_WORDS = {
  state_budget: 'plans.source_state_budget',
  recurrent: 'plans.source_recurrent',
  socialised: 'plans.source_socialised',
  sponsorship: 'plans.source_sponsorship',
  other: 'plans.source_other',
} as const satisfies Record<BudgetSource, Words>
