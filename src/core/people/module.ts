import type { Module } from '#core/module.ts'

export const people: Module = {
  name: 'people',
  folder: import.meta.dirname,
}
