import { existsSync, mkdtempSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { afterAll, describe, expect, it } from 'vitest'
import { aDocx, aPdf, aZip, centred, pdfOf, pdfStream, RULED, typeset, wordParagraph, wordTable } from '../files/samples.ts'
import { UNREADABLE_REASONS } from '../files/unreadable.ts'
import type { ReadOutcome } from './read-file.ts'
import { createReaderPool } from './reader-pool.ts'

const LIMIT_MS = 10_000
/** No recogniser and no office: what is tried is the reader of files itself. */
const pool = createReaderPool({ children: 2, timeoutMs: LIMIT_MS, recogniser: null, office: null })
afterAll(() => pool.close())

const catalogue = '<</Type/Catalog/Pages 2 0 R>>'
const page = (parent: number, contents: number, resources = '') => `<</Type/Page/Parent ${parent} 0 R/MediaBox[0 0 595 842]/Contents ${contents} 0 R/Resources<<${resources}>>>>`
const words = (text: string) => pdfStream(`BT /F1 12 Tf 80 700 Td (${text}) Tj ET`)
const font = '/Font<</F1 5 0 R>>'
const plainFont = '<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>'
const document = (inside: string) => `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${inside}</w:body></w:document>`
const text = 'Ke hoach cong tac binh dang gioi nam 2026 cua nha truong'

/** Files that somebody made to do harm, or by accident, and what becomes of them. */
const HOSTILE: Readonly<Record<string, readonly [bytes: () => Uint8Array, outcome: RegExp]>> = {
  'a thousand pages': [() => aPdf(Array.from({ length: 1000 }, () => ({ texts: typeset(text, { y: 100 }) }))), /^(?:too_large|read)$/],
  'a page tree that is its own branch': [() => pdfOf([catalogue, '<</Type/Pages/Count 1/Kids[2 0 R]>>']), /^(?:broken|scan)$/],
  'a claim of ten million pages': [() => pdfOf([catalogue, '<</Type/Pages/Count 10000000/Kids[3 0 R]>>', page(2, 4, font), words(text), plainFont]), /^(?:too_large|broken|read)$/],
  'a stream packed twice to 500 MB': [() => pdfOf([catalogue, '<</Type/Pages/Count 1/Kids[3 0 R]>>', page(2, 4, font), twicePacked(), plainFont]), /^(?:too_slow|too_large|scan|broken)$/],
  'a password': [() => pdfOf([catalogue, '<</Type/Pages/Count 1/Kids[3 0 R]>>', page(2, 4, font), words(text), plainFont, `<</Filter/Standard/V 1/R 2/O<${'41'.repeat(32)}>/U<${'42'.repeat(32)}>/P -60>>`], '/Encrypt 6 0 R/ID[<00><00>]'), /^encrypted$/],
  'a script that opens with the file': [() => pdfOf([`<</Type/Catalog/Pages 2 0 R/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>>>`, '<</Type/Pages/Count 1/Kids[3 0 R]>>', page(2, 4, font), words(text), plainFont]), /^read$/],
  'a font without a mapping': [() => pdfOf([catalogue, '<</Type/Pages/Count 1/Kids[3 0 R]>>', page(2, 4, font), words(text), '<</Type/Font/Subtype/Type0/BaseFont/X/Encoding/Identity-H/DescendantFonts[6 0 R]>>', '<</Type/Font/Subtype/CIDFontType2/BaseFont/X/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>']), /^(?:read|scan|broken|empty)$/],
  'external entities in XML': [() => aDocx({ body: '', document: `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${document('&e;')}` }), /^(?:bomb|broken)$/],
  'entities that multiply': [() => aDocx({ body: '', document: `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>${document('&b;')}` }), /^(?:bomb|broken)$/],
  'XML without an end to its depth': [() => aDocx({ body: '<w:p>'.repeat(100_000) }), /^(?:bomb|broken)$/],
  'tables within tables': [() => aDocx({ body: `${'<w:tbl><w:tr><w:tc>'.repeat(60)}${wordParagraph(text)}${'</w:tc></w:tr></w:tbl>'.repeat(60)}` }), /^(?:read|bomb)$/],
  'a part that unpacks to 200 MB': [() => aZip([{ name: 'word/document.xml', content: Buffer.alloc(200 * 1024 * 1024, 'a') }]), /^(?:bomb|too_large)$/],
  'a part that lies about its size': [() => aZip([{ name: 'word/document.xml', content: Buffer.alloc(60 * 1024 * 1024, 'a'), claimedSize: 100 }]), /^(?:bomb|broken|truncated)$/],
  'links to files outside': [() => aDocx({ body: `${wordParagraph(text)}<w:p><w:r><w:instrText>INCLUDETEXT "/etc/passwd"</w:instrText></w:r></w:p>`, more: [{ name: 'word/_rels/document.xml.rels', content: '<Relationships xmlns="x"><Relationship Id="r1" Type="y/attachedTemplate" Target="file:///etc/passwd" TargetMode="External"/></Relationships>' }] }), /^read$/],
  'macros': [() => aDocx({ body: wordParagraph(text), more: [{ name: 'word/vbaProject.bin', content: Buffer.from('\u00d0\u00cf\u0011\u00e0 AutoOpen') }] }), /^read$/],
}

function twicePacked(): Buffer {
  const packed = deflateSync(deflateSync(Buffer.alloc(500_000_000, 'A '), { level: 1 }))
  return Buffer.concat([Buffer.from(`<</Filter[/FlateDecode/FlateDecode]/Length ${packed.length}>>stream\n`), packed, Buffer.from('\nendstream')])
}

const wordFor = (outcome: ReadOutcome): string => (outcome.ok ? 'read' : outcome.reason)

describe('a hostile file', { timeout: 60_000 }, () => {
  it.each(Object.entries(HOSTILE))('with %s ends in a model or a clear refusal, in time, and opens nothing else', async (_, [make, expected]) => {
    const bytes = make()
    const started = performance.now()
    const outcome = await pool.read({ name: 'x', bytes })
    expect(wordFor(outcome)).toMatch(expected)
    expect(performance.now() - started).toBeLessThan(LIMIT_MS + 5000)
    expect(JSON.stringify(outcome)).not.toContain('root:')
  })

  it('of 200 MB is refused before it is opened', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'vanban-')), 'lon.pdf')
    writeFileSync(path, '%PDF-1.7\n')
    truncateSync(path, 200 * 1024 * 1024)
    const started = performance.now()
    expect(await pool.read({ name: 'lon.pdf', path })).toMatchObject({ ok: false, reason: 'too_large' })
    expect(performance.now() - started).toBeLessThan(500)
  })
})

