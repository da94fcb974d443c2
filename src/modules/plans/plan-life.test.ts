import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '#core/access/operation.ts'
import type { Actor } from '#core/access/request.ts'
import listTodosOperation from '#testing/todos.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import addComment from './operations/add-comment.ts'
import amendPlan from './operations/amend-plan.ts'
import approvePlan from './operations/approve-plan.ts'
import changeFrame from './operations/change-frame.ts'
import changesSince from './operations/changes-since.ts'
import coverageOfPoint from './operations/coverage-of-point.ts'
import coverageBoard from './operations/coverage-board.ts'
import decidePoints from './operations/decide-points.ts'
import getPlan from './operations/get-plan.ts'
import issuePlan from './operations/issue-plan.ts'
import getDocument from '#modules/documents/operations/get-document.ts'
import withdrawDocument from '#modules/documents/operations/withdraw-document.ts'
import listPlans from './operations/list-plans.ts'
import withdrawPlan from './operations/withdraw-plan.ts'
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
    const { points: [left] } = await decidePoints.run(world.as(head), { planId, points: [{ pointId: point.id, decisions: rejected }] })
    expect(['missing', 'covered', 'partial']).toContain(left!.state)

    expect((await suggestLines.run(world.as(head), { planId, pointId: point.id })).every((line) => line.node.kind === 'task')).toBe(true)
    const waived = await decidePoints.run(world.as(head), { planId, points: [{ pointId: point.id, decisions: [{ pointId: point.id, verdict: 'not_applicable', reason: 'Trường không có nội dung này' }] }] })
    expect(waived.points).toEqual([{ pointId: point.id, state: 'not_applicable' }])
  })

  it('takes what was decided about many points at once, once, with one entry in the audit', async () => {
    const plan = await getPlan.run(world.as(head), { planId })
    const open = plan.directive!.pointList.flatMap(({ id: pointId }) => {
      const line = plan.nodes.find((node) => node.covers.includes(pointId))
      return line ? [{ pointId, decisions: [{ pointId, verdict: 'confirmed' as const, nodeId: line.id }] }] : []
    })
    expect(open.length).toBeGreaterThan(10)
    const id = randomUUID()
    const entries = () => world.rows(sql<{ n: number }>`select count(*)::int as n from audit.entry where entity = ${planId} and action = 'plans.decidePoints'`)
    const before = (await entries())[0]!.n
    const first = await decidePoints.run(world.as(head, id), { planId, points: open })
    const again = await decidePoints.run(world.as(head, id), { planId, points: open })
    expect(again).toEqual(first)
    expect(first.points.map(({ pointId }) => pointId)).toEqual(open.map(({ pointId }) => pointId))
    expect((await entries())[0]!.n).toBe(before + 1)
    const confirmed = (await getPlan.run(world.as(head), { planId })).decisions.filter(({ verdict }) => verdict === 'confirmed')
    expect(confirmed).toHaveLength(open.length)
  })

  it('decides about all of many points or about none', async () => {
    const plan = await getPlan.run(world.as(head), { planId })
    const [point] = plan.directive!.pointList
    const points = [{ pointId: point!.id, decisions: [] }, { pointId: 'khong-co', decisions: [] }]
    await expect(decidePoints.run(world.as(head), { planId, points })).rejects.toMatchObject({ kind: 'not_found', code: 'plans.point_not_found' })
    const mixed = [{ pointId: point!.id, decisions: [{ pointId: 'khong-co', verdict: 'not_applicable' as const, reason: 'Không thuộc trường' }] }]
    await expect(decidePoints.run(world.as(head), { planId, points: mixed })).rejects.toMatchObject({ code: 'plans.decision_of_other_point' })
    expect((await getPlan.run(world.as(head), { planId })).decisions).toEqual(plan.decisions)
  })

  it('joins what two people change in its frame, and keeps what both changed as the first saved it', async () => {
    const { frame, revision } = await getPlan.run(world.as(head), { planId })
    await changeFrame.run(world.as(head), { planId, before: frame, after: { ...frame, preamble: [...frame.preamble, 'Căn cứ Luật Trẻ em'], place: 'Thạch Mơ' } })
    const mine = { ...frame, preamble: ['Căn cứ Hiến pháp'], closing: 'Các tổ thực hiện.' }
    const later = await changeFrame.run(world.as(secretary), { planId, before: frame, after: mine })
    expect(later.conflict).toEqual({ fields: ['preamble'], byName: 'Lê Thị Mơ' })
    expect(later.frame).toEqual({ ...frame, preamble: [...frame.preamble, 'Căn cứ Luật Trẻ em'], place: 'Thạch Mơ', closing: 'Các tổ thực hiện.' })
    expect((await getPlan.run(world.as(head), { planId })).frame).toEqual(later.frame)

    const news = await changesSince.run(world.as(head), { planId, revision })
    expect(news).toMatchObject({ frame: { byName: 'Trần Thu Hà', byMe: false }, nodes: [], directiveId })
    expect((await changesSince.run(world.as(head), { planId, revision: later.revision })).frame).toBeNull()

    // Knowing what stands, the later writer may decide otherwise.
    const { conflict } = await changeFrame.run(world.as(secretary), { planId, before: later.frame, after: { ...later.frame, preamble: mine.preamble } })
    expect(conflict).toBeNull()
    await changeFrame.run(world.as(head), { planId, before: { ...later.frame, preamble: mine.preamble }, after: frame })
  })

  it('is not asked for what only its superior can do, unless a person takes it on', async () => {
    const plan = await getPlan.run(world.as(head), { planId })
    const own = plan.directive!.pointList.find((point) => point.ownDuty?.why === 'inspects')
    expect(own?.text).toMatch(/^Kiểm tra các đơn vị/)
    expect(plan.nodes.some((node) => node.covers.includes(own!.id))).toBe(false)
    const answers = async () => (await coverageOfPoint.run(world.as(officer), { unitId: sector.department, directiveId, pointId: own!.id })).find((unit) => unit.unitId === sector.highSchool)
    expect(await answers()).toMatchObject({ state: 'not_applicable', isProposed: true })
    const taken = await decidePoints.run(world.as(head), { planId, points: [{ pointId: own!.id, decisions: [{ pointId: own!.id, verdict: 'applies' }] }] })
    expect(taken.points[0]!.state).not.toBe('not_applicable')
    await decidePoints.run(world.as(head), { planId, points: [{ pointId: own!.id, decisions: [] }] })
    expect(await answers()).toMatchObject({ state: 'not_applicable', isProposed: true })
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

  it('cites in the register the plan of its superior, which is named in its bases', async () => {
    const { documentId, directive } = await getPlan.run(world.as(head), { planId })
    const { links } = await getDocument.run(world.as(head), { documentId })
    expect(links).toMatchObject([{ docType: 'Kế hoạch', numberText: directive!.numberText!.split('/')[0], issuedOn: '2026-01-10', targetId: directiveId }])
  })

  it('is counted once from the day of its issue, with how many of its targets have a number', async () => {
    const { rows } = await asSystem(world.as(null), (tx) =>
      sql<{ measure: string; value: string; onDay: string }>`
        select measure, value::text as value, on_day from plans.fact where unit_id = ${sector.highSchool} order by measure`.execute(tx),
    )
    expect(rows.map(({ measure }) => measure)).toEqual(['plans.issued', 'plans.targets_measurable', 'plans.targets_total'])
    expect(rows[0]).toMatchObject({ value: '1', onDay: '2026-03-02' })
    expect(Number(rows[1]!.value)).toBeLessThanOrEqual(Number(rows[2]!.value))
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

  it('is withdrawn with its document, stays to be seen, and its amendment is issued no more', async () => {
    const { documentId } = await getPlan.run(world.as(head), { planId })
    const { version } = await getDocument.run(world.as(principal), { documentId })
    await withdrawDocument.run(world.as(principal), { documentId: documentId!, version, reason: 'Ban hành nhầm' })
    await afterwards()
    await plansJobs({ systemRequest: () => world.as(null) } as Parameters<typeof plansJobs>[0]).find((job) => job.name === 'plans.withdraw-directive')!.run({ documentId })

    expect(await getPlan.run(world.as(head), { planId })).toMatchObject({ state: 'withdrawn', actions: [], documentId })
    const listed = await listPlans.run(world.as(head), { unitId: sector.highSchool })
    expect(listed.find((plan) => plan.id === planId)).toMatchObject({ state: 'withdrawn', numberText: '01/KH-SM' })
    const board = await coverageBoard.run(world.as(officer), { unitId: sector.department, directiveId })
    expect(board.units.find((unit) => unit.unitId === sector.highSchool)?.planId).not.toBe(planId)
    const entries = await world.rows(sql<{ n: number }>`select count(*)::int as n from audit.entry where entity = ${planId} and action = 'plans.withdrawPlan'`)
    expect(entries).toEqual([{ n: 1 }])

    const amendment = listed.find((plan) => plan.amendsId === planId)!.id
    await submitPlan.run(world.as(head), { planId: amendment })
    await approvePlan.run(world.as(principal), { planId: amendment })
    await expect(issuePlan.run(world.as(clerk), { planId: amendment, issuedOn: '2026-03-02' })).rejects.toMatchObject({ kind: 'conflict', code: 'plans.amended_withdrawn' })
    await returnPlan.run(world.as(principal), { planId: amendment, reason: 'Kế hoạch gốc đã thu hồi' })
    await withdrawPlan.run(world.as(head), { planId: amendment })
    expect((await listPlans.run(world.as(head), { unitId: sector.highSchool })).map((plan) => plan.id)).toEqual([planId])
  })

  it('leaves its year free for another one, which everybody is told to write', async () => {
    const todos = async () => (await listTodosOperation(world).run(world.as(head), { unitId: sector.highSchool })).map((todo) => todo.id)
    expect(await todos()).toContain(`plans.answer:${directiveId}`)
    await startPlan.run(world.as(head), { unitId: sector.highSchool, year: 2026, from: 'superior', directiveId })
    expect(await todos()).not.toContain(`plans.answer:${directiveId}`)
  })

  it('is what each person is told to do next, step by step', async () => {
    const todos = await listTodosOperation(world).run(world.as(head), { unitId: sector.highSchool })
    expect(todos.map((todo) => todo.id.split(':')[0])).toContain('plans.draft')
  })
})
