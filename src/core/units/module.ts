import type { Module } from '#core/module.ts'

export const units: Module = {
  name: 'units',
  folder: import.meta.dirname,
}
