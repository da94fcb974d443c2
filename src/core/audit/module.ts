import type { Module } from '#core/module.ts'

export const audit: Module = {
  name: 'audit',
  folder: import.meta.dirname,
}
