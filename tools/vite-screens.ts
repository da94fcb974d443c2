import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Plugin } from 'vite'
import { navEntriesOf } from '../src/app/web/navigation.ts'
import type { Screen } from '../src/platform/web/screen.ts'

const ALL = 'virtual:modules'
const ONE = /^virtual:module\/(core|modules)\/(\w+)$/
const LANGUAGES = ['vi', 'en']

/**
 * What the first load knows of the screens. `virtual:modules` has each module's entries of the navigation and the first
 * words of its addresses; `virtual:module/…` its screens and words, which come when one of its addresses is opened. So
 * a screen costs the first load nothing, and is still one line in the module's `web/screens.ts`.
 */
export function screens(source: string): Plugin {
  return {
    name: 'songhanh-screens',
    resolveId: (id) => (id === ALL || ONE.test(id) ? `\0${id}` : undefined),
    async load(id) {
      if (id === `\0${ALL}`) return listOf(source)
      const [, ring, module] = ONE.exec(id.replace('\0', '')) ?? []
      return ring && module ? moduleOf(join(source, ring, module)) : undefined
    },
  }
}

async function listOf(source: string): Promise<string> {
  const modules = await Promise.all(foldersWithScreens(source).map(entryOf))
  return `export const modules = [${modules.join(',')}]`

  async function entryOf(place: string): Promise<string> {
    const file = join(source, place, 'web/screens.ts')
    const { screens } = (await import(`${pathToFileURL(file).href}?${Date.now()}`)) as { screens: readonly Screen[] }
    const firstWords = [...new Set(screens.map(({ path }) => path.split('/')[1]!))]
    return `{firstWords:${JSON.stringify(firstWords)},nav:${JSON.stringify(navEntriesOf(screens))},load:()=>import('virtual:module/${place}')}`
  }
}

function foldersWithScreens(source: string): string[] {
  return ['core', 'modules'].flatMap((ring) =>
    readdirSync(join(source, ring))
      .filter((name) => existsSync(join(source, ring, name, 'web/screens.ts')))
      .map((name) => `${ring}/${name}`),
  )
}

function moduleOf(folder: string): string {
  const words = LANGUAGES.map((language) => ({ language, file: join(folder, 'i18n', `${language}.json`) })).filter(({ file }) => existsSync(file))
  const loaders = words.map(({ language, file }) => `${language}:()=>import(${JSON.stringify(file)}).then((file)=>file.default)`)
  return `export { screens } from ${JSON.stringify(join(folder, 'web/screens.ts'))}
const files = {${loaders.join(',')}}
export const words = async (language) => await files[language]?.() ?? {}`
}
