import type { Level, SchoolLevel } from '#core/units/model/unit.ts'
import type { Words } from '#platform/i18n/messages.ts'
import type { Tone } from '#platform/web/tag.tsx'
import type { BoardChip } from '../model/board.ts'
import type { ConsolidationState } from '../model/consolidation-lifecycle.ts'

export const CHIP_WORDS = {
  mine: 'reports.chip_mine',
  risk: 'reports.chip_risk',
  returned: 'reports.chip_returned',
  done: 'reports.chip_done',
  all: 'reports.chip_all',
} as const satisfies Record<BoardChip, Words>

export const LEVEL_LABELS = {
  ministry: 'reports.level_ministry',
  department: 'reports.level_department',
  district_office: 'reports.level_district_office',
  commune: 'reports.level_commune',
  school: 'reports.level_school',
  kindergarten: 'reports.school_kindergarten',
  primary: 'reports.school_primary',
  lower_secondary: 'reports.school_lower_secondary',
  upper_secondary: 'reports.school_upper_secondary',
} as const satisfies Record<Level | SchoolLevel, Words>

export const CONTACT_WORDS = {
  reminder: 'reports.log_reminder',
  automatic: 'reports.log_automatic',
  call: 'reports.log_call',
  zalo: 'reports.log_zalo',
  other: 'reports.log_other',
} as const satisfies Record<'reminder' | 'automatic' | 'call' | 'zalo' | 'other', Words>

export const CONSOLIDATION_LOOK = {
  draft: { label: 'reports.consolidation_draft', tone: 'warn' },
  frozen: { label: 'reports.consolidation_frozen', tone: 'info' },
  signed: { label: 'reports.consolidation_signed', tone: 'info' },
  issued: { label: 'reports.consolidation_issued', tone: 'ok' },
  discarded: { label: 'reports.consolidation_discarded', tone: 'mute' },
} as const satisfies Record<ConsolidationState, { label: Words; tone: Tone }>

export const WHY_WORDS = {
  not_given: 'reports.why_not_given',
  after_cut_off: 'reports.why_after_cut_off',
  not_accepted: 'reports.why_not_accepted',
  not_chosen: 'reports.why_not_chosen',
  exempt: 'reports.why_exempt',
} as const satisfies Record<string, Words>

export const ROLL_WORDS = {
  add: 'reports.roll_add',
  divide_sums: 'reports.roll_divide_sums',
  count_units: 'reports.roll_count_units',
  mean: 'reports.roll_mean',
} as const satisfies Record<string, Words>
