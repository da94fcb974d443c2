import type { Module } from '#core/module.ts'
import { documents } from './documents/module.ts'

/** The product, in reading order: one line per module. */
export const modules: readonly Module[] = [documents]
