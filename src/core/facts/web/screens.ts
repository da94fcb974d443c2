import type { Screen } from '#platform/web/screen.ts'

export const screens: Screen[] = [
  {
    path: '/kiem-tra-so',
    titleKey: 'facts.check_title',
    permission: 'facts.readCheck',
    load: () => import('./check-page.tsx'),
    // Names of measures are words of the modules that count.
    speaksForAll: true,
    nav: { labelKey: 'facts.nav_check', icon: 'check', order: 94, isSecondary: true },
  },
]
