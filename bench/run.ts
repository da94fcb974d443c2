import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, totalmem } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { dayOf } from '#platform/clock.ts'
import { formatDay } from '#platform/i18n/day.ts'
import { withSection } from './figures-file.ts'
import { rounded, type Bench, type Figure } from './measure.ts'

// npm run bench: every measurement, a table each, written to docs/figures.md as soon as it is there.
//   npm run bench -- read write        only these
//   npm run bench -- --idle-minutes 1  a shorter rest before the memory is measured

const BENCHES: Readonly<Record<string, () => Promise<{ default: Bench }>>> = {
  read: () => import('./read.ts'),
  draft: () => import('./draft.ts'),
  write: () => import('./write.ts'),
  beside: () => import('./beside.ts'),
  program: () => import('./program.ts'),
  units: () => import('./units.ts'),
  board: () => import('./board.ts'),
  rounds: () => import('./rounds.ts'),
  totals: () => import('./totals.ts'),
  nightly: () => import('./nightly.ts'),
  reports: () => import('./reports.ts'),
}

const { values, positionals } = parseArgs({ options: { 'idle-minutes': { type: 'string', default: '5' } }, allowPositionals: true })
const wanted = positionals.length > 0 ? positionals : Object.keys(BENCHES)
const unknown = wanted.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  process.stderr.write(`There is no bench ${unknown.join(', ')}; there are: ${Object.keys(BENCHES).join(', ')}\n`)
  process.exit(2)
}

const FIGURES = resolve(import.meta.dirname, '../docs/figures.md')

for (const name of wanted) {
  const { default: bench } = await BENCHES[name]!()
  const machine = describeMachine()
  process.stderr.write(`${bench.title} …\n${machine}\n`)
  const figures = await bench.run({ idleMinutes: Number(values['idle-minutes']) })
  const section = `## ${bench.title}\n\n${machine}\n\n${tableOf(figures)}`
  process.stdout.write(`\n${section}\n`)
  writeFileSync(FIGURES, withSection(existsSync(FIGURES) ? readFileSync(FIGURES, 'utf8') : '', section))
}

function tableOf(figures: readonly Figure[]): string {
  const rows = figures.map(({ what, value, unit, limit, note = '' }) => {
    const mark = limit === undefined ? '' : `${limit} ${unit} ${value <= limit ? '✓' : '✗'}`
    return `| ${what} | ${rounded(value)} ${unit} | ${mark} | ${note} |`
  })
  return `| what | result | limit | |\n|---|---:|---:|---|\n${rows.join('\n')}\n`
}

function describeMachine(): string {
  const [processor] = cpus()
  const commit = execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8', cwd: import.meta.dirname }).trim()
  const load = loadavg()[0] ?? 0
  const busy = load > 0.7 ? ` The machine was busy with other work (load ${load.toFixed(1)}): times are worse than on an idle one.` : ''
  return `Measured on ${formatDay(dayOf(new Date()))} at commit ${commit}: ${processor?.model ?? '?'}, ${cpus().length} cores, ${Math.round(totalmem() / 1e9)} GB, Node ${process.versions.node}.${busy}`
}
