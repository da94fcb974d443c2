import { writeDocx } from '@songhanh/vanban/writing/docx'
import { layout } from '@songhanh/vanban/writing/layout'
import { writePdf } from '@songhanh/vanban/writing/pdf'
import { samplePlan } from '@songhanh/vanban/writing/samples'

/** Medians, in a warm process, of writing a plan of four pages with two appendices of three; run by hand. */
const RUNS = 30
const plan = samplePlan()
const document = { ...plan, sections: plan.sections.filter((section) => section.kind !== 'appendix') }

await print('layout, 7 pages', async () => layout(plan))
await print('PDF, 4 pages', () => writePdf(document))
await print('PDF, 7 pages with appendices', () => writePdf(plan))
await print('DOCX, 7 pages with appendices', () => writeDocx(plan))
const before = process.memoryUsage().rss
for (let i = 0; i < 200; i++) await writePdf({ ...plan, lead: `${plan.lead} ${i}` })
console.log(`memory: ${megabytes(before)} MB, after 200 more documents ${megabytes(process.memoryUsage().rss)} MB`)

async function print(what: string, run: () => Promise<unknown>): Promise<void> {
  const times: number[] = []
  for (let i = 0; i < RUNS + 3; i++) {
    const start = performance.now()
    await run()
    if (i >= 3) times.push(performance.now() - start)
  }
  const median = times.toSorted((a, b) => a - b)[RUNS / 2] ?? 0
  console.log(`${what}: ${median.toFixed(1)} ms`)
}

function megabytes(bytes: number): number {
  return Math.round(bytes / 1e6)
}
