import '#platform/web/kit.css'
import './shell.css'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { markDocument } from '#platform/web/words.ts'
import { loadFirstWords } from './catalogs.ts'
import { createAppRouter } from './router.tsx'

await loadFirstWords()
markDocument()

createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <RouterProvider router={createAppRouter()} />
  </StrictMode>,
)

/** So late that it does not compete with the first screen for a weak line. */
const KEEP_AFTER_MS = 3_000

if (import.meta.env.PROD) setTimeout(() => void import('./keep-on-device.ts').then(({ keepOnDevice }) => keepOnDevice()).catch(() => undefined), KEEP_AFTER_MS)
