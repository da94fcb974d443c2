import type { Words } from '#platform/i18n/messages.ts'
import type { Tone } from '#platform/web/tag.tsx'
import type { PartState } from '../model/part-state.ts'
import type { FormCode } from '../model/form.ts'
import type { ReportState, RoundState } from '../model/lifecycle.ts'

/** State of a report in words and tone; never by colour alone. */
export const REPORT_LOOK = {
  not_started: { label: 'reports.state_not_started', tone: 'bad' },
  draft: { label: 'reports.state_draft', tone: 'warn' },
  review: { label: 'reports.state_review', tone: 'info' },
  signed: { label: 'reports.state_signed', tone: 'info' },
  submitted: { label: 'reports.state_submitted', tone: 'info' },
  returned: { label: 'reports.state_returned', tone: 'returned' },
  accepted: { label: 'reports.state_accepted', tone: 'ok' },
  exempt: { label: 'reports.state_exempt', tone: 'mute' },
} as const satisfies Record<ReportState, { label: Words; tone: Tone }>

export const ROUND_LOOK = {
  draft: { label: 'reports.round_draft', tone: 'warn' },
  open: { label: 'reports.round_open', tone: 'info' },
  closed: { label: 'reports.round_closed', tone: 'mute' },
  withdrawn: { label: 'reports.round_withdrawn', tone: 'mute' },
} as const satisfies Record<RoundState, { label: Words; tone: Tone }>

export const FORM_WORDS = {
  half_year: 'reports.form_half_year',
  year: 'reports.form_year',
  action_month: 'reports.form_action_month',
  school_violence: 'reports.form_school_violence',
  ad_hoc: 'reports.form_ad_hoc',
} as const satisfies Record<FormCode, Words>

export const PART_LOOK = {
  auto: { label: 'reports.part_auto', tone: 'ok' },
  written: { label: 'reports.part_written', tone: 'ok' },
  to_write: { label: 'reports.part_to_write', tone: 'warn' },
  gaps: { label: 'reports.part_gaps', tone: 'warn' },
  none: { label: 'reports.part_none', tone: 'mute' },
} as const satisfies Record<PartState, { label: Words; tone: Tone }>

export const SEVERITY_LOOK = {
  error: { label: 'reports.severity_error', tone: 'bad' },
  doubt: { label: 'reports.severity_doubt', tone: 'warn' },
  info: { label: 'reports.severity_info', tone: 'mute' },
} as const satisfies Record<'error' | 'doubt' | 'info', { label: Words; tone: Tone }>

/** The element of a field on the page; keys hold `/` and `#`. */
export function fieldId(key: string): string {
  return `f-${key.replace(/[^a-z0-9_]+/gi, '-')}`
}

/** Goes to a field and takes the focus along; a cell that has no element of its own leads to its part. */
export function goToField(key: string): void {
  const part = key.split(/[/#]/)[0]!
  const element = document.getElementById(fieldId(key)) ?? document.getElementById(fieldId(part))
  const control = element?.matches('button, input, textarea') ? element : element?.querySelector<HTMLElement>('textarea, input, button')
  element?.scrollIntoView({ block: 'center' })
  ;(control as HTMLElement | null | undefined)?.focus({ preventScroll: true })
}
