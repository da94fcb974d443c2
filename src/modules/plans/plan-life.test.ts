import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#core/access/request.ts'
import listTodosOperation from '#testing/todos.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import addComment from './operations/add-comment.ts'
import amendPlan from './operations/amend-plan.ts'
import approvePlan from './operations/approve-plan.ts'
import changesSince from './operations/changes-since.ts'
import coverageBoard from './operations/coverage-board.ts'
import decidePoint from './operations/decide-point.ts'
import getPlan from './operations/get-plan.ts'
import issuePlan from './operations/issue-plan.ts'
import listDirectives from './operations/list-directives.ts'
import returnPlan from './operations/return-plan.ts'
import saveNodes from './operations/save-nodes.ts'
import startPlan from './operations/start-plan.ts'
import submitPlan from './operations/submit-plan.ts'
import suggestLines from './operations/suggest-lines.ts'
import type { PlanNode } from './model/plan-node.ts'
import { plansJobs } from './jobs.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let head: Actor
let secretary: Actor
let principal: Actor
let clerk: Actor
let officer: Actor
let chief: Actor

beforeAll(async () => {
  world = await aWorld()
  sector = await aSector(world)
  head = await world.person(sector.highSchool, ['committee_head'], { name: 'Lê Thị Mơ' })
  secretary = await world.person(sector.highSchool, ['committee_secretary'], { name: 'Trần Thu Hà' })
  principal = await world.person(sector.highSchool, ['principal'])
  clerk = await world.person(sector.highSchool, ['clerk'])
  officer = await world.person(sector.department, ['department_officer'])
  chief = await world.person(sector.department, ['principal', 'clerk'])
})

/** What the queue has to do for plans; printing and delivery belong to documents. */
async function afterwards(): Promise<void> {
  const services = { systemRequest: () => world.as(null) }
  await world.jobs.drain(plansJobs(services as Parameters<typeof plansJobs>[0]))
}

async function issueDepartmentPlan(): Promise<{ planId: string; directiveId: string }> {
  const { planId } = await startPlan.run(world.as(officer), { unitId: sector.department, year: 2026, from: 'template' })
  await submitPlan.run(world.as(officer), { planId })
  await approvePlan.run(world.as(chief), { planId })
  const { documentId } = await issuePlan.run(world.as(chief), { planId, issuedOn: '2026-01-10', toAllBelow: true })
  await afterwards()
  return { planId, directiveId: documentId }
}

const edited = (node: PlanNode, patch: Partial<PlanNode>) => ({ before: node, after: { ...node, ...patch } })

