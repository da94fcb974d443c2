import type { Language } from '#platform/i18n/language.ts'
import type { Catalog } from '#platform/i18n/messages.ts'

const files = import.meta.glob<Catalog>('../../modules/*/i18n/*.json', { import: 'default' })

/** The words of every module together. */
export async function loadEveryModulesWords(language: Language): Promise<Catalog> {
  const ofLanguage = Object.entries(files).filter(([file]) => file.endsWith(`/${language}.json`))
  return Object.assign({}, ...(await Promise.all(ofLanguage.map(([, load]) => load())))) as Catalog
}
