import { setTimeout as sleep } from 'node:timers/promises'
import { buildWebApp } from '#app/build-web.ts'
import { middle, type Bench, type Figure } from './measure.ts'
import { timePages } from './pages.ts'
import { inDataFolder, startProgram } from './running-program.ts'

const bench: Bench = {
  title: 'The whole program with its database, on the demo',
  run: ({ idleMinutes }) =>
    inDataFolder(async (dataDir) => {
      await buildWebApp((line) => process.stderr.write(`${line}\n`))
      const first = await startProgram(dataDir)
      await first.stop()
      const starts: number[] = []
      for (let run = 0; run < 3; run++) {
        const again = await startProgram(dataDir)
        starts.push(again.startMs)
        await again.stop()
      }
      const program = await startProgram(dataDir)
      try {
        const pages = await timePages(program.url)
        const busy = program.memory()
        await sleep(idleMinutes * 60_000)
        const idle = program.memory()
        return [
          { what: 'first start, packages installed and web app built', value: first.startMs / 1_000, unit: 's', limit: 10, note: 'makes the database and loads the demo' },
          { what: 'second start', value: middle(starts) / 1_000, unit: 's', limit: 2, note: `3 runs, ${starts.map((ms) => (ms / 1_000).toFixed(1)).join(', ')} s` },
          ...pages,
          ...(busy ? [{ what: 'memory right after the pages', value: busy.total, unit: 'MB', note: `${busy.parts} MB, ${busy.processes} processes` } satisfies Figure] : []),
          ...(idle ? [{ what: `memory after ${idleMinutes} minutes without a request`, value: idle.total, unit: 'MB', limit: 250, note: `${idle.parts} MB, ${idle.processes} processes` } satisfies Figure] : []),
        ]
      } finally {
        await program.stop()
      }
    }),
}
export default bench
