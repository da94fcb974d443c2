import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createReaderPool } from '@songhanh/vanban/process/reader-pool'
import { writeDocx } from '@songhanh/vanban/writing/docx'
import { writePdf } from '@songhanh/vanban/writing/pdf'
import { writerProcess } from '@songhanh/vanban/writing/process/writer-process'
import mammoth from 'mammoth'
import { planOfPages } from './documents.ts'
import { median, type Bench, type Figure } from './measure.ts'

const run = promisify(execFile)
const has = (command: string): boolean => spawnSync('sh', ['-c', `command -v ${command}`]).status === 0

/** The same files by our reader and writer and by other programs; those that are not installed are left out. */
const bench: Bench = {
  title: 'Beside other programs',
  async run() {
    const folder = mkdtempSync(join(tmpdir(), 'songhanh-beside-'))
    try {
      const [docx, pdf, five] = [await writeDocx(await planOfPages(15)), await writePdf(await planOfPages(7)), await planOfPages(5)]
      const path = (name: string): string => join(folder, name)
      writeFileSync(path('a.docx'), docx)
      writeFileSync(path('a.pdf'), pdf)
      writeFileSync(path('five.docx'), await writeDocx(five))
      await using pool = createReaderPool({ children: 1 })
      await using writer = writerProcess()
      const office = (to: string, file: string): Promise<unknown> => run('soffice', ['--headless', `-env:UserInstallation=file://${folder}/profile`, '--convert-to', to, '--outdir', folder, path(file)])
      const few = { runs: 5, warmUp: 1 }
      const figures: Figure[] = [
        await median('DOCX of 15 pages: our reader, to structure', () => pool.read({ bytes: docx, name: 'a.docx' }), { limit: 100 }),
        await median('DOCX of 15 pages: mammoth 1.13, to plain text', () => mammoth.extractRawText({ buffer: Buffer.from(docx) })),
        await median('PDF of 7 pages: our reader, to structure', () => pool.read({ bytes: pdf, name: 'a.pdf' }), { limit: 250 }),
        await median('plan of 5 pages to PDF: our writer', (at) => writer.write('pdf', { ...five, lead: `${five.lead} (${at})` }), { limit: 40, warmUp: 8 }),
        await median('plan of 5 pages to DOCX: our writer', (at) => writer.write('docx', { ...five, lead: `${five.lead} (${at})` }), { limit: 40, warmUp: 8 }),
      ]
      if (has('pdftotext')) figures.push(await median('PDF of 7 pages: pdftotext -layout, to plain text', () => run('pdftotext', ['-layout', path('a.pdf'), path('a.txt')])))
      if (has('soffice')) {
        figures.push(await median('DOCX of 15 pages: LibreOffice, to plain text', () => office('txt:Text (encoded):UTF8', 'a.docx'), few))
        figures.push(await median('plan of 5 pages, DOCX to PDF: LibreOffice', () => office('pdf', 'five.docx'), few))
      }
      return figures
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}
export default bench
