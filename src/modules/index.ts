import type { Module } from '#core/module.ts'

/** The product, in reading order: one line per module. */
export const modules: readonly Module[] = []
