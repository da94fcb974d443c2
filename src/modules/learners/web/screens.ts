import type { Screen } from '#platform/web/screen.ts'

export const screens: Screen[] = [
  {
    path: '/si-so',
    titleKey: 'learners.title',
    permission: 'learners.read',
    load: () => import('./learners-page.tsx'),
    nav: { labelKey: 'learners.nav', icon: 'people', order: 45 },
  },
]
