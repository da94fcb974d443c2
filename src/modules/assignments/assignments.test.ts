import { sql } from 'kysely'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { asSystem } from '#core/access/operation.ts'
import type { Actor } from '#core/access/request.ts'
import listMessages from '#modules/notifications/operations/list-messages.ts'
import approvePlan from '#modules/plans/operations/approve-plan.ts'
import issuePlan from '#modules/plans/operations/issue-plan.ts'
import startPlan from '#modules/plans/operations/start-plan.ts'
import submitPlan from '#modules/plans/operations/submit-plan.ts'
import { aTakenPlan, anIssuedPlan } from '#testing/issued-plans.ts'
import listTodosOperation from '#testing/todos.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { uuidv7 } from '#platform/ids.ts'
import { assignmentJobs } from './jobs.ts'
import acceptAssignment from './operations/accept-assignment.ts'
import cancelAssignment from './operations/cancel-assignment.ts'
import finishAssignment from './operations/finish-assignment.ts'
import getAssignment from './operations/get-assignment.ts'
import giveAssignments from './operations/give-assignments.ts'
import listAssignments from './operations/list-assignments.ts'
import overdueBelow from './operations/overdue-below.ts'
import reopenAssignment from './operations/reopen-assignment.ts'
import startAssignment from './operations/start-assignment.ts'
import { dropPlan, takePlan } from './operations/take-plan.ts'
import { markDone, markStarted } from './public.ts'
import type { Tx } from './store.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let school: string
let head: Actor
let principal: Actor
let clerk: Actor
let teacher: Actor

beforeAll(async () => {
  world = await aWorld()
})

beforeEach(async () => {
  world.now = new Date('2026-03-02T02:00:00Z')
  sector = await aSector(world)
  school = sector.highSchool
  head = await world.person(school, ['committee_head'], { name: 'Lê Thị Mơ' })
  principal = await world.person(school, ['principal'], { name: 'Nguyễn Văn An' })
  clerk = await world.person(school, ['clerk'], { name: 'Phạm Thu Thảo' })
  teacher = await world.person(school, ['teacher'], { name: 'Trần Văn Đức' })
})

const listed = async (actor: Actor = head) => (await listAssignments.run(world.as(actor), { unitId: school, year: 2026 })).assignments
const one = async (tasks: Parameters<typeof aTakenPlan>[2][number] = {}) => {
  await aTakenPlan(world, school, [tasks])
  return (await listed())[0]!
}
const person = (actor: Actor, name: string) => ({ kind: 'person', personId: actor.personId, name }) as const

describe('the tasks of an issued plan', () => {
  it('become the work of those who lead them; a task that nobody leads does not', async () => {
    await aTakenPlan(world, school, [
      { text: 'Sinh hoạt dưới cờ', lead: { kind: 'role', role: 'clerk' }, dueOn: '2026-03-20', product: 'Bài viết' },
      { text: 'Tập huấn', lead: person(teacher, 'Trần Văn Đức') },
      { text: 'Diễn đàn', lead: { kind: 'role', role: 'youth_union' } },
      { text: 'Không ai chủ trì', lead: null },
    ])
    expect(await listed()).toMatchObject([
      { text: 'Sinh hoạt dưới cờ', leadName: 'Văn thư', responsible: [{ name: 'Phạm Thu Thảo' }], dueOn: '2026-03-20', product: 'Bài viết', state: 'given', needsPerson: false },
      { text: 'Tập huấn', leadPersonId: teacher.personId, responsible: [{ name: 'Trần Văn Đức' }] },
      // no account stands for the youth union: the head of the committee stands in
      { text: 'Diễn đàn', responsible: [{ name: 'Lê Thị Mơ' }], needsPerson: true },
    ])
  })

  it('follow the event of the real issue', async () => {
    const { planId } = await startPlan.run(world.as(head), { unitId: school, year: 2026, from: 'template' })
    await submitPlan.run(world.as(head), { planId })
    await approvePlan.run(world.as(principal), { planId })
    await issuePlan.run(world.as(clerk), { planId, issuedOn: '2026-03-02' })
    expect(await listed()).toEqual([])
    await world.jobs.drain(assignmentJobs({ systemRequest: () => world.as(null) } as Parameters<typeof assignmentJobs>[0]))
    expect((await listed()).length).toBeGreaterThan(10)
  })

  it('are taken once, however often the news comes', async () => {
    const planId = await aTakenPlan(world, school, [{}, {}])
    await asSystem(world.as(null), (tx: Tx) => takePlan(tx, world.as(null), planId))
    expect(await listed()).toHaveLength(2)
  })

  it('are told of in one message a person', async () => {
    await aTakenPlan(world, school, [{}, {}, { lead: { kind: 'role', role: 'clerk' } }])
    expect((await listMessages.run(world.as(head), {})).messages).toMatchObject([{ textKey: 'assignments.told_plan', params: { n: 2, number: '15/KH-SM' } }])
    expect((await listMessages.run(world.as(clerk), {})).messages).toMatchObject([{ params: { n: 1 } }])
  })
})

