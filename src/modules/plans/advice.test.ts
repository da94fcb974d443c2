import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '#core/access/request.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import advisePlan from './operations/advise-plan.ts'
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

/** Writes the words into the first line of the plan; answers the line and what is said of it. */
async function adviceOnLine(text: string) {
  const { nodes } = await getPlan.run(world.as(head), { planId })
  const before = nodes.find((node) => node.kind !== 'section')!
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