/** A generator of its own, so that a failing case can be made again. */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

type Change = (bytes: Buffer, next: () => number) => Buffer

const place = (bytes: Buffer, next: () => number): number => Math.floor(next() * bytes.length)
const CHANGES: readonly Change[] = [
  (bytes, next) => {
    const copy = Buffer.from(bytes)
    for (let flips = 1 + Math.floor(next() * 20); flips > 0; flips -= 1) copy[place(bytes, next)] = Math.floor(next() * 256)
    return copy
  },
  (bytes, next) => bytes.subarray(0, place(bytes, next)),
  (bytes, next) => {
    const [from, length] = [place(bytes, next), Math.floor(next() * 4000)]
    return Buffer.concat([bytes.subarray(0, from), bytes.subarray(from + length)])
  },
  (bytes, next) => {
    const [from, to, length] = [place(bytes, next), place(bytes, next), Math.floor(next() * 4000)]
    return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from, from + length), bytes.subarray(to)])
  },
  (bytes, next) => {
    const [at, figure] = [place(bytes, next), String(Math.floor(next() * 1e9))]
    const digits = bytes.subarray(at).findIndex((byte) => byte >= 48 && byte <= 57)
    return digits < 0 ? bytes : Buffer.concat([bytes.subarray(0, at + digits), Buffer.from(figure), bytes.subarray(at + digits + 1)])
  },
]

const corpus = process.env['SONGHANH_CORPUS'] ?? join(import.meta.dirname, '../../../../../shared/corpus')
const LARGEST_BASE = 400_000

/** Invented documents, and the real ones where they are at hand. */
function bases(): readonly Buffer[] {
  const inside = wordParagraph('KẾ HOẠCH') + wordParagraph('I. MỤC ĐÍCH') + wordTable([['1', 'Truyền thông'], ['2', 'Tập huấn']], RULED)
  const invented = [
    aDocx({ body: inside }),
    // Stored as it is, so that damage reaches the XML instead of only the packing.
    aZip([{ name: 'word/document.xml', stored: true, content: document(inside) }]),
    aPdf([{ texts: [centred('KẾ HOẠCH', 100), ...typeset('Trường xây dựng kế hoạch năm học với các nội dung cụ thể như sau.', { y: 140 })], rules: [[85, 200, 500, 200]] }]),
  ]
  const folder = join(corpus, 'files')
  const real = existsSync(folder) ? readdirSync(folder).map((name) => readFileSync(join(folder, name))) : []
  return [...invented, ...real.filter((bytes) => bytes.length < LARGEST_BASE)]
}

const ROUNDS = process.env['SONGHANH_LONG'] ? 10_000 : 100

describe(`${ROUNDS} random changes of documents`, { timeout: ROUNDS * 3000 }, () => {
  it('end in a model or a clear refusal, none in a crash or a hang', async () => {
    const next = random(20260308)
    const all = bases()
    const cases = Array.from({ length: ROUNDS }, (_, at) => {
      const base = all[at % all.length] ?? Buffer.alloc(0)
      return (CHANGES[Math.floor(next() * CHANGES.length)] ?? CHANGES[0]!)(base, next)
    })
    const outcomes = new Map<string, number>()
    const slow: number[] = []
    const count = async (at: number): Promise<void> => {
      const bytes = cases[at] ?? Buffer.alloc(0)
      const outcome = await pool.read({ name: 'x', bytes })
      // A reader process that dies of a file would end as “broken” with this word.
      if (!outcome.ok) expect([UNREADABLE_REASONS.includes(outcome.reason), outcome.detail]).toEqual([true, expect.not.stringContaining('the reader process ended')])
      outcomes.set(wordFor(outcome), (outcomes.get(wordFor(outcome)) ?? 0) + 1)
      if (wordFor(outcome) === 'too_slow') slow.push(at)
    }
    const lanes = [0, 1].map(async (lane) => {
      for (let at = lane; at < cases.length; at += 2) await count(at)
    })
    await Promise.all(lanes)
    expect([...outcomes.values()].reduce((sum, found) => sum + found, 0)).toBe(ROUNDS)
    // On a busy machine a sound file may take longer than it is given; what hangs takes as long when it is read alone.
    await using patient = createReaderPool({ children: 1, recogniser: null, office: null, timeoutMs: 60_000 })
    for (const at of slow) expect([at, wordFor(await patient.read({ name: 'x', bytes: cases[at] ?? Buffer.alloc(0) }))]).not.toEqual([at, 'too_slow'])
    if (process.env['SONGHANH_LONG']) process.stdout.write(`${ROUNDS} changes: ${JSON.stringify(Object.fromEntries(outcomes))}; read again alone: ${slow.length}\n`)
  })
})
