import { addCatalog, type CatalogLoader } from '#platform/web/words.ts'

const loadFirst: CatalogLoader = async (language) => (language === 'vi' ? await import('./first-words/vi.ts') : await import('./first-words/en.ts')).default

/** Words of kit, shell and navigation, before the first paint; index.html has the Vietnamese ones fetched early. */
export function loadFirstWords(): Promise<void> {
  return addCatalog(loadFirst)
}

const loadCore: CatalogLoader = async (language) => (language === 'vi' ? await import('./core-words/vi.ts') : await import('./core-words/en.ts')).default

/** Words that every screen may need, errors above all. */
export function loadCoreWords(): Promise<void> {
  return addCatalog(loadCore)
}

const loadEvery: CatalogLoader = async (language) => (await import('./every-words.ts')).loadEveryModulesWords(language)

/** Words of every module: for screens that show what others say. */
export function loadEveryModulesWords(): Promise<void> {
  return addCatalog(loadEvery)
}
