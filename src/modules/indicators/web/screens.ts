import type { Screen } from '#platform/web/screen.ts'

export const screens: Screen[] = [
  {
    path: '/chi-tieu',
    titleKey: 'indicators.title',
    permission: 'indicators.read',
    load: () => import('./indicators-page.tsx'),
    nav: { labelKey: 'indicators.nav', icon: 'chart', order: 40 },
  },
  { path: '/chi-tieu/nhap-tay', titleKey: 'indicators.hand_title', permission: 'indicators.read', load: () => import('./hand-page.tsx') },
  { path: '/chi-tieu/bo-chi-tieu', titleKey: 'indicators.define_title', permission: 'indicators.define', load: () => import('./definitions-page.tsx') },
  // Levels of units are named in the words of the units.
  { path: '/chi-tieu/bang-so-sanh', titleKey: 'indicators.table_title', permission: 'indicators.board', load: () => import('./table-page.tsx'), speaksForAll: true },
  { path: '/chi-tieu/$code', titleKey: 'indicators.title', permission: 'indicators.read', load: () => import('./indicator-page.tsx'), speaksForAll: true },
]