describe("a school's plan under its Department's", () => {
  let directiveId: string
  let planId: string

  it('begins with a line for every point of the superior', async () => {
    directiveId = (await issueDepartmentPlan()).directiveId
    const directives = await listDirectives.run(world.as(head), { unitId: sector.highSchool })
    expect(directives).toMatchObject([{ id: directiveId, unitName: 'Sở Giáo dục Sông Mơ', year: 2026 }])
    expect(directives[0]!.points).toBeGreaterThan(10)

    planId = (await startPlan.run(world.as(head), { unitId: sector.highSchool, year: 2026, from: 'superior', directiveId })).planId
    const plan = await getPlan.run(world.as(head), { planId })
    expect(plan.points).toBeGreaterThan(10)
    expect(plan.nodes.length).toBeGreaterThan(30)
    expect(plan.actions).toEqual(['edit', 'submit', 'withdraw'])
  })

  it('is written by one plan a year', async () => {
    await expect(startPlan.run(world.as(head), { unitId: sector.highSchool, year: 2026, from: 'template' })).rejects.toMatchObject({ code: 'plans.year_taken' })
  })

  it('joins what two people change in one line, and reports what both changed', async () => {
    const line = (await getPlan.run(world.as(head), { planId })).nodes.find((node) => node.kind === 'task')!
    await saveNodes.run(world.as(head), { planId, changes: [edited(line, { text: 'Do Mơ viết' })] })
    const other = await saveNodes.run(world.as(secretary), { planId, changes: [edited(line, { text: 'Do Hà viết', product: 'Ảnh, bài viết' })] })
    expect(other.conflicts).toMatchObject([{ id: line.id, fields: ['text'], byName: 'Lê Thị Mơ' }])
    expect(other.nodes[0]!.node).toMatchObject({ text: 'Do Mơ viết', product: 'Ảnh, bài viết' })
  })

  it('tells the one what the other saved', async () => {
    const before = await getPlan.run(world.as(head), { planId })
    const line = before.nodes.find((node) => node.kind === 'task')!
    await saveNodes.run(world.as(secretary), { planId, changes: [edited(line, { dueOn: '2026-05-05', when: null })] })
    const news = await changesSince.run(world.as(head), { planId, revision: before.revision })
    expect(news.nodes).toMatchObject([{ id: line.id, byName: 'Trần Thu Hà', byMe: false, node: { dueOn: '2026-05-05' } }])
  })

  it('runs an edit that comes twice once', async () => {
    const line = (await getPlan.run(world.as(head), { planId })).nodes.find((node) => node.kind === 'task')!
    const id = randomUUID()
    const first = await saveNodes.run(world.as(head, id), { planId, changes: [edited(line, { text: 'Một lần' })] })
    const again = await saveNodes.run(world.as(head, id), { planId, changes: [edited(line, { text: 'Một lần' })] })
    expect(again.revision).toBe(first.revision)
  })

  it('takes several edits of one line in one batch, and refuses an edit of nothing', async () => {
    const line = (await getPlan.run(world.as(head), { planId })).nodes.find((node) => node.kind === 'task')!
    const once = { ...line, text: 'Sửa lần một' }
    const { nodes, conflicts } = await saveNodes.run(world.as(head), { planId, changes: [edited(line, { text: once.text }), edited(once, { product: 'Biên bản' })] })
    expect(conflicts).toEqual([])
    expect(nodes).toMatchObject([{ id: line.id, node: { text: 'Sửa lần một', product: 'Biên bản' } }])
    await expect(saveNodes.run(world.as(head), { planId, changes: [{ before: null, after: null }] })).rejects.toMatchObject({ kind: 'invalid', code: 'plans.change_of_nothing' })
    await expect(saveNodes.run(world.as(head), { planId, changes: [{ before: line, after: { ...line, id: randomUUID() } }] })).rejects.toMatchObject({ code: 'plans.change_of_nothing' })
  })

  it('is not submitted with characters that cannot be printed', async () => {
    const line = (await getPlan.run(world.as(head), { planId })).nodes.find((node) => node.kind === 'task')!
    await saveNodes.run(world.as(head), { planId, changes: [edited(line, { text: 'Tuyên truyền 🎉' })] })
    await expect(submitPlan.run(world.as(head), { planId })).rejects.toMatchObject({ kind: 'invalid', code: 'documents.unprintable', params: { characters: '🎉' } })
    await saveNodes.run(world.as(head), { planId, changes: [edited({ ...line, text: 'Tuyên truyền 🎉' }, { text: line.text })] })
  })

  it('leaves out a point of the superior with a reason', async () => {
    const plan = await getPlan.run(world.as(head), { planId })
    const point = plan.directive!.pointList.find(({ id }) => plan.nodes.some((node) => node.covers.includes(id)))!
    const answering = plan.nodes.filter((node) => node.covers.includes(point.id))
    await saveNodes.run(world.as(head), { planId, changes: answering.map((node) => ({ before: node, after: null })) })
    const rejected = answering.map((node) => ({ pointId: point.id, verdict: 'rejected' as const, nodeId: node.id }))
    const { state } = await decidePoint.run(world.as(head), { planId, pointId: point.id, decisions: rejected })
    expect(['missing', 'covered', 'partial']).toContain(state)

    expect((await suggestLines.run(world.as(head), { planId, pointId: point.id })).every((line) => line.node.kind === 'task')).toBe(true)
    const waived = await decidePoint.run(world.as(head), { planId, pointId: point.id, decisions: [{ pointId: point.id, verdict: 'not_applicable', reason: 'Trường không có nội dung này' }] })
    expect(waived.state).toBe('not_applicable')
  })

  it('is not submitted with a line without words', async () => {
    const plan = await getPlan.run(world.as(head), { planId })
    const blank = { ...plan.nodes.find((node) => node.kind === 'task')!, id: randomUUID(), text: ' ' }
    await saveNodes.run(world.as(head), { planId, changes: [{ before: null, after: blank }] })
    await expect(submitPlan.run(world.as(head), { planId })).rejects.toMatchObject({ kind: 'invalid', code: 'plans.not_ready', params: { count: 1 } })
    await saveNodes.run(world.as(head), { planId, changes: [{ before: blank, after: null }] })
  })

  it('goes to the principal, comes back once, is approved, numbered and issued', async () => {
    await submitPlan.run(world.as(head), { planId })
    await expect(saveNodes.run(world.as(head), { planId, changes: [{ before: null, after: null }] })).rejects.toMatchObject({ code: 'plans.wrong_state' })
    await returnPlan.run(world.as(principal), { planId, reason: 'Bổ sung thời gian' })
    expect((await getPlan.run(world.as(head), { planId })).returnReason).toBe('Bổ sung thời gian')
    await addComment.run(world.as(principal), { planId, nodeId: null, text: 'Xem lại mục II' })
    await submitPlan.run(world.as(head), { planId })
    await approvePlan.run(world.as(principal), { planId })
    const issued = await issuePlan.run(world.as(clerk), { planId, issuedOn: '2026-03-02' })
    expect(issued.numberText).toBe('01/KH-SM')
    await afterwards()
    const plan = await getPlan.run(world.as(head), { planId })
    expect(plan).toMatchObject({ state: 'issued', numberText: '01/KH-SM', documentId: issued.documentId, actions: ['amend'] })
    expect(plan.versions.map((version) => version.event)).toEqual(['submitted', 'submitted', 'approved', 'issued'])
  })

  it('shows on the board of the Department, with those who have not begun', async () => {
    const board = await coverageBoard.run(world.as(officer), { unitId: sector.department, directiveId })
    const states = Object.fromEntries(board.units.map((unit) => [unit.unitId, unit.state]))
    expect(states[sector.highSchool]).toBe('issued')
    expect(states[sector.primarySchool]).toBeNull()
    expect(board.points.some((point) => point.notApplicable === 1)).toBe(true)
  })

  it('is not found by a school beside it, and not edited by its superior', async () => {
    const sibling = await world.person(sector.primarySchool, ['committee_head'])
    await expect(getPlan.run(world.as(sibling), { planId })).rejects.toMatchObject({ kind: 'not_found' })
    await expect(amendPlan.run(world.as(officer), { planId })).rejects.toMatchObject({ kind: 'forbidden' })
    expect((await getPlan.run(world.as(officer), { planId })).id).toBe(planId)
  })

  it('changes by an amendment that keeps the lines', async () => {
    const amendment = await amendPlan.run(world.as(head), { planId })
    const [old, now] = [await getPlan.run(world.as(head), { planId }), await getPlan.run(world.as(head), { planId: amendment.planId })]
    expect(now.nodes.map((node) => node.id).sort()).toEqual(old.nodes.map((node) => node.id).sort())
    expect(now).toMatchObject({ state: 'draft', amendsId: planId, answered: old.answered })
    expect(now.versions).toMatchObject([{ planId, event: 'issued' }])
  })

  it('is what each person is told to do next, step by step', async () => {
    const todos = await listTodosOperation(world).run(world.as(head), { unitId: sector.highSchool })
    expect(todos.map((todo) => todo.id.split(':')[0])).toContain('plans.draft')
  })
})
