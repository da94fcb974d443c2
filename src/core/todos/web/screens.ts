import type { Screen } from '#platform/web/screen.ts'

export const screens: Screen[] = [
  {
    path: '/',
    titleKey: 'todos.title',
    load: () => import('./todos-page.tsx'),
    speaksForAll: true,
    nav: { labelKey: 'todos.nav', shortKey: 'todos.nav_short', icon: 'home', order: 0, phonePlace: 1 },
  },
]
