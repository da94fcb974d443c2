import type { Module } from '#core/module.ts'
import { activities } from './activities/module.ts'
import { documents } from './documents/module.ts'
import { plans } from './plans/module.ts'

/** The product, in reading order: one line per module. */
export const modules: readonly Module[] = [plans, activities, documents]
