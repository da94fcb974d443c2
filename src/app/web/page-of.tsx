import type { ReactNode } from 'react'
import type { Screen } from '#platform/web/screen.ts'

type Page = () => ReactNode

const pages = new WeakMap<Screen, Page>()

/** The page of a screen, behind its permission; always the same one, so that a change of parameters does not start it anew. */
export async function pageOf(screen: Screen): Promise<Page> {
  const known = pages.get(screen)
  if (known) return known
  const [{ default: Page }, { Reads }, { Permitted }] = await Promise.all([screen.load(), import('./reads.tsx'), import('./permitted.tsx')])
  const page = () => (
    <Reads>
      <Permitted permission={screen.permission}>
        <Page />
      </Permitted>
    </Reads>
  )
  if (!pages.has(screen)) pages.set(screen, page)
  return pages.get(screen)!
}