describe('an amendment', () => {
  let ids: { kept: string; moved: string; dropped: string; fresh: string }

  beforeEach(() => {
    ids = { kept: uuidv7(), moved: uuidv7(), dropped: uuidv7(), fresh: uuidv7() }
  })

  const before = () => [{ id: ids.kept, text: 'Giữ' }, { id: ids.moved, text: 'Dời', dueOn: '2026-04-01' }, { id: ids.dropped, text: 'Bỏ' }]
  const after = () => [{ id: ids.kept, text: 'Giữ' }, { id: ids.moved, text: 'Dời', dueOn: '2026-05-05' }, { id: ids.fresh, text: 'Mới' }]

  it('changes what it changed, cancels what it dropped with a reason, gives what is new', async () => {
    const planId = await aTakenPlan(world, school, before())
    await aTakenPlan(world, school, after(), { amendsId: planId })
    expect((await listed()).map(({ text, state, dueOn, reason }) => ({ text, state, dueOn, reason })).sort((a, b) => a.text.localeCompare(b.text, 'vi'))).toEqual([
      { text: 'Bỏ', state: 'cancelled', dueOn: null, reason: 'Không còn trong Kế hoạch số 15/KH-SM ngày 02/02/2026' },
      { text: 'Dời', state: 'given', dueOn: '2026-05-05', reason: null },
      { text: 'Giữ', state: 'given', dueOn: null, reason: null },
      { text: 'Mới', state: 'given', dueOn: null, reason: null },
    ])
  })

  it('leaves alone what was arranged by hand', async () => {
    const planId = await aTakenPlan(world, school, before())
    const assignmentIds = (await listed()).filter(({ text }) => text === 'Giữ').map(({ id }) => id)
    await giveAssignments.run(world.as(head), { unitId: school, assignmentIds, personId: teacher.personId, dueOn: '2026-03-30' })
    await aTakenPlan(world, school, after(), { amendsId: planId })
    expect((await listed()).find(({ text }) => text === 'Giữ')).toMatchObject({ leadPersonId: teacher.personId, dueOn: '2026-03-30' })
  })

  it('keeps what is done, and brings back what it dropped before', async () => {
    const planId = await aTakenPlan(world, school, before())
    const done = (await listed()).find(({ text }) => text === 'Bỏ')!
    await finishAssignment.run(world.as(head), { assignmentId: done.id, product: 'Biên bản' })
    const second = await aTakenPlan(world, school, [before()[0]!], { amendsId: planId })
    expect((await listed()).map(({ text, state }) => `${text} ${state}`).sort()).toEqual(['Bỏ done', 'Dời cancelled', 'Giữ given'])
    await aTakenPlan(world, school, before(), { amendsId: second })
    expect((await listed()).map(({ text, state }) => `${text} ${state}`).sort()).toEqual(['Bỏ done', 'Dời given', 'Giữ given'])
  })

  it('whose news comes before that of the plan changes nothing', async () => {
    const planId = await anIssuedPlan(world, school, before())
    await aTakenPlan(world, school, after(), { amendsId: planId })
    await asSystem(world.as(null), (tx: Tx) => takePlan(tx, world.as(null), planId))
    expect((await listed()).map(({ text, state }) => `${text} ${state}`).sort()).toEqual(['Bỏ cancelled', 'Dời given', 'Giữ given', 'Mới given'])
  })
})

it('a plan that is revoked takes its open work with it', async () => {
  const planId = await aTakenPlan(world, school, [{ text: 'Xong' }, { text: 'Chưa' }])
  await finishAssignment.run(world.as(head), { assignmentId: (await listed())[0]!.id, product: 'Biên bản' })
  await asSystem(world.as(null), (tx: Tx) => dropPlan(tx, world.as(null), planId))
  expect((await listed()).map(({ text, state }) => `${text} ${state}`)).toEqual(['Xong done', 'Chưa cancelled'])
})

