import type { Screen } from '#platform/web/screen.ts'

export const screens: Screen[] = [
  {
    path: '/ke-hoach',
    titleKey: 'plans.title',
    permission: 'plans.read',
    load: () => import('./plans-page.tsx'),
    nav: { labelKey: 'plans.nav', icon: 'plan', order: 10 },
  },
  { path: '/ke-hoach/bat-dau', titleKey: 'plans.start_title', permission: 'plans.edit', load: () => import('./start-page.tsx') },
  { path: '/ke-hoach/$planId', titleKey: 'plans.title', permission: 'plans.read', load: () => import('./editor-page.tsx') },
  { path: '/ke-hoach/$planId/duyet', titleKey: 'plans.review_title', permission: 'plans.read', load: () => import('./review-page.tsx') },
  { path: '/ke-hoach/$planId/so-sanh', titleKey: 'plans.compare_title', permission: 'plans.read', load: () => import('./compare-page.tsx') },
  {
    path: '/doi-chieu',
    titleKey: 'plans.board_title',
    permission: 'plans.board',
    load: () => import('./board-page.tsx'),
    nav: { labelKey: 'plans.nav_board', icon: 'chart', order: 15, permission: 'plans.board' },
  },
]
