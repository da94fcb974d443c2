import type { DocumentModel } from '@songhanh/vanban/model'
import { writePdf } from '@songhanh/vanban/writing/pdf'
import { writerProcess } from '@songhanh/vanban/writing/process/writer-process'
import { planOfPages } from './documents.ts'
import { median, type Bench, type Figure } from './measure.ts'

const bench: Bench = {
  title: 'Writing, in a running child',
  async run() {
    const plan = await planOfPages(5)
    // Never the same twice: the compiler remembers what it has set.
    const another = (run: number): DocumentModel => ({ ...plan, header: { ...plan.header, number: String(run) }, lead: `${plan.lead} (${run})` })
    await using writer = writerProcess()
    return [
      await median('PDF of 5 pages', (run) => writer.write('pdf', another(run)), { limit: 40, warmUp: 8 }),
      await median('DOCX of 5 pages', (run) => writer.write('docx', another(run)), { limit: 40, warmUp: 8 }),
      await growth((run) => writePdf(another(run))),
    ]
  },
}
export default bench

const DOCUMENTS = 1000
/** The first documents fill what is kept: fonts, code, pages of memory. */
const SETTLED = 300

/** How much the memory of this program grows from the first hundreds of documents to the thousandth. */
async function growth(write: (run: number) => Promise<unknown>): Promise<Figure> {
  let settled = 0
  for (let run = 0; run < DOCUMENTS; run++) {
    await write(run + DOCUMENTS)
    if (run === SETTLED) settled = process.memoryUsage.rss()
  }
  const end = process.memoryUsage.rss()
  return { what: `${DOCUMENTS} PDFs one after the other, growth of memory`, value: (end - settled) / 1e6, unit: 'MB', limit: 40, note: `${Math.round(end / 1e6)} MB at the end` }
}
