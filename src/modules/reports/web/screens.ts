import type { Screen } from '#platform/web/screen.ts'

export const screens: Screen[] = [
  {
    path: '/bao-cao',
    titleKey: 'reports.title',
    permission: 'reports.read',
    load: () => import('./reports-page.tsx'),
    nav: { labelKey: 'reports.nav', icon: 'report', order: 50, phonePlace: 4 },
  },
  { path: '/bao-cao/$reportId', titleKey: 'reports.title', permission: 'reports.read', load: () => import('./report-page.tsx') },
  { path: '/bao-cao/$reportId/nhap', titleKey: 'reports.import_title', permission: 'reports.edit', load: () => import('./import-page.tsx') },
  { path: '/bao-cao/$reportId/ky', titleKey: 'reports.sign_title', permission: 'reports.read', load: () => import('./sign-page.tsx') },
  {
    path: '/dot-bao-cao',
    titleKey: 'reports.rounds_title',
    permission: 'reports.ask',
    load: () => import('./rounds-page.tsx'),
    nav: { labelKey: 'reports.nav_rounds', icon: 'inbox', order: 55, permission: 'reports.ask' },
  },
  { path: '/dot-bao-cao/moi', titleKey: 'reports.round_new', permission: 'reports.ask', load: () => import('./round-form-page.tsx') },
  { path: '/dot-bao-cao/$roundId/sua', titleKey: 'reports.round_change', permission: 'reports.ask', load: () => import('./round-change-page.tsx') },
  { path: '/dot-bao-cao/$roundId', titleKey: 'reports.rounds_title', permission: 'reports.ask', load: () => import('./board-page.tsx') },
  { path: '/dot-bao-cao/$roundId/xem/$reportId', titleKey: 'reports.review_title', permission: 'reports.ask', load: () => import('./review-page.tsx') },
  { path: '/dot-bao-cao/$roundId/cay', titleKey: 'reports.trees_title', permission: 'reports.ask', load: () => import('./trees-page.tsx') },
  { path: '/dot-bao-cao/$roundId/tong-hop', titleKey: 'reports.consolidations', permission: 'reports.consolidation', load: () => import('./consolidations-page.tsx') },
  { path: '/dot-bao-cao/$roundId/tong-hop/$consolidationId', titleKey: 'reports.consolidation', permission: 'reports.consolidation', load: () => import('./consolidation-page.tsx') },
]
