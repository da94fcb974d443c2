import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { checkCatalogs } from '../../src/platform/i18n/check-catalogs.ts'

// Both languages are complete: the same keys, the same arguments, and a sentence for every error code in the code.

type Words = Readonly<Record<string, string>>

/** What the keys of a folder that is no module start with. */
const PREFIXES: Readonly<Record<string, readonly string[]>> = {
  'src/platform/web/i18n': ['kit.', 'errors.input.', 'errors.http.', 'errors.database.'],
  'src/app/web/i18n': ['app.'],
}

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', 'src'], { encoding: 'utf8', maxBuffer: 1e8 }).split('\n')
const faults: string[] = []
const known = new Set<string>()

for (const file of files.filter((name) => name.endsWith('/i18n/vi.json'))) {
  const other = join(dirname(file), 'en.json')
  if (!existsSync(other)) {
    faults.push(`${other} is missing`)
    continue
  }
  const [vi, en] = [wordsOf(file), wordsOf(other)]
  for (const key of Object.keys(vi)) known.add(key)
  for (const fault of checkCatalogs(prefixesOf(dirname(file)), vi, en)) faults.push(`${dirname(file)}: ${fault}`)
}
for (const file of files.filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$/.test(name) && existsSync(name))) {
  for (const [, code] of readFileSync(file, 'utf8').matchAll(/new AppError\(\s*'\w+',\s*'([\w.]+)'/g)) {
    if (!known.has(`errors.${code}`)) faults.push(`${file}: no sentence for errors.${code}`)
  }
}
for (const fault of faults) console.error(fault)
console.error(`words: ${known.size} keys, ${faults.length} departures`)
process.exit(faults.length > 0 || known.size === 0 ? 1 : 0)

function wordsOf(file: string): Words {
  return JSON.parse(readFileSync(file, 'utf8')) as Words
}

function prefixesOf(folder: string): readonly string[] {
  const module = basename(dirname(folder))
  // Names of measures are words of the module that counts them.
  return PREFIXES[folder] ?? [`${module}.`, `errors.${module}.`, 'measure.']
}
