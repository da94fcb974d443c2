import { expect, test } from 'vitest'
import closeUnit from '#core/units/operations/close-unit.ts'
import { dayOf } from '#platform/clock.ts'
import { aSector, aWorld } from '#testing/world.ts'
import getPlan from './operations/get-plan.ts'
import saveNodes from './operations/save-nodes.ts'
import startPlan from './operations/start-plan.ts'

test('whoever writes on for a unit that is abolished meanwhile is told so, and nothing is written', async () => {
  const world = await aWorld()
  const sector = await aSector(world)
  const head = await world.person(sector.highSchool, ['committee_head'])
  const officer = await world.person(sector.department, ['department_officer'])
  const year = Number(dayOf(world.now).slice(0, 4))
  const { planId } = await startPlan.run(world.as(head), { unitId: sector.highSchool, year, from: 'template', directiveId: null })
  const { nodes } = await getPlan.run(world.as(head), { planId })
  const line = nodes.at(-1)!
  const changes = [{ before: line, after: { ...line, text: 'Viết sau khi đơn vị chấm dứt.' } }]

  await closeUnit.run(world.as(officer), { unitId: sector.highSchool, on: dayOf(world.now) })
  await expect(saveNodes.run(world.as(head), { planId, changes })).rejects.toMatchObject({ kind: 'conflict', code: 'units.closed' })
  const left = await getPlan.run(world.as(officer), { planId })
  expect(left.nodes.find(({ id }) => id === line.id)?.text).toBe(line.text)
})
