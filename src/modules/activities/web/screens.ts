import type { Screen } from '#platform/web/screen.ts'

export const screens: Screen[] = [
  {
    path: '/hoat-dong/ghi',
    titleKey: 'activities.quick_title',
    permission: 'activities.edit',
    load: () => import('./quick/quick-page.tsx'),
    nav: { labelKey: 'activities.nav_quick', shortKey: 'activities.nav_quick_short', icon: 'plus', order: 29, phonePlace: 3 },
  },
  { path: '/hoat-dong/cho-gui', titleKey: 'activities.waiting_title', permission: 'activities.edit', load: () => import('./quick/waiting-page.tsx') },
  {
    path: '/hoat-dong',
    titleKey: 'activities.title',
    permission: 'activities.read',
    load: () => import('./activities-page.tsx'),
    nav: { labelKey: 'activities.nav', icon: 'activity', order: 30 },
  },
  { path: '/hoat-dong/moi', titleKey: 'activities.new_title', permission: 'activities.edit', load: () => import('./new-activity-page.tsx') },
  { path: '/hoat-dong/nhap', titleKey: 'activities.import_title', permission: 'activities.edit', load: () => import('./import-page.tsx') },
  { path: '/hoat-dong/$recordId', titleKey: 'activities.title', permission: 'activities.read', load: () => import('./activity-page.tsx') },
]
