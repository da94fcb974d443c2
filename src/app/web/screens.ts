import { modules } from 'virtual:modules'
import type { Screen } from '#platform/web/screen.ts'
import type { CatalogLoader } from '#platform/web/words.ts'
import { matchPath } from './match-path.ts'

export interface FoundScreen {
  readonly screen: Screen
  readonly params: Readonly<Record<string, string>>
  /** Fetches the words of its module. */
  readonly words: CatalogLoader
}

/** The entries of the navigation of every module; a module adds its own by having `web/screens.ts`. */
export const navEntries = modules.flatMap((module) => module.nav)

/** The screen at an address such as `/ke-hoach/7`, from the module that has it; null when there is none. */
export async function findScreen(pathname: string): Promise<FoundScreen | null> {
  const firstWord = pathname.split('/')[1] ?? ''
  for (const module of modules.filter(({ firstWords }) => firstWords.includes(firstWord))) {
    const { screens, words } = await module.load()
    const found = matchPath(screens, pathname)
    if (found) return { ...found, words }
  }
  return null
}
