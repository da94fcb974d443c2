import type { DocumentModel } from '@songhanh/vanban/model'
import { writerProcess } from '@songhanh/vanban/writing/process/writer-process'
import { planOfPages } from './documents.ts'
import { median, type Bench } from './measure.ts'

const bench: Bench = {
  title: 'Writing, in a running child',
  async run() {
    const plan = await planOfPages(5)
    // Never the same twice: the compiler remembers what it has set.
    const another = (run: number): DocumentModel => ({ ...plan, header: { ...plan.header, number: String(run) }, lead: `${plan.lead} (${run})` })
    await using writer = writerProcess()
    return [
      await median('PDF of 5 pages', (run) => writer.write('pdf', another(run)), { limit: 60, warmUp: 8 }),
      await median('DOCX of 5 pages', (run) => writer.write('docx', another(run)), { limit: 60, warmUp: 8 }),
    ]
  },
}
export default bench
