import { readFile } from '@songhanh/vanban/process/read-file'
import { writeDocx } from '@songhanh/vanban/writing/docx'
import { draftFrom } from '#app/draft.ts'
import { uuidv7 } from '#platform/ids.ts'
import { planOfPages } from './documents.ts'
import { median, type Bench } from './measure.ts'

const bench: Bench = {
  title: 'Drafting from a superior’s plan of 15 pages',
  async run() {
    const outcome = await readFile(await writeDocx(await planOfPages(15)), 'a.docx')
    if (!outcome.ok) throw new Error(outcome.reason)
    const wanted = { kind: 'upper_secondary', unitName: 'Trường THPT Hoa Sữa', year: 2026, thisYear: 2026, newId: () => uuidv7() } as const
    const draft = () => draftFrom(outcome.model, wanted)
    const { total } = draft().matrix.summary
    return [await median(`draft and coverage matrix, ${total} points`, async () => draft(), { limit: 1_000, warmUp: 1 })]
  },
}
export default bench
