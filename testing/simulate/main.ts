import { parseArgs } from 'node:util'
import { throwAwayWorld } from './ground.ts'
import { jobsOfYear } from './jobs.ts'
import { proveNight, proveReports, proveTotals } from './proof.ts'
import { summaryOf } from './summary.ts'
import { playYear } from './year.ts'

// npm run simulate -- --schools 130 --year 2026 --seed 1 [--activities 30]
// A Department's year, played through the operations on a throw-away database; then every total is proved.

const { values } = parseArgs({
  options: {
    schools: { type: 'string', default: '130' },
    year: { type: 'string', default: '2026' },
    seed: { type: 'string', default: '1' },
    activities: { type: 'string', default: '30' },
  },
})
const options = Object.fromEntries(Object.entries(values).map(([name, text]) => [name, Number(text)])) as Record<keyof typeof values, number>
if (Object.values(options).some((value) => !Number.isInteger(value) || value < 0) || options.schools < 2) {
  process.stderr.write('--schools (2 or more), --year, --seed and --activities are whole numbers\n')
  process.exit(2)
}

const begin = performance.now()
const say = (line: string) => process.stdout.write(`${line}\n`)
const note = (line: string) => process.stderr.write(`[${((performance.now() - begin) / 1_000).toFixed(0)} s] ${line}\n`)
process.exitCode = await simulate()

async function simulate(): Promise<number> {
  await using world = await throwAwayWorld(new Date(`${options.year}-01-04T02:00:00Z`))
  const stage = await playYear(world, jobsOfYear(world), { ...options, tell: note })
  for (const line of await summaryOf(stage)) say(line)
  let wrong = 0
  for (const [what, prove] of [['nightly recomputation', proveNight], ['totals at every level, then and now', proveTotals], ['frozen figures of the reports', proveReports]] as const) {
    const { compared, differences } = await prove(stage)
    wrong += differences.length
    say(`\n${differences.length === 0 ? '✓' : '✗'} ${what}: ${compared} compared, ${differences.length} differences`)
    for (const difference of differences.slice(0, 20)) say(`  ${difference}`)
  }
  note('done')
  return wrong > 0 ? 1 : 0
}
