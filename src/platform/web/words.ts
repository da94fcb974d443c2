import { useSyncExternalStore } from 'react'
import { isLanguage, type Language, SOURCE_LANGUAGE } from '#platform/i18n/language.ts'
import type { Catalog } from '#platform/i18n/messages.ts'
import { type CompiledCatalog, createTranslator, type Translator } from '#platform/i18n/translator.ts'
import { recall, remember } from './device-memory.ts'

const STORAGE_KEY = 'songhanh.language'

/** Fetches one module's messages in a language. */
export type CatalogLoader = (language: Language) => Promise<Catalog | CompiledCatalog>

const loaders = new Set<CatalogLoader>()
const listeners = new Set<() => void>()
let translator = createTranslator(rememberedLanguage())

function rememberedLanguage(): Language {
  const remembered = recall(STORAGE_KEY)
  return isLanguage(remembered) ? remembered : SOURCE_LANGUAGE
}

/** The translator into the language on screen; a new one after a switch. */
export function currentTranslator(): Translator {
  return translator
}

/**
 * Makes a module's messages known, now and after every switch of language. Loading twice is one load. What is on screen
 * already, such as the roles in the shell, shows the new words.
 */
export async function addCatalog(load: CatalogLoader): Promise<void> {
  if (loaders.has(load)) return
  const into = translator
  into.load(await load(into.language))
  loaders.add(load)
  translator = { ...translator }
  for (const listener of listeners) listener()
}

/** Shows everything in `language` and remembers it on this device. Nothing typed is lost: screens only re-render. */
export async function switchLanguage(language: Language): Promise<void> {
  if (language === translator.language) return
  const next = createTranslator(language)
  for (const catalog of await Promise.all([...loaders].map((load) => load(language)))) next.load(catalog)
  translator = next
  markDocument(language)
  remember(STORAGE_KEY, language)
  for (const listener of listeners) listener()
}

/** Tells screen readers and the browser which language is on screen. */
export function markDocument(language: Language = translator.language): void {
  document.documentElement.lang = language
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The translator, re-rendering on a switch of language: `const { t } = useWords()`. */
export function useWords(): Translator {
  return useSyncExternalStore(subscribe, currentTranslator)
}
