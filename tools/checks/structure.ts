import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'

// Holds the vocabulary of folders and files (CONTRIBUTING.md): prints what departs from it and ends with 1.

const MODULE_FILES = new Set([
  'README.md', 'module.ts', 'contract.ts', 'store.ts', 'tables.ts', 'policy.ts', 'public.ts', 'http.ts', 'cli.ts', 'jobs.ts', 'todos.ts', 'agenda.ts',
])
const MODULE_FOLDERS = new Set(['model', 'operations', 'migrations', 'web', 'i18n', 'templates', 'kinds', 'reference', 'import'])
const TEST = /\.test\.tsx?$/
const DRAWERS = /(^|\/)(utils?|helpers?|misc|common|lib)(\.tsx?$|\/)/

const files = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { encoding: 'utf8', maxBuffer: 1e8 }).split('\n').filter(Boolean)
const code = files.filter((file) => /\.tsx?$/.test(file) && /^(src|packages|tools|testing|bench|e2e)\//.test(file))
const faults = [...code.flatMap(nameFaults), ...code.flatMap(textFaults), ...files.flatMap(moduleFaults), ...files.flatMap(migrationFaults)]

for (const fault of faults) console.error(fault)
console.error(`structure: ${code.length} files, ${faults.length} departures`)
process.exit(faults.length > 0 ? 1 : 0)

function nameFaults(file: string): string[] {
  const faults: string[] = []
  if (!/^[a-z0-9]+(-[a-z0-9]+)*(\.(test|long|journey|d))?\.tsx?$/.test(basename(file))) faults.push(`${file}: file names are kebab-case`)
  if (DRAWERS.test(file)) faults.push(`${file}: a function lives with its noun, not in a drawer`)
  if (basename(file) === 'index.ts' && !['src/core', 'src/modules'].includes(dirname(file))) faults.push(`${file}: no barrels`)
  return faults
}

function textFaults(file: string): string[] {
  const text = readFileSync(file, 'utf8')
  const faults: string[] = []
  const isTest = TEST.test(file)
  if (/@ts-(?:ignore|nocheck|expect-error)/.test(text) && !file.startsWith('tools/checks/')) faults.push(`${file}: a suppressed type error`)
  if (isTest && /\b(it|test|describe)\.(only|todo)\b/.test(text)) faults.push(`${file}: a test that is picked out or put off`)
  if (file.endsWith('.tsx') && !isTest && /toLocale(Date|Time)?String|new Intl\./.test(text)) faults.push(`${file}: format through platform/i18n`)
  if (/\/operations\//.test(file) && /\bsql`/.test(text) && !isTest) faults.push(`${file}: SQL belongs in store.ts`)
  return faults
}

function moduleFaults(file: string): string[] {
  const found = /^src\/(?:modules|core)\/([^/]+)\/([^/]+)(\/.*)?$/.exec(file)
  if (!found) return []
  const [, , name, rest] = found
  if (rest !== undefined) return MODULE_FOLDERS.has(name!) ? [] : [`${file}: “${name}” is not a folder of a module`]
  const known = MODULE_FILES.has(name!) || TEST.test(name!) || /-(store|tables|contract|operations|http|jobs|todos|agenda)\.ts$/.test(name!) || file.startsWith('src/core/')
  return known ? [] : [`${file}: “${name}” is not a file of a module`]
}

function migrationFaults(file: string): string[] {
  if (!file.endsWith('.sql')) return []
  if (!/\/migrations\/\d{8}T\d{4}_[a-z0-9_]+\.sql$/.test(file)) return [`${file}: migrations are named by time and verb`]
  const text = readFileSync(file, 'utf8')
  const owned = [...text.matchAll(/create table (\w+\.\w+) \((?:[^;]*?)\bunit_id\b[^;]*;/g)].map((match) => match[1]!)
  return owned
    .filter((table) => !table.startsWith('units.') && !text.includes(`units.protect('${table}')`) && !text.includes(`alter table ${table} enable row level security`))
    .map((table) => `${file}: ${table} has a unit_id and no row-level security`)
}
