import type { Module } from '#core/module.ts'

export const files: Module = {
  name: 'files',
  title: 'Tệp',
  folder: import.meta.dirname,
}
