import type { Module } from '#core/module.ts'
import { activities } from './activities/module.ts'
import { assignments } from './assignments/module.ts'
import { calendar } from './calendar/module.ts'
import { cases } from './cases/module.ts'
import { documents } from './documents/module.ts'
import { indicators } from './indicators/module.ts'
import { notifications } from './notifications/module.ts'
import { learners } from './learners/module.ts'
import { plans } from './plans/module.ts'
import { reports } from './reports/module.ts'

/** The product, in reading order: one line per module. */
export const modules: readonly Module[] = [
  plans,
  assignments,
  calendar,
  activities,
  indicators,
  learners,
  reports,
  documents,
  cases,
  notifications,
]
