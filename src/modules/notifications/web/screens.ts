import type { Screen } from '#platform/web/screen.ts'

export const screens: Screen[] = [
  {
    path: '/thong-bao',
    titleKey: 'notifications.title',
    load: () => import('./messages-page.tsx'),
    speaksForAll: true,
    nav: { labelKey: 'notifications.nav', icon: 'bell', order: 80, isSecondary: true, isPhoneBell: true },
  },
  {
    path: '/thu-gui-di',
    titleKey: 'notifications.mails_title',
    permission: 'notifications.manageMails',
    load: () => import('./mails-page.tsx'),
    nav: { labelKey: 'notifications.nav_mails', icon: 'upload', order: 92, isSecondary: true },
  },
]
