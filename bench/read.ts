import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createReaderPool } from '@songhanh/vanban/process/reader-pool'
import { writeDocx } from '@songhanh/vanban/writing/docx'
import { writePdf } from '@songhanh/vanban/writing/pdf'
import { planOfPages } from './documents.ts'
import { median, middle, rounded, type Bench, type Figure } from './measure.ts'

/** Real documents, where they are beside the project. */
const CORPUS = resolve(process.env['SONGHANH_CORPUS'] ?? '../shared/corpus', 'files')

const bench: Bench = {
  title: 'Reading, in a running child',
  async run() {
    const docx = await writeDocx(await planOfPages(15))
    const pdf = await writePdf(await planOfPages(7))
    await using pool = createReaderPool({ children: 1 })
    const read = (bytes: Uint8Array, name: string) => pool.read({ bytes, name }).then((outcome) => {
      if (!outcome.ok) throw new Error(`${name}: ${outcome.reason}`)
    })
    const begin = performance.now()
    await read(docx, 'a.docx')
    const first: Figure = { what: 'first DOCX, with the start of the child', value: performance.now() - begin, unit: 'ms' }
    return [
      first,
      await median('DOCX of 15 pages', () => read(docx, 'a.docx'), { limit: 150 }),
      await median('PDF of 7 pages', () => read(pdf, 'a.pdf'), { limit: 400 }),
      ...(await realFiles((bytes, name) => pool.read({ bytes, name }))),
    ]
  },
}
export default bench

async function realFiles(read: (bytes: Uint8Array, name: string) => Promise<unknown>): Promise<readonly Figure[]> {
  if (!existsSync(CORPUS)) return []
  const figures: Figure[] = []
  for (const ending of ['docx', 'pdf']) {
    const files = readdirSync(CORPUS).filter((name) => name.endsWith(`.${ending}`)).map((name) => ({ name, bytes: readFileSync(join(CORPUS, name)) }))
    const each: number[] = []
    for (const { name, bytes } of files) each.push((await median(name, () => read(bytes, name), { runs: 5, warmUp: 1 })).value)
    if (each.length > 0) figures.push({ what: `${each.length} real .${ending} files, each`, value: middle(each), unit: 'ms', note: `slowest file ${rounded(Math.max(...each))} ms` })
  }
  return figures
}
