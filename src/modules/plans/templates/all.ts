import type { UnitKind } from '../model/roles.ts'
import { boarding } from './boarding.ts'
import { commune } from './commune.ts'
import { continuing } from './continuing.ts'
import { department } from './department.ts'
import { kindergarten } from './kindergarten.ts'
import { lowerSecondary } from './lower-secondary.ts'
import { multiLevel } from './multi-level.ts'
import { primary } from './primary.ts'
import type { PlanTemplate } from './template.ts'
import { upperSecondary } from './upper-secondary.ts'

/** The template of each kind of unit. */
export const templates = {
  kindergarten,
  primary,
  lower_secondary: lowerSecondary,
  upper_secondary: upperSecondary,
  multi_level: multiLevel,
  boarding,
  continuing,
  commune,
  department,
} as const satisfies Record<UnitKind, PlanTemplate>
