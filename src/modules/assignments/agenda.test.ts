import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { AgendaEntry } from '#core/agenda/contract.ts'
import { listAgendaOf } from '#core/agenda/list-agenda.ts'
import type { Actor } from '#core/access/request.ts'
import { aTakenPlan } from '#testing/issued-plans.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { assignmentsAgenda } from './agenda.ts'
import cancelAssignment from './operations/cancel-assignment.ts'
import finishAssignment from './operations/finish-assignment.ts'
import listAssignments from './operations/list-assignments.ts'

const listAgenda = listAgendaOf([assignmentsAgenda])

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let head: Actor
let clerk: Actor

beforeAll(async () => {
  world = await aWorld()
})

beforeEach(async () => {
  sector = await aSector(world)
  head = await world.person(sector.highSchool, ['committee_head'], { name: 'Lê Thị Mơ' })
  clerk = await world.person(sector.highSchool, ['clerk'])
  await aTakenPlan(world, sector.highSchool, [
    { text: 'Trễ', dueOn: '2026-02-26' },
    { text: 'Hạn vào Chủ nhật', dueOn: '2026-03-01' },
    { text: 'Sắp tới', dueOn: '2026-03-10', lead: { kind: 'role', role: 'clerk' } },
    { text: 'Không có hạn', dueOn: null },
    { text: 'Năm sau', dueOn: '2027-01-05' },
  ])
})

const agenda = (actor: Actor, unitId = sector.highSchool): Promise<AgendaEntry[]> => listAgenda.run(world.as(actor), { unitId, from: '2026-01-01', to: '2026-12-31' })
const told = (entries: readonly AgendaEntry[]) => entries.map(({ title, state, isMine }) => [title, state, isMine])

describe('the work of a unit in its calendar', () => {
  it('stands on its due day, late only after the last working day in time, mine where I lead it', async () => {
    expect(told(await agenda(head))).toEqual([['Trễ', 'late', true], ['Hạn vào Chủ nhật', 'coming', true], ['Sắp tới', 'coming', false]])
    expect(told(await agenda(clerk))).toEqual([['Trễ', 'late', false], ['Hạn vào Chủ nhật', 'coming', false], ['Sắp tới', 'coming', true]])
  })

  it('says who leads it and opens the task', async () => {
    const [late] = await agenda(clerk)
    const row = (await listAssignments.run(world.as(head), { unitId: sector.highSchool, year: 2026 })).assignments.find(({ text }) => text === 'Trễ')!
    expect(late).toMatchObject({ kind: 'task', day: '2026-02-26', note: row.leadName, href: `/phan-cong/${row.id}` })
  })

  it('shows what is done as done, and no more what is cancelled', async () => {
    const { assignments } = await listAssignments.run(world.as(head), { unitId: sector.highSchool, year: 2026 })
    const idOf = (text: string) => assignments.find((row) => row.text === text)!.id
    await finishAssignment.run(world.as(head), { assignmentId: idOf('Trễ'), product: 'Biên bản' })
    await cancelAssignment.run(world.as(head), { assignmentId: idOf('Hạn vào Chủ nhật'), reason: 'Sở hoãn' })
    expect(told(await agenda(head))).toEqual([['Trễ', 'done', true], ['Sắp tới', 'coming', false]])
  })

  it('is not for the school beside it', async () => {
    const neighbour = await world.person(sector.primarySchool, ['committee_head'])
    await expect(agenda(neighbour)).rejects.toMatchObject({ kind: 'not_found' })
    expect(await agenda(neighbour, sector.primarySchool)).toEqual([])
  })
})
