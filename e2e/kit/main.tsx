import '#platform/web/kit.css'
import { createMemoryHistory, createRootRoute, createRoute, createRouter, Outlet, RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import kit from '#platform/web/i18n/vi.json' with { type: 'json' }
import { Toasts } from '#platform/web/toasts.tsx'
import { addCatalog } from '#platform/web/words.ts'
import { KitPage } from './kit-page.tsx'
import words from './i18n/vi.json' with { type: 'json' }

await addCatalog(async () => ({ ...kit, ...words }))

const root = createRootRoute({
  component: () => (
    <>
      <main id="main" style={{ padding: '1rem', maxWidth: '76rem', margin: '0 auto' }}>
        <Outlet />
      </main>
      <Toasts />
    </>
  ),
})
const page = createRoute({ getParentRoute: () => root, path: '/', component: KitPage })
const router = createRouter({ routeTree: root.addChildren([page]), history: createMemoryHistory() })

createRoot(document.getElementById('root')!).render(<RouterProvider router={router} />)
