/** Compares `i18n/vi.json` with `i18n/en.json` in every folder that has them; exits 1 on a finding. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join, relative } from 'node:path'
import { checkCatalogs } from '../src/platform/i18n/check-catalogs.ts'

const source = join(import.meta.dirname, '../src')

/** The first words of the keys of folders that are no module. */
const PREFIXES: Readonly<Record<string, readonly string[]>> = {
  'platform/web': ['kit.', 'errors.input.'],
  'app/web': ['app.'],
}

function readCatalog(folder: string, language: 'vi' | 'en'): Record<string, string> {
  const file = join(folder, `${language}.json`)
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {}
}

const folders = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((path) => basename(path) === 'vi.json' && basename(dirname(path)) === 'i18n')
  .map((path) => join(source, dirname(path)))

const findings = folders.flatMap((folder) => {
  const owner = relative(source, dirname(folder))
  const name = basename(owner)
  const prefixes = PREFIXES[owner] ?? [`${name}.`, `errors.${name}.`]
  return checkCatalogs(prefixes, readCatalog(folder, 'vi'), readCatalog(folder, 'en')).map((finding) => `src/${owner}: ${finding}`)
})

for (const finding of findings) console.error(finding)
console.log(`${folders.length} catalogs, ${findings.length} findings`)
process.exitCode = findings.length > 0 || folders.length === 0 ? 1 : 0
