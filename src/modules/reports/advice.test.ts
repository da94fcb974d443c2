import { beforeAll, expect, it } from 'vitest'
import type { Actor } from '#core/access/request.ts'
import { aRound } from '#testing/rounds.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import adviseReport from './operations/advise-report.ts'
import createRound from './operations/create-round.ts'
import getReport from './operations/get-report.ts'
import listReports from './operations/list-reports.ts'
import openRound from './operations/open-round.ts'
import saveReport from './operations/save-report.ts'
import startReport from './operations/start-report.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let officer: Actor
let head: Actor
let reportId: string

beforeAll(async () => {
  world = await aWorld(new Date('2026-05-04T02:00:00Z'))
  sector = await aSector(world)
  officer = await world.person(sector.department, ['department_officer'])
  head = await world.person(sector.highSchool, ['committee_head'])
  const { roundId } = await createRound.run(world.as(officer), aRound(sector.department))
  await openRound.run(world.as(officer), { roundId })
  reportId = (await listReports.run(world.as(head), { unitId: sector.highSchool }))[0]!.id
  await startReport.run(world.as(head), { reportId })
})

it('what is said of a written text leads to its part, and its proposal replaces words that stand there', async () => {
  const { body } = await getReport.run(world.as(head), { reportId })
  const part = body.parts.find(({ kind }) => kind === 'text')!
  const text = 'Nhà trường lòng ghép nội dung bình đẳng giới vào thứ Hai, ngày 08/3/2026.'
  await saveReport.run(world.as(head), { reportId, changes: [{ kind: 'texts', key: part.key, before: null, after: text }] })
  const found = (await adviseReport.run(world.as(head), { reportId })).filter(({ place }) => place === part.key)
  expect(found.map(({ code }) => code).toSorted()).toEqual(['spelling', 'weekday-mismatch'])
  const mended = found.reduce((words, { quote, proposal }) => (proposal === null ? words : words.replace(quote!, proposal)), text)
  expect(mended).toContain('lồng ghép')
})

it('a superior is not told of what a unit still writes', async () => {
  await expect(adviseReport.run(world.as(officer), { reportId })).rejects.toMatchObject({ kind: 'not_found' })
})
