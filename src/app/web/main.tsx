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
