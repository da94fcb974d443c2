import { globSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Screen } from '#platform/web/screen.ts'

const SOURCE = join(import.meta.dirname, '../src')

/** Every screen that a module has listed in its `web/screens.ts`: a new one is here by itself. */
export async function listedScreens(): Promise<readonly Screen[]> {
  const files = globSync('{core,modules}/*/web/screens.ts', { cwd: SOURCE }).sort()
  const manifests = await Promise.all(files.map((file) => import(pathToFileURL(join(SOURCE, file)).href) as Promise<{ readonly screens: readonly Screen[] }>))
  return manifests.flatMap(({ screens }) => screens)
}
