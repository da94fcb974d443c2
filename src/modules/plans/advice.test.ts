import type { Header } from '@songhanh/vanban/model'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#core/access/request.ts'
import { aReading } from '#modules/documents/model/a-reading.ts'
import confirmReading from '#modules/documents/operations/confirm-reading.ts'
import registerIncoming from '#modules/documents/operations/register-incoming.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { inReadingOrder } from './model/plan-tree.ts'
import advisePlan from './operations/advise-plan.ts'
import comparePlanText from './operations/compare-plan-text.ts'
import getPlan from './operations/get-plan.ts'
import saveNodes from './operations/save-nodes.ts'
import startPlan from './operations/start-plan.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let head: Actor
let planId: string

beforeAll(async () => {
  world = await aWorld()
  sector = await aSector(world)
  head = await world.person(sector.highSchool, ['committee_head'])
  planId = (await startPlan.run(world.as(head), { unitId: sector.highSchool, year: 2026, from: 'template' })).planId
})

/** Writes the words into the first paragraph of the plan; answers the line and what is said of it. */
async function adviceOnLine(text: string) {
  const { nodes } = await getPlan.run(world.as(head), { planId })
  const before = inReadingOrder(nodes).find(({ node }) => node.kind === 'point')!.node
  const after = { ...before, text }
  await saveNodes.run(world.as(head), { planId, changes: [{ before, after }] })
  return { node: after, found: (await advisePlan.run(world.as(head), { planId })).filter(({ place }) => place === before.id) }
}

it('what is said of a line leads to it, and its proposal replaces words that stand there', async () => {
  const { node, found } = await adviceOnLine('Lòng ghép nội dung bình đẳng giới vào thứ Hai, ngày 08/3/2026 để tôn vinh phái đẹp.')
  expect(found.map(({ code }) => code).toSorted()).toEqual(['gender-stereotype', 'spelling', 'weekday-mismatch'])
  const mended = found.reduce((text, { quote, proposal }) => (proposal === null ? text : text.replace(quote!, proposal)), node.text)
  expect(mended).toContain('Lồng ghép')
  expect(mended).not.toContain('phái đẹp')
})

it('a line that is sound is left alone', async () => {
  const { found } = await adviceOnLine('Lồng ghép nội dung bình đẳng giới vào tiết sinh hoạt dưới cờ ngày 08/3/2026.')
  expect(found).toEqual([])
})

it('the template of a school says nothing that the engine would mark as an error', async () => {
  const all = await advisePlan.run(world.as(head), { planId })
  expect(all.filter(({ severity }) => severity === 'error')).toEqual([])
})

it('a stranger does not see the plan', async () => {
  const stranger = await world.person(sector.primarySchool, ['committee_head'])
  await expect(advisePlan.run(world.as(stranger), { planId })).rejects.toMatchObject({ kind: 'not_found' })
})

describe('beside what the unit has', () => {
  const WORDS = 'Câu lạc bộ Bạn gái quay phim ngắn về việc nhà và chiếu trong buổi họp phụ huynh cuối kỳ.'
  let files = 0
  /** An incoming plan with these words, confirmed by the clerk. */
  async function received(header: Partial<Header>, words: string, bases: readonly string[] = []): Promise<void> {
    const clerk = await world.person(sector.highSchool, ['clerk'])
    const sent = aReading(header)
    const reading = { ...sent, preamble: bases, sections: [{ ...sent.sections[0]!, items: [{ marker: '-', text: words, items: [] }] }] }
    const file = { name: 'a.docx', mediaType: 'application/pdf', digest: (++files).toString(16).padStart(64, 'd'), bytes: 9 }
    const { documentId } = await registerIncoming.run(world.as(clerk), { unitId: sector.highSchool, file, found: { reading, readText: '' } })
    await confirmReading.run(world.as(clerk), { documentId, version: 1, reading })
  }

  it('sentences of a neighbour and of the superior stand beside those of the plan', async () => {
    const { node } = await adviceOnLine(WORDS)
    await received({ number: '7', symbol: 'KH-THPTM', issuer: 'TRƯỜNG THPT MẪU', issuerName: 'Trường THPT Mẫu' }, WORDS.replace('phụ huynh', 'cha mẹ'))
    const { copied, sources, copiedShare } = await comparePlanText.run(world.as(head), { planId })
    expect(copied.find(({ text }) => text === WORDS)).toMatchObject({ isSame: false, place: node.id, other: expect.stringContaining('cha mẹ') })
    expect(sources).toMatchObject([{ relation: 'neighbour', name: 'Kế hoạch 07/KH-THPTM' }])
    expect(copiedShare).toBeGreaterThan(0)
  })

  it('a number that two other documents give otherwise is told with the one to write', async () => {
    const cited = (number: string) => `Thực hiện Kế hoạch số ${number}/KH-SGDĐT ngày 11/3/2025 của Sở Giáo dục và Đào tạo về phòng, chống bạo lực học đường trong trường phổ thông;`
    await received({ number: '8', date: '2026-02-13' }, 'Họp.', [cited('605')])
    await received({ number: '9', date: '2026-02-14' }, 'Họp.', [cited('605')])
    const { found } = await adviceOnLine(cited('650').replace(';', '.'))
    expect(found).toContainEqual(expect.objectContaining({ code: 'citation-number-conflict', quote: expect.stringContaining('650/KH-SGDĐT'), proposal: expect.stringContaining('605/KH-SGDĐT') }))
  })

  it('a decree cited by its number alone is told once, with the whole citation', async () => {
    const { found } = await adviceOnLine('Công tác văn thư theo Nghị định số 30/2020/NĐ-CP được rà soát mỗi quý.')
    const lacking = found.filter(({ code }) => code.startsWith('citation-missing'))
    expect(lacking).toHaveLength(1)
    expect(lacking[0]!.proposal).toContain('ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư')
  })
})
