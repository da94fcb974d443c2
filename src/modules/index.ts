import type { Module } from '#core/module.ts'
import { calendar } from './calendar/module.ts'
import { documents } from './documents/module.ts'
import { indicators } from './indicators/module.ts'
import { plans } from './plans/module.ts'

/** The product, in reading order: one line per module. */
export const modules: readonly Module[] = [plans, calendar, indicators, documents]
