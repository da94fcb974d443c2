import type { Screen } from '#platform/web/screen.ts'

export const screens: Screen[] = []
