import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

// Both languages are complete: the same keys, the same arguments, and a sentence for every error code in the code.

type Words = Readonly<Record<string, string>>

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
  compare(file, vi, en)
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

function compare(file: string, vi: Words, en: Words): void {
  for (const key of new Set([...Object.keys(vi), ...Object.keys(en)])) {
    const [source, target] = [vi[key], en[key]]
    if (!source?.trim() || !target?.trim()) faults.push(`${file}: “${key}” is missing in ${source?.trim() ? 'English' : 'Vietnamese'}`)
    else if (argumentsOf(source) !== argumentsOf(target)) faults.push(`${file}: “${key}” has other arguments in English`)
  }
}

/** Names between braces at the outer level, in order of the alphabet; braces that do not close show as a difference. */
function argumentsOf(message: string): string {
  const names = new Set<string>()
  let depth = 0
  for (const [token, name] of message.matchAll(/\{\s*(\w+)?|\}/g)) {
    if (token === '}') depth -= 1
    else {
      if (depth % 2 === 0 && name) names.add(name)
      depth += 1
    }
  }
  return `${[...names].sort().join(',')}${depth === 0 ? '' : ' (braces do not close)'}`
}
