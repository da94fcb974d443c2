import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Block } from '../blocks.ts'
import { readFile } from '../process/read-file.ts'
import { normaliseText } from './normalise.ts'

const corpus = process.env['SONGHANH_CORPUS'] ?? '../shared/corpus'
const files = existsSync(join(corpus, 'files')) ? readdirSync(join(corpus, 'files')) : []
const texts = existsSync(join(corpus, 'raw')) ? readdirSync(join(corpus, 'raw')) : []

const squeezed = (text: string) => normaliseText(text).replace(/\s+/g, ' ')
const textsOf = (block: Block) => (block.kind === 'table' ? block.rows.flat() : [`${block.marker ?? ''} ${block.text}`])

async function blocksOf(file: string): Promise<readonly Block[]> {
  const outcome = await readFile(readFileSync(join(corpus, 'files', file)), file)
  if (!outcome.ok) throw new Error(`${file}: ${outcome.reason}`)
  return outcome.raw.blocks
}

describe.skipIf(files.length === 0)('real files (needs the corpus)', { timeout: 60_000 }, () => {
  const withText = files.flatMap((file) => {
    const text = texts.find((name) => name.startsWith(file.slice(0, 3)))
    return file.endsWith('.docx') && text !== undefined ? [[file, text] as const] : []
  })

  it.each(withText)('%s has every word of its text', async (file, text) => {
    const lines = readFileSync(join(corpus, 'raw', text), 'utf8').split('\n')
    const read = (await blocksOf(file)).flatMap(textsOf).join(' ')
    // The text was taken without soft line breaks, so that words there ran together: letters are compared.
    const letters = squeezed(read).replace(/\s/g, '')
    const missing = lines.filter((line) => !line.startsWith('# source') && !letters.includes(squeezed(line).replace(/[-\s]+$/, '').replace(/\s/g, '')))
    expect(missing.filter((line) => !/-{5}/.test(line))).toEqual([])
  })

  it.each(files.filter((file) => file.endsWith('.docx')))('%s begins with its letterhead, column by column', async (file) => {
    const head = (await blocksOf(file)).slice(0, 10).map((block) => (block.kind === 'table' ? 'TABLE' : squeezed(block.text)))
    const number = head.findIndex((text) => text.startsWith('Số'))
    const title = head.findIndex((text) => /^CỘNG H(ÒA|OÀ) XÃ HỘI CHỦ NGHĨA VIỆT NAM/.test(text))
    expect(head).not.toContain('TABLE')
    expect(title).toBeGreaterThan(number)
    expect(number).toBeGreaterThan(0)
  })

  it.each(files.filter((file) => file.endsWith('_scan.pdf')))('%s is told for a scan', async (file) => {
    expect(await readFile(readFileSync(join(corpus, 'files', file)), file)).toMatchObject({ ok: false, reason: 'scan' })
  })

  const printed = files.find((file) => file.startsWith('036'))
  it.skipIf(printed === undefined)('a printed PDF gives its paragraphs, headings in bold and tables', async () => {
    const blocks = await blocksOf(printed ?? '')
    const source = texts.find((name) => name.startsWith('036')) ?? ''
    const letters = squeezed(readFileSync(join(corpus, 'raw', source), 'utf8')).replace(/\s/g, '')
    const paragraphs = blocks.filter((block) => block.kind === 'paragraph')
    const body = paragraphs.filter((block) => block.text.length > 120)
    const whole = body.filter((block) => letters.includes(squeezed(block.text).replace(/\s/g, '')))
    expect(whole.length).toBeGreaterThan(body.length * 0.9)
    expect(paragraphs.filter((block) => block.bold === true && /^(?:I{1,3}|\d{1,2})\. /.test(block.text)).length).toBeGreaterThan(15)
    expect(blocks.filter((block) => block.kind === 'table').length).toBeGreaterThan(3)
  })
})
