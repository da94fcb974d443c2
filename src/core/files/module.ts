import type { Module } from '#core/module.ts'

export const files: Module = {
  name: 'files',
  folder: import.meta.dirname,
}
