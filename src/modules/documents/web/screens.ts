import type { Screen } from '#platform/web/screen.ts'

export const screens: Screen[] = [
  {
    path: '/van-ban',
    titleKey: 'documents.title',
    permission: 'documents.read',
    load: () => import('./register-page.tsx'),
    nav: { labelKey: 'documents.nav', icon: 'inbox', order: 60 },
  },
  { path: '/van-ban/nhap', titleKey: 'documents.title_upload', permission: 'documents.edit', load: () => import('./upload-page.tsx') },
  { path: '/van-ban/soan', titleKey: 'documents.title_draft', permission: 'documents.edit', load: () => import('./draft-page.tsx') },
  { path: '/van-ban/so', titleKey: 'documents.title_series', permission: 'documents.read', load: () => import('./series-page.tsx') },
  { path: '/van-ban/chung-thu-goc', titleKey: 'documents.roots.title', permission: 'documents.read', load: () => import('./trusted-page.tsx') },
  { path: '/van-ban/vien-dan', titleKey: 'documents.title_citations', permission: 'documents.readDrafts', load: () => import('./citations-page.tsx') },
  { path: '/van-ban/$documentId', titleKey: 'documents.title_document', permission: 'documents.read', load: () => import('./document-page.tsx') },
]
