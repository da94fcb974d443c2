import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { allSections, countItems } from './walk.ts'
import { readDocument } from './read-document.ts'
import { textToBlocks } from './text-blocks.ts'

const corpus = process.env['SONGHANH_CORPUS'] ?? join(import.meta.dirname, '../../../../../shared/corpus')
const raw = join(corpus, 'raw')
const files = existsSync(raw) ? readdirSync(raw).filter((name) => name.endsWith('.txt')) : []
const read = (file: string) => readDocument(textToBlocks(readFileSync(join(raw, file), 'utf8')))

/** Real documents stay outside the repository; the score against their annotation has a tool of its own. */
describe.skipIf(files.length === 0)(`real documents (skipped without ${raw})`, () => {
  test.each(files)('%s has a kind, sections with content, and no empty word', (file) => {
    const model = read(file)
    const sections = [...allSections(model.sections)].map(({ section }) => section)
    expect(model.recipients.every((recipient) => recipient.length > 1)).toBe(true)
    expect(model.legalBases.every((basis) => (basis.number ?? basis.symbol ?? basis.subject) !== null)).toBe(true)
    expect(sections.filter((section) => countItems(section) > 0).length).toBeGreaterThan(0)
    expect(model.deadlines.every(({ date }) => /^(?:text:.+|(?:\.\.|(?:\d{4}|-)(?:-\d{2}){0,2})(?:\/(?:\.\.|(?:\d{4}|-)(?:-\d{2}){0,2}))?)$/.test(date))).toBe(true)
  })

  test('most have issuer, symbol, kind, title and signer', () => {
    const models = files.map(read)
    const share = (has: (model: ReturnType<typeof read>) => boolean): number => models.filter(has).length / models.length
    expect(share((model) => model.header.issuer !== null)).toBeGreaterThan(0.9)
    expect(share((model) => model.header.symbol !== null)).toBeGreaterThan(0.9)
    expect(share((model) => model.header.docType !== null)).toBeGreaterThan(0.9)
    expect(share((model) => model.header.title !== null)).toBeGreaterThan(0.9)
    expect(share((model) => model.signer !== null)).toBeGreaterThan(0.8)
  })
})

const tool = join(import.meta.dirname, '../../../../tools/score-reading.mjs')

describe.skipIf(!existsSync(join(corpus, 'gold')))(`the annotated documents (skipped without ${join(corpus, 'gold')})`, () => {
  // A quarter of the documents under each change, another quarter under the next; with SONGHANH_LONG all under all. Few documents vary more.
  const sample = process.env['SONGHANH_LONG'] ? ['--least', '97'] : ['--every', '4', '--least', '95']

  test('score 99 as they are, and little less under every mutation', { timeout: 300_000 }, () => {
    const scored = (...args: readonly string[]) => spawnSync(process.execPath, [tool, ...args], { encoding: 'utf8', env: { ...process.env, SONGHANH_CORPUS: corpus } })
    const [plain, mutated] = [scored('--least', '99'), scored('--mutate', 'all', ...sample)]
    expect([plain.status, plain.status === 0 ? '' : plain.stdout]).toEqual([0, ''])
    expect([mutated.status, mutated.status === 0 ? '' : mutated.stdout]).toEqual([0, ''])
  })
})
