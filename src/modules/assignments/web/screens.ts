import type { Screen } from '#platform/web/screen.ts'

export const screens: Screen[] = [
  {
    path: '/phan-cong',
    titleKey: 'assignments.title',
    permission: 'assignments.read',
    load: () => import('./assignments-page.tsx'),
    nav: { labelKey: 'assignments.nav', icon: 'check', order: 20 },
  },
  {
    path: '/phan-cong/cap-duoi',
    titleKey: 'assignments.below_title',
    permission: 'assignments.board',
    load: () => import('./overdue-page.tsx'),
    nav: { labelKey: 'assignments.nav_board', icon: 'warning', order: 21 },
  },
  { path: '/phan-cong/$assignmentId', titleKey: 'assignments.title', permission: 'assignments.read', load: () => import('./assignment-page.tsx') },
]
