import type { Module } from '#core/module.ts'
import { publicPages } from './public-http.ts'

export const cases: Module = {
  name: 'cases',
  title: 'Việc cần giữ kín',
  folder: import.meta.dirname,
  dependsOn: ['units', 'people', 'access', 'audit', 'periods', 'notifications'],
  http: publicPages,
}
