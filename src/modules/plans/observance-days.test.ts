import { beforeAll, expect, it } from 'vitest'
import setObservance from '#modules/calendar/operations/set-observance.ts'
import { uuidv7 } from '#platform/ids.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import getPlan from './operations/get-plan.ts'
import startPlan from './operations/start-plan.ts'

let world: World

beforeAll(async () => {
  world = await aWorld()
})

it('a draft takes the days of the observances as the Department moved them for its year, and next year’s plan the usual ones', async () => {
  const sector = await aSector(world)
  const officer = await world.person(sector.department, ['department_officer'])
  const head = await world.person(sector.highSchool, ['committee_head'])
  await setObservance.run(world.as(officer), {
    unitId: sector.department, changeId: uuidv7(), code: 'action_month', year: 2026, name: 'Tháng hành động', from: '2026-11-09', to: '2026-12-15',
    theme: null, dropped: false, isCertain: true, source: 'Công văn 12/SGDĐT-TCCB',
  })
  const daysOfPlan = async (planId: string) => {
    const { nodes } = await getPlan.run(world.as(head), { planId })
    const kept = nodes.filter(({ when }) => when && 'observance' in when && when.observance === 'action_month')
    return [...new Set(kept.map(({ startOn, dueOn }) => `${startOn}/${dueOn}`))]
  }
  const first = await startPlan.run(world.as(head), { unitId: sector.highSchool, year: 2026, from: 'template' })
  expect(await daysOfPlan(first.planId)).toEqual(['2026-11-09/2026-12-15'])
  const next = await startPlan.run(world.as(head), { unitId: sector.highSchool, year: 2027, from: 'last_year', lastPlanId: first.planId })
  expect(await daysOfPlan(next.planId)).toEqual(['2027-11-15/2027-12-15'])
})
