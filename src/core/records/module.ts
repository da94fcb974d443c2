import type { Module } from '#core/module.ts'

export const records: Module = {
  name: 'records',
  title: 'Hồ sơ có ngày tháng',
  folder: import.meta.dirname,
  dependsOn: ['units', 'files'],
}
