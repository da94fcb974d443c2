import type { Module } from '#core/module.ts'
import { documents } from './documents/module.ts'
import { plans } from './plans/module.ts'
import { reports } from './reports/module.ts'

/** The product, in reading order: one line per module. */
export const modules: readonly Module[] = [plans, documents, reports]
