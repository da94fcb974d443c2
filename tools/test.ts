import { spawn } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { startServerUnderTest } from './postgres-15.ts'

// npm test: every check and every test, and one last line “N passed, N failed”.
//   --verify  only what needs no database and no browser
//   --long    the long runs (SONGHANH_LONG=1): whole simulations and fuzzing instead of their seeded samples

interface Count {
  passed: number
  failed: number
  skipped: number
}

const ROOT = resolve(import.meta.dirname, '..')
const MODULES = join(ROOT, 'node_modules')
const node = process.execPath
const flags = new Set(process.argv.slice(2))
const scratch = mkdtempSync(join(tmpdir(), 'songhanh-check-'))
const total: Count = { passed: 0, failed: 0, skipped: 0 }

const TSC = join(MODULES, 'typescript7/bin/tsc')
const CHECKS: readonly (readonly [string, readonly string[]])[] = [
  ['types: everything', [TSC, '-p', 'tsconfig.json']],
  ['types: server without a browser', [TSC, '-p', 'tsconfig.server.json']],
  ['types: browser without a server', [TSC, '-p', 'tsconfig.web.json']],
  ['lint', [join(MODULES, 'oxlint/bin/oxlint'), '--deny-warnings']],
  ['import rules', ['tools/checks/imports.ts']],
  ['structure', ['tools/checks/structure.ts']],
  ['words in both languages', ['tools/checks/words.ts']],
  ['licences', ['tools/supply/licences.ts', '--check']],
]

/** Long ones over HTTP: what they find does not depend on the server, whose own rules have tests of their own. */
const SAME_ON_ANY_SERVER = ['src/app/matrix-http.test.ts', 'src/app/fuzz.test.ts']

try {
  await Promise.all(CHECKS.map(([name, args]) => check(name, args)))
  if (!flags.has('--verify')) {
    await vitest('unit, operation and engine tests', ['run'], {})
    await onPostgres15()
    await check('web app builds', [join(MODULES, 'vite/bin/vite.js'), 'build', '--logLevel', 'warn'])
    await check('web app within its sizes', ['tools/checks/sizes.ts'])
    await journeys()
  }
} finally {
  rmSync(scratch, { recursive: true, force: true })
}
print(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
process.exit(total.failed > 0 || total.passed === 0 ? 1 : 0)

function print(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** One check counts as one test. */
async function check(name: string, args: readonly string[]): Promise<void> {
  const started = Date.now()
  const code = await run(args, {})
  report(name, started, code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 })
}

async function vitest(name: string, args: readonly string[], env: Readonly<Record<string, string>>): Promise<void> {
  const started = Date.now()
  const file = join(scratch, `vitest-${started}.json`)
  const long: Record<string, string> = flags.has('--long') ? { SONGHANH_LONG: '1' } : {}
  await run([join(MODULES, 'vitest/vitest.mjs'), ...args, '--reporter=json', `--outputFile.json=${file}`], { ...env, ...long })
  report(name, started, existsSync(file) ? vitestCount(readFileSync(file, 'utf8')) : { passed: 0, failed: 1, skipped: 0 })
}

interface VitestResult {
  readonly numPassedTests: number
  readonly numFailedTests: number
  readonly numPendingTests: number
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string; readonly failureMessages?: readonly string[] }[]
  }[]
}

/** What failed is told with its reason. A file that does not load has no tests: it counts as one that failed. */
function vitestCount(text: string): Count {
  const result = JSON.parse(text) as VitestResult
  const unloaded = result.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0)
  for (const file of unloaded) print(`✗ ${file.name}\n${file.message}`)
  for (const file of result.testResults) {
    for (const test of file.assertionResults.filter(({ status }) => status === 'failed')) {
      print(`✗ ${file.name}\n  ${test.fullName}\n${test.failureMessages?.join('\n').slice(0, 3_000) ?? ''}`)
    }
  }
  return { passed: result.numPassedTests, failed: result.numFailedTests + unloaded.length, skipped: result.numPendingTests }
}

/** The operation suite on the oldest server that the product supports, where its binaries are. */
async function onPostgres15(): Promise<void> {
  const server = await startServerUnderTest()
  if (!server) {
    print('· operation tests on PostgreSQL 15: skipped, no server binaries on this machine (apt-get install postgresql-15)')
    total.skipped += 1
    return
  }
  try {
    await vitest('operation tests on PostgreSQL 15', ['run', ...testsOnTheDatabase()], { SONGHANH_TEST_DATABASE: server.host })
  } finally {
    await server.stop()
  }
}

/** The tests that ask for a database: the others say the same on any server. */
function testsOnTheDatabase(): string[] {
  return globSync('src/**/*.test.ts', { cwd: ROOT }).filter((file) => !SAME_ON_ANY_SERVER.includes(file) && /from '#testing\/(?:world|database)\.ts'/.test(readFileSync(join(ROOT, file), 'utf8')))
}

async function journeys(): Promise<void> {
  const started = Date.now()
  const file = join(scratch, 'playwright.json')
  await run([join(MODULES, '@playwright/test/cli.js'), 'test', '--reporter=list,json'], { PLAYWRIGHT_JSON_OUTPUT_NAME: file })
  if (!existsSync(file)) return report('browser journeys', started, { passed: 0, failed: 1, skipped: 0 })
  const { stats, errors } = JSON.parse(readFileSync(file, 'utf8')) as {
    stats: { expected: number; unexpected: number; flaky: number; skipped: number }
    errors: unknown[]
  }
  report('browser journeys', started, { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped })
}

function report(name: string, started: number, count: Count): void {
  total.passed += count.passed
  total.failed += count.failed
  total.skipped += count.skipped
  const mark = count.failed > 0 ? '✗' : '✓'
  print(`${mark} ${name}: ${count.passed} passed, ${count.failed} failed (${((Date.now() - started) / 1000).toFixed(1)} s)`)
}

function run(args: readonly string[], env: Readonly<Record<string, string>>): Promise<number> {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...args], { cwd: ROOT, stdio: ['ignore', 'inherit', 'inherit'], env: { ...process.env, ...env } })
  return new Promise((done) => {
    child.on('exit', (code) => done(code ?? 1))
    child.on('error', () => done(1))
  })
}
