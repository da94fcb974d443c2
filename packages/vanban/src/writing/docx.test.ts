import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { beforeAll, describe, expect, test } from 'vitest'
import { fromBuffer, type Entry, type ZipFile } from 'yauzl'
import { lengthTwips } from './docx-styles.ts'
import { writeDocx } from './docx.ts'
import { layout } from './layout.ts'
import { sampleDocument, samplePlan, section, text } from './samples.ts'

const openZip = promisify<Buffer, { lazyEntries: boolean }, ZipFile>(fromBuffer)

async function partsOf(file: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const zip = await openZip(Buffer.from(file), { lazyEntries: true })
  const open = promisify(zip.openReadStream.bind(zip) as (entry: Entry, done: (error: Error | null, stream: NodeJS.ReadableStream) => void) => void)
  const parts = new Map<string, string>()
  return new Promise((resolve, reject) => {
    zip.on('entry', (entry: Entry) => {
      void open(entry).then(async (stream) => {
        parts.set(entry.fileName, (await buffer(stream)).toString('utf8'))
        zip.readEntry()
      }, reject)
    })
    zip.on('end', () => resolve(parts))
    zip.on('error', reject)
    zip.readEntry()
  })
}

let parts: ReadonlyMap<string, string> = new Map()
const part = (name: string): string => parts.get(name) ?? ''
const body = (): string => part('word/document.xml')

beforeAll(async () => {
  parts = await partsOf(await writeDocx(samplePlan()))
})

test('the page is A4 within the margins of the decree, appendices start again at page 1, the wide one on its side', () => {
  const sections = body().match(/<w:sectPr.*?<\/w:sectPr>/gsu) ?? []
  expect(sections).toHaveLength(3)
  const [first = '', second = '', third = ''] = sections
  for (const own of sections) {
    for (const [side, from, to] of [['top', 20, 25], ['bottom', 20, 25], ['left', 30, 35], ['right', 15, 20]] as const) {
      const margin = Number(new RegExp(`<w:pgMar[^>]*w:${side}="(\\d+)"`, 'u').exec(own)?.[1])
      expect(margin).toBeGreaterThanOrEqual(lengthTwips(from))
      expect(margin).toBeLessThanOrEqual(lengthTwips(to))
    }
    expect(own).toContain('<w:titlePg')
  }
  expect(first).toContain('w:w="11906"')
  expect(first).not.toContain('w:start="1"')
  expect(second).toContain('<w:pgNumType w:start="1"')
  expect(third).toMatch(/w:w="16838"[^>]*w:orient="landscape"/u)
})

test('page numbers stand in the middle of the header, on the first page none', () => {
  const headers = [...parts].filter(([name]) => /^word\/header\d/u.test(name)).map(([, xml]) => xml)
  expect(headers.filter((xml) => xml.includes('PAGE') && xml.includes('w:val="center"'))).toHaveLength(3)
  expect(headers.filter((xml) => !xml.includes('PAGE'))).toHaveLength(3)
})

test('headings are real headings', () => {
  const headings = [...body().matchAll(/<w:pStyle w:val="Heading(\d)"\/>.*?<\/w:p>/gsu)]
  const words = (xml: string): string => [...xml.matchAll(/<w:t[^>]*>([^<]*)/gu)].map((own) => own[1]).join('')
  expect(headings.slice(0, 3).map((own) => [own[1], words(own[0])])).toEqual([['1', 'I. MỤC ĐÍCH, YÊU CẦU'], ['2', '1. Mục đích'], ['2', '2. Yêu cầu']])
  expect(headings.map((own) => words(own[0]))).toContain('Phụ lục I')
})

test('numbers of documents hold together by Word’s own hyphen', () => {
  expect(body()).toMatch(/125\/2021\/NĐ<\/w:t><w:noBreakHyphen\/><w:t[^>]*>CP/u)
  expect(body()).not.toContain('\u2011')
})

test('the rules under motto and issuer are as long as the layout says', () => {
  const head = layout(samplePlan()).sheets[0]?.parts[0]
  if (head?.kind !== 'letterhead') throw new Error('a document begins with its letterhead')
  const sides = (length: number, width: number): string => `w:left="${lengthTwips((width - length) / 2)}" w:right="${lengthTwips((width - length) / 2)}"`
  expect(body()).toContain(sides(head.mottoRule, head.rightWidth))
  expect(body()).toContain(sides(head.issuerRule, head.leftWidth))
})

test('recipients and signer are one row that is never split, held to the last paragraph', () => {
  const ending = body().slice(body().indexOf('Trên đây là'))
  const before = body().slice(0, body().indexOf('Trên đây là'))
  expect(before.slice(before.lastIndexOf('<w:p>'))).toContain('<w:keepNext/>')
  expect(ending.slice(0, ending.indexOf('Nơi nhận'))).toContain('<w:cantSplit/>')
})

test('heads of tables are repeated', () => {
  expect(body().match(/<w:tblHeader\/>/gu)).toHaveLength(4)
})

describe('the file', () => {
  test('says its language, opens without compatibility mode and names title and issuer', () => {
    expect(part('word/styles.xml')).toContain('w:val="vi-VN"')
    expect(part('word/styles.xml')).toContain('Times New Roman')
    expect(part('word/settings.xml')).toContain('w:val="15" w:name="compatibilityMode"')
    expect(part('docProps/core.xml')).toContain('<dc:title>Kế hoạch Thực hiện công tác bình đẳng giới')
    expect(part('docProps/core.xml')).toContain('<dc:creator>Trường Tiểu học Mai Xuân</dc:creator>')
  })

  test('is the same for the same model, but for the time', async () => {
    const again = await partsOf(await writeDocx(samplePlan()))
    for (const [name, xml] of parts) if (name !== 'docProps/core.xml') expect(again.get(name), name).toBe(xml)
  })

  test('shows markup in a text as text', async () => {
    const hostile = await partsOf(await writeDocx(sampleDocument({ sections: [section('1', '<w:p>&amp;', [text(']]><w:br/> & "')])] })))
    expect(hostile.get('word/document.xml')).toContain('1. &lt;w:p&gt;&amp;amp;')
    expect(hostile.get('word/document.xml')).not.toContain(']]><w:br/>')
  })
})
