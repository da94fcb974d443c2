import { beforeAll, describe, expect, test } from 'vitest'
import { loadPdfEngine, openPdf } from '../files/pdf-engine.ts'
import { writePdf } from './pdf.ts'
import { SAMPLES_OF_KINDS } from './samples-of-kinds.ts'

interface TagNode {
  readonly role?: string
  readonly alt?: string
  readonly children?: readonly TagNode[]
}

interface Tagged {
  readonly roles: readonly string[]
  readonly alts: readonly string[]
  readonly isMarked: boolean
  readonly showsTitle: boolean
  readonly language: string | null
}

async function tagsOf(file: Uint8Array): Promise<Tagged> {
  const loading = openPdf(await loadPdfEngine(), file)
  const document = await loading.promise
  const nodes: TagNode[] = []
  const walk = (node: TagNode): void => {
    nodes.push(node)
    node.children?.forEach(walk)
  }
  for (let number = 1; number <= document.numPages; number++) walk(((await (await document.getPage(number)).getStructTree()) ?? {}) as TagNode)
  const [mark, preferences, { info }] = await Promise.all([document.getMarkInfo(), document.getViewerPreferences(), document.getMetadata()])
  await loading.destroy()
  return {
    roles: nodes.flatMap((node) => node.role ?? []),
    alts: nodes.flatMap((node) => (node.role === 'Figure' ? [node.alt ?? ''] : [])),
    isMarked: (mark as unknown as ReadonlyMap<string, boolean> | null)?.get('Marked') === true,
    showsTitle: (preferences as unknown as ReadonlyMap<string, boolean> | null)?.get('DisplayDocTitle') === true,
    language: (info as { Language?: string }).Language ?? null,
  }
}

// The typesetter refuses to write a file that departs from the standard named; these are its own checks. No validator of
// a third party runs here.
describe.each(Object.entries(SAMPLES_OF_KINDS))('%s', (_, sample) => {
  test.each([['a-2a', /<pdfaid:part>2<[\s\S]*<pdfaid:conformance>A</u], ['ua-1', /<pdfuaid:part>1</u]] as const)('is written as %s without a complaint and says so', async (standard, claim) => {
    const file = Buffer.from(await writePdf(sample(), { standard }))
    expect(file.toString('latin1')).toMatch(claim)
  })
})

describe('the tags', () => {
  const tagged = new Map<string, Tagged>()
  beforeAll(async () => {
    for (const kind of ['Kế hoạch', 'Báo cáo'] as const) tagged.set(kind, await tagsOf(await writePdf(SAMPLES_OF_KINDS[kind]?.() ?? expect.fail())))
  })

  test('name headings by level, paragraphs, tables with their head cells', () => {
    const roles = new Set(tagged.get('Kế hoạch')?.roles)
    for (const role of ['H1', 'H2', 'H3', 'P', 'Table', 'TR', 'TH', 'TD']) expect(roles, role).toContain(role)
  })

  test('say in words what a chart shows', () => {
    expect(tagged.get('Báo cáo')?.alts).toEqual([expect.stringMatching(/^Biểu đồ cột .*620/u), expect.stringMatching(/^Biểu đồ đường .*75/u)])
  })

  test.each(['Kế hoạch', 'Báo cáo'])('stand in a marked file in Vietnamese: %s', (kind) => {
    expect(tagged.get(kind)).toMatchObject({ isMarked: true, language: 'vi-VN' })
  })

  test('are the same under PDF/UA-1, which shows the title in place of the file name', async () => {
    const own = await tagsOf(await writePdf(SAMPLES_OF_KINDS['Báo cáo']?.() ?? expect.fail(), { standard: 'ua-1' }))
    expect(own.roles).toEqual(tagged.get('Báo cáo')?.roles)
    expect(own.showsTitle).toBe(true)
  })
})