describe('work', () => {
  it('is accepted, begun and done with a product by whoever is responsible', async () => {
    const { id } = await one({ lead: { kind: 'role', role: 'clerk' }, dueOn: '2026-03-20' })
    expect((await getAssignment.run(world.as(clerk), { assignmentId: id })).actions).toEqual(['accept', 'start', 'finish'])
    await acceptAssignment.run(world.as(clerk), { assignmentId: id })
    await startAssignment.run(world.as(clerk), { assignmentId: id })
    await finishAssignment.run(world.as(clerk), { assignmentId: id, product: 'Bài viết trên trang web', link: 'https://songmo.example.vn/bai-1' })
    const detail = await getAssignment.run(world.as(clerk), { assignmentId: id })
    expect(detail).toMatchObject({ state: 'done', doneOn: '2026-03-02', doneProduct: 'Bài viết trên trang web', leadPersonId: clerk.personId })
    expect(detail.history.map(({ action, byName }) => `${action} ${byName}`)).toEqual(['give null', 'accept Phạm Thu Thảo', 'start Phạm Thu Thảo', 'finish Phạm Thu Thảo'])
  })

  it('of others is not done', async () => {
    const { id } = await one()
    await expect(finishAssignment.run(world.as(teacher), { assignmentId: id, product: 'x' })).rejects.toMatchObject({ kind: 'forbidden', code: 'assignments.not_yours' })
    expect((await getAssignment.run(world.as(teacher), { assignmentId: id })).actions).toEqual([])
  })

  it('wants a product, a day that has come and a real link', async () => {
    const { id } = await one()
    await expect(finishAssignment.run(world.as(head), { assignmentId: id, product: ' ' })).rejects.toMatchObject({ kind: 'invalid' })
    await expect(finishAssignment.run(world.as(head), { assignmentId: id, product: 'x', doneOn: '2026-03-03' })).rejects.toMatchObject({ code: 'assignments.done_in_future' })
    await expect(finishAssignment.run(world.as(head), { assignmentId: id, product: 'x', link: 'javascript:alert(1)' })).rejects.toMatchObject({ kind: 'invalid' })
  })

  it('is cancelled and taken up again with a reason by who manages it', async () => {
    const { id } = await one({ lead: person(teacher, 'Trần Văn Đức') })
    await expect(cancelAssignment.run(world.as(teacher), { assignmentId: id, reason: 'không làm nữa' })).rejects.toMatchObject({ kind: 'forbidden' })
    await cancelAssignment.run(world.as(head), { assignmentId: id, reason: 'Sở hoãn sang năm sau' })
    expect((await listMessages.run(world.as(teacher), {})).messages[0]).toMatchObject({ textKey: 'assignments.told_cancelled' })
    await expect(finishAssignment.run(world.as(teacher), { assignmentId: id, product: 'x' })).rejects.toMatchObject({ kind: 'conflict', code: 'assignments.wrong_state' })
  })

  it('is not seen by the neighbours', async () => {
    const { id } = await one()
    const neighbour = await world.person(sector.primarySchool, ['committee_head'])
    await expect(getAssignment.run(world.as(neighbour), { assignmentId: id })).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('that was reported done is taken up again with a reason', async () => {
    const { id } = await one()
    await finishAssignment.run(world.as(head), { assignmentId: id, product: 'Biên bản' })
    expect(await reopenAssignment.run(world.as(principal), { assignmentId: id, reason: 'thiếu chữ ký' })).toMatchObject({ state: 'in_progress' })
    expect(await getAssignment.run(world.as(head), { assignmentId: id })).toMatchObject({ doneOn: null, doneProduct: null })
  })

  it('moves on with an activity', async () => {
    const { id } = await one()
    const ctx = (tx: Tx) => ({ tx, now: world.now, newId: () => uuidv7(), actor: head })
    await asSystem(world.as(null), (tx: Tx) => markStarted(ctx(tx), id))
    expect((await listed())[0]!.state).toBe('in_progress')
    await asSystem(world.as(null), (tx: Tx) => markDone(ctx(tx), id, { on: '2026-03-01', product: 'Hoạt động', recordId: null }))
    await asSystem(world.as(null), (tx: Tx) => markDone(ctx(tx), id, { on: '2026-03-02', product: 'Lần nữa', recordId: null }))
    expect((await listed())[0]).toMatchObject({ state: 'done', doneOn: '2026-03-01' })
  })
})

describe('giving work', () => {
  it('in bulk sets owner and day, and tells the owner', async () => {
    await aTakenPlan(world, school, [{}, {}, {}])
    const assignmentIds = (await listed()).map(({ id }) => id)
    expect(await giveAssignments.run(world.as(head), { unitId: school, assignmentIds, personId: teacher.personId, dueOn: '2026-04-10' })).toEqual({ changed: 3 })
    expect(await listed()).toMatchObject(assignmentIds.map(() => ({ leadPersonId: teacher.personId, dueOn: '2026-04-10', state: 'given', extensions: 0 })))
    expect((await listMessages.run(world.as(teacher), {})).unread).toBe(3)
  })

  it('to somebody who is not here is refused', async () => {
    const { id } = await one()
    const stranger = await world.person(sector.primarySchool, ['teacher'])
    await expect(giveAssignments.run(world.as(head), { unitId: school, assignmentIds: [id], personId: stranger.personId })).rejects.toMatchObject({ code: 'assignments.person_not_here' })
  })

  it('of another unit is not found', async () => {
    const { id } = await one()
    const neighbour = await world.person(sector.primarySchool, ['committee_head'])
    await expect(giveAssignments.run(world.as(neighbour), { unitId: sector.primarySchool, assignmentIds: [id], personId: null })).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('with a later day wants a reason and is counted', async () => {
    const { id } = await one({ startOn: '2026-03-01', dueOn: '2026-03-10' })
    const later = { unitId: school, assignmentIds: [id], dueOn: '2026-03-20' }
    await expect(giveAssignments.run(world.as(head), later)).rejects.toMatchObject({ code: 'assignments.later_wants_reason' })
    await giveAssignments.run(world.as(head), { ...later, reason: 'chờ hướng dẫn của Sở' })
    expect((await listed())[0]).toMatchObject({ dueOn: '2026-03-20', extensions: 1 })
    await expect(giveAssignments.run(world.as(head), { ...later, dueOn: '2026-02-01' })).rejects.toMatchObject({ code: 'assignments.due_before_start' })
  })

  it('of a day off shows the day before and counts until the day after', async () => {
    expect(await one({ dueOn: '2026-05-02' })).toMatchObject({ workBy: '2026-04-29', lateAfter: '2026-05-04', isLate: false })
  })
})

describe('what is to be done', () => {
  it('names my work that is near, and what has no person to whoever can choose one', async () => {
    await aTakenPlan(world, school, [{ text: 'Gần', dueOn: '2026-03-06' }, { text: 'Xa', dueOn: '2026-10-20' }, { text: 'Đoàn', lead: { kind: 'role', role: 'youth_union' } }])
    const todos = listTodosOperation(world)
    const ids = (await todos.run(world.as(head), { unitId: school })).map(({ id }) => id.split(':')[0])
    expect(ids.filter((id) => id!.startsWith('assignments.'))).toEqual(['assignments.due', 'assignments.given', 'assignments.without_person'])
    expect((await todos.run(world.as(teacher), { unitId: school })).filter(({ id }) => id.startsWith('assignments.'))).toEqual([])
  })
})

describe('the superior', () => {
  it('sees how many are overdue by unit, and by name what is a week late', async () => {
    const officer = await world.person(sector.department, ['department_officer'])
    await aTakenPlan(world, school, [{ text: 'Trễ lâu', dueOn: '2026-02-13' }, { text: 'Trễ ít', dueOn: '2026-02-27' }, { dueOn: '2026-05-05' }])
    const board = await overdueBelow.run(world.as(officer), { unitId: sector.department, year: 2026 })
    expect(board).toMatchObject([{ unitId: school, open: 3, done: 0, late: 2, pressing: [{ text: 'Trễ lâu', responsible: ['Lê Thị Mơ'], daysLate: 17 }] }])
  })

  it('of another branch sees nothing', async () => {
    const stranger = await world.unit({ level: 'department', professional: sector.ministry })
    const officer = await world.person(stranger, ['department_officer'])
    await aTakenPlan(world, school, [{ dueOn: '2026-02-13' }])
    expect(await overdueBelow.run(world.as(officer), { unitId: stranger, year: 2026 })).toEqual([])
    await expect(overdueBelow.run(world.as(officer), { unitId: sector.department, year: 2026 })).rejects.toMatchObject({ kind: 'not_found' })
  })
})

describe('facts', () => {
  it('count what is due on a day and what was done in time', async () => {
    await aTakenPlan(world, school, [{ dueOn: '2026-03-01' }, { dueOn: '2026-03-03' }, { dueOn: null }, { text: 'Hủy', dueOn: '2026-03-04' }])
    const rows = await listed()
    await finishAssignment.run(world.as(head), { assignmentId: rows[0]!.id, product: 'a' })
    await cancelAssignment.run(world.as(head), { assignmentId: rows.find(({ text }) => text === 'Hủy')!.id, reason: 'không cần nữa' })
    const facts = await asSystem(world.as(null), (tx) => sql`select measure, on_day, value::int from assignments.fact where unit_id = ${school} order by 1, 2`.execute(tx))
    expect(facts.rows).toEqual([
      // the first of March is a Sunday: done on Monday is in time
      { measure: 'tasks.done_in_time', onDay: '2026-03-01', value: 1 },
      { measure: 'tasks.done_in_time', onDay: '2026-03-03', value: 0 },
      { measure: 'tasks.due', onDay: '2026-03-01', value: 1 },
      { measure: 'tasks.due', onDay: '2026-03-03', value: 1 },
    ])
  })
})
