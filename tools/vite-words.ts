import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { Plugin } from 'vite'

const NAV_WORDS = 'virtual:nav-words'
const CATALOG = /\/i18n\/(vi|en)\.json$/
const NAV_KEY = /^\w+\.nav(_|$)/

/**
 * Words in the web build. Catalogs are compiled beforehand, so that the browser needs no parser of ICU messages; and
 * `virtual:nav-words` gathers the few words of every module that the navigation needs before the module is loaded.
 */
export function words(source: string): Plugin {
  return {
    name: 'songhanh-words',
    enforce: 'pre',
    resolveId: (id) => (id === NAV_WORDS ? `\0${NAV_WORDS}` : undefined),
    load(id) {
      if (id !== `\0${NAV_WORDS}`) return undefined
      return `export default ${JSON.stringify({ vi: navWords(source, 'vi'), en: navWords(source, 'en') })}`
    },
    transform(code, id) {
      if (!CATALOG.test(id)) return undefined
      return { code: JSON.stringify(compileCatalog(JSON.parse(code))), map: null }
    },
  }
}

function compileCatalog(catalog: Record<string, string>) {
  return Object.fromEntries(Object.entries(catalog).map(([key, message]) => [key, compileMessage(message)]))
}

function navWords(source: string, language: string) {
  const folders = ['core', 'modules'].flatMap((ring) => readdirSync(join(source, ring)).map((name) => join(source, ring, name, 'i18n', `${language}.json`)))
  const catalogs = folders.filter((file) => existsSync(file)).map((file) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>)
  return compileCatalog(Object.fromEntries(catalogs.flatMap((catalog) => Object.entries(catalog).filter(([key]) => NAV_KEY.test(key)))))
}
