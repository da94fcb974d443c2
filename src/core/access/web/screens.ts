import type { Screen } from '#platform/web/screen.ts'

export const screens: Screen[] = [
  {
    path: '/tai-khoan',
    titleKey: 'access.accounts_title',
    permission: 'access.readAccounts',
    load: () => import('./accounts-page.tsx'),
    nav: { labelKey: 'access.nav_accounts', icon: 'people', order: 90, isSecondary: true },
  },
  { path: '/tai-khoan/moi', titleKey: 'access.new_title', permission: 'access.readAccounts', load: () => import('./new-account-page.tsx') },
  { path: '/tai-khoan/$accountId', titleKey: 'access.accounts_title', permission: 'access.readAccounts', load: () => import('./account-page.tsx') },
  {
    path: '/tai-khoan-cua-toi',
    titleKey: 'access.own_title',
    load: () => import('./own-account-page.tsx'),
    nav: { labelKey: 'access.nav_own', icon: 'person', order: 95, isSecondary: true },
  },
]
