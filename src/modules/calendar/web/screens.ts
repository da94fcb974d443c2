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
  {
    path: '/lich/ngay-nghi',
    titleKey: 'calendar.holidays_title',
    permission: 'periods.read',
    load: () => import('./holidays-page.tsx'),
    // Whoever corrects them finds them in the navigation; the others by a link in the calendar.
    nav: { labelKey: 'calendar.nav_holidays', icon: 'calendar', order: 93, isSecondary: true, permission: 'periods.change' },
  },
  { path: '/lich/dia-chi', titleKey: 'calendar.feeds_title', permission: 'agenda.list', load: () => import('./feeds-page.tsx') },
]
