import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { residentBytes } from '../src/process/reader-child.ts'
import { createReaderPool } from '../src/process/reader-pool.ts'

/** Reads every file of a folder in a warm reader process and prints medians: `node packages/vanban/bench/read.ts [folder]` */
const ROUNDS = 9
const folder = resolve(process.argv[2] ?? join(process.env['SONGHANH_CORPUS'] ?? '../shared/corpus', 'files'))
const median = (values: readonly number[]) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? 0

await using pool = createReaderPool({ children: 1 })
console.log('first ms · median ms · slowest ms · pages · blocks · file')
for (const name of readdirSync(folder).toSorted()) {
  const bytes = readFileSync(join(folder, name))
  const times: number[] = []
  let result = ''
  for (let round = 0; round < ROUNDS; round += 1) {
    const started = performance.now()
    const outcome = await pool.read({ name, bytes })
    times.push(performance.now() - started)
    result = outcome.ok ? `${outcome.raw.pages ?? '-'} · ${outcome.raw.blocks.length}` : `- · ${outcome.reason}`
  }
  const [first = 0, ...warm] = times
  console.log(`${first.toFixed(0).padStart(8)} · ${median(warm).toFixed(0).padStart(9)} · ${Math.max(...warm).toFixed(0).padStart(10)} · ${result} · ${name}`)
}
console.log(`this process: ${Math.round((residentBytes(process.pid) ?? process.memoryUsage().rss) / 1e6)} MB`)
