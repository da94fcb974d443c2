import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import type { Plugin } from 'vite'

const NAV_WORDS = /^virtual:nav-words\/(vi|en)$/
const CATALOG = /\/i18n\/(vi|en)\.json$/
const NAV_KEY = /^\w+\.nav(_|$)/

/**
 * Words in the web build. Catalogs are compiled beforehand, so that the browser needs no parser of ICU messages;
 * `virtual:nav-words/vi` gathers the few words of every module that the navigation needs before the module is loaded;
 * and the words of the source language are fetched together with the first script instead of after it.
 */
export function words(source: string): Plugin {
  return {
    name: 'songhanh-words',
    enforce: 'pre',
    resolveId: (id) => (NAV_WORDS.test(id) ? `\0${id}` : undefined),
    load(id) {
      const language = NAV_WORDS.exec(id.replace('\0', ''))?.[1]
      return language && `export default ${JSON.stringify(navWords(source, language))}`
    },
    transform(code, id) {
      if (!CATALOG.test(id)) return undefined
      return { code: JSON.stringify(compileCatalog(JSON.parse(code))), map: null }
    },
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle }) {
        const file = Object.values(bundle ?? {}).find((output) => output.type === 'chunk' && output.facadeModuleId?.endsWith('/first-words/vi.ts'))?.fileName
        return file ? [{ tag: 'link', attrs: { rel: 'modulepreload', crossorigin: '', href: `/${file}` }, injectTo: 'head' }] : []
      },
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
