import type { Language } from '#platform/i18n/language.ts'
import type { Catalog } from '#platform/i18n/messages.ts'
import { addCatalog, type CatalogLoader } from '#platform/web/words.ts'

type Files = Readonly<Record<string, () => Promise<Catalog>>>

const core: Files = import.meta.glob<Catalog>('../../core/*/i18n/*.json', { import: 'default' })
const modules: Files = import.meta.glob<Catalog>('../../modules/*/i18n/*.json', { import: 'default' })

const loadFirst: CatalogLoader = async (language) => (language === 'vi' ? await import('./first-words/vi.ts') : await import('./first-words/en.ts')).default

/** Words of kit, shell and navigation, before the first paint; index.html has the Vietnamese ones fetched early. */
export function loadFirstWords(): Promise<void> {
  return addCatalog(loadFirst)
}

const loaders = new Map<string, CatalogLoader>()

/** Words of one module, fetched with its first screen. */
export function loadModuleWords(module: string): Promise<void> {
  return addCatalog(loaderOf(modules, `../../modules/${module}/i18n/`))
}

/** Words of every module: for screens that show what others say. */
export async function loadEveryModulesWords(): Promise<void> {
  await Promise.all([...foldersOf(modules)].map((folder) => addCatalog(loaderOf(modules, folder))))
}

/** Words that every screen may need, errors above all. */
export async function loadCoreWords(): Promise<void> {
  await Promise.all([...foldersOf(core)].map((folder) => addCatalog(loaderOf(core, folder))))
}

function foldersOf(files: Files): ReadonlySet<string> {
  return new Set(Object.keys(files).map((file) => file.slice(0, file.lastIndexOf('/') + 1)))
}

function loaderOf(files: Files, folder: string): CatalogLoader {
  const known = loaders.get(folder)
  if (known) return known
  const loader: CatalogLoader = async (language: Language) => (await files[`${folder}${language}.json`]?.()) ?? {}
  loaders.set(folder, loader)
  return loader
}
