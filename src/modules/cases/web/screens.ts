import type { Screen } from '#platform/web/screen.ts'

export const screens: Screen[] = [
  {
    path: '/viec-rieng',
    titleKey: 'cases.title',
    permission: 'cases.work',
    load: () => import('./cases-page.tsx'),
    nav: { labelKey: 'cases.nav', icon: 'lock', order: 75 },
  },
  { path: '/viec-rieng/khoa', titleKey: 'cases.key_title', permission: 'cases.work', load: () => import('./key-page.tsx') },
  { path: '/viec-rieng/mo-khan', titleKey: 'cases.glass_title', permission: 'cases.work', load: () => import('./glass-page.tsx') },
  { path: '/viec-rieng/$caseId', titleKey: 'cases.title', permission: 'cases.work', load: () => import('./case-page.tsx') },
  {
    path: '/viec-rieng/ghi-nhan',
    titleKey: 'cases.enter_title',
    permission: 'cases.enter',
    load: () => import('./enter-page.tsx'),
    nav: { labelKey: 'cases.nav_enter', icon: 'lock', order: 93, isSecondary: true },
  },
  {
    path: '/viec-rieng/so-giup-do',
    titleKey: 'cases.help_title',
    permission: 'cases.editHelpLines',
    load: () => import('./help-lines-page.tsx'),
    nav: { labelKey: 'cases.nav_help', icon: 'info', order: 94, isSecondary: true },
  },
]
