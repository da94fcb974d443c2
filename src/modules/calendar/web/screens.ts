import type { Screen } from '#platform/web/screen.ts'

export const screens: Screen[] = [
  {
    path: '/lich',
    titleKey: 'calendar.title',
    permission: 'agenda.list',
    load: () => import('./calendar-page.tsx'),
    nav: { labelKey: 'calendar.nav', shortKey: 'calendar.nav_short', icon: 'calendar', order: 25, phonePlace: 2 },
  },
  { path: '/lich/ngay-ky-niem', titleKey: 'calendar.observances_title', permission: 'calendar.read', load: () => import('./observances-page.tsx') },
  { path: '/lich/dia-chi', titleKey: 'calendar.feeds_title', permission: 'agenda.list', load: () => import('./feeds-page.tsx') },
]
