import type { Screen } from '#platform/web/screen.ts'

export const screens: Screen[] = [
  {
    path: '/don-vi',
    titleKey: 'units.title',
    load: () => import('./units-page.tsx'),
    // Whoever may add units looks after them; the others reach the page by a link.
    nav: { labelKey: 'units.nav', icon: 'building', order: 85, isSecondary: true, permission: 'units.create' },
  },
  { path: '/don-vi/moi', titleKey: 'units.new_title', permission: 'units.create', load: () => import('./new-unit-page.tsx') },
  { path: '/don-vi/nhap', titleKey: 'units.import_title', permission: 'units.import', load: () => import('./import-page.tsx') },
  { path: '/don-vi/$unitId', titleKey: 'units.title', load: () => import('./unit-page.tsx') },
]
