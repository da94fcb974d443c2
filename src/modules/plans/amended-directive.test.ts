import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '#core/access/operation.ts'
import type { Actor } from '#core/access/request.ts'
import listTodosOperation from '#testing/todos.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import getDocument from '#modules/documents/operations/get-document.ts'
import withdrawDocument from '#modules/documents/operations/withdraw-document.ts'
import type { Plan } from './contract.ts'
import { plansJobs } from './jobs.ts'
import { coverage } from './model/coverage.ts'
import { leafPoints, type SuperiorPoint } from './model/superior-points.ts'
import { inReadingOrder } from './model/plan-tree.ts'
import amendPlan from './operations/amend-plan.ts'
import approvePlan from './operations/approve-plan.ts'
import changesSince from './operations/changes-since.ts'
import coverageBoard from './operations/coverage-board.ts'
import decidePoints from './operations/decide-points.ts'
import getPlan from './operations/get-plan.ts'
import issuePlan from './operations/issue-plan.ts'
import listDirectives from './operations/list-directives.ts'
import { moveToAmended } from './operations/move-to-amended.ts'
import saveNodes from './operations/save-nodes.ts'
import startPlan from './operations/start-plan.ts'
import submitPlan from './operations/submit-plan.ts'
import type { PlansDb } from './tables.ts'

// A Department issues its plan, a high school has issued its answer, a primary school is writing one; then the
// Department changes one point, adds one and takes one away.

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let officer: Actor
let chief: Actor
let writer: Actor
let principal: Actor
let drafter: Actor

let departmentPlan: string
let directiveId: string
let amendedId: string
let issuedPlan: string
let draftPlan: string
let issuedBefore: Plan
let draftBefore: Plan

const WAIVED = 'Trường không có nội dung này'
const CHANGED = 'Trước ngày 30/6, mỗi trường tổ chức ít nhất hai buổi nói chuyện về phòng ngừa bạo lực trên cơ sở giới cho phụ huynh.'
const ADDED = 'Rà soát, bổ sung phòng vệ sinh riêng cho học sinh nữ tại các điểm trường lẻ trong quý III.'

const services = () => ({ systemRequest: () => world.as(null) }) as Parameters<typeof plansJobs>[0]

async function afterwards(): Promise<void> {
  await world.jobs.drain(plansJobs(services()))
}

async function issue(planId: string, by: { writer: Actor; head: Actor }, toAllBelow = false): Promise<string> {
  await submitPlan.run(world.as(by.writer), { planId })
  await approvePlan.run(world.as(by.head), { planId })
  const { documentId } = await issuePlan.run(world.as(by.head), { planId, issuedOn: '2026-02-10', toAllBelow })
  await afterwards()
  return documentId
}

/** The points that stand open in a plan: nothing answers them, or not wholly. */
function openPoints(plan: Plan): SuperiorPoint[] {
  const { rows } = coverage(plan.directive!.pointList, plan.nodes, plan.decisions)
  const leaves = new Set(leafPoints(plan.directive!.pointList).map((point) => point.id))
  return rows.filter((row) => leaves.has(row.point.id) && (row.state === 'missing' || row.state === 'partial')).map((row) => row.point)
}

const see = (planId: string, by: Actor) => getPlan.run(world.as(by), { planId })
const todosOf = async (by: Actor, unitId: string) => (await listTodosOperation(world).run(world.as(by), { unitId })).filter((todo) => todo.id.startsWith('plans.'))
const pointWith = (plan: Plan, text: string) => plan.directive!.pointList.find((point) => point.text.startsWith(text.slice(0, 40)))
const textsOf = (points: readonly SuperiorPoint[]) => points.map((point) => point.text).sort()

/** Lines of the Department's plan that are points for others and stand at the end of their branch. */
function tasksThatArePoints(own: Plan, points: readonly SuperiorPoint[]) {
  const leaves = leafPoints(points)
  return inReadingOrder(own.nodes)
    .filter(({ node, children }) => node.kind === 'task' && children.length === 0 && leaves.some((point) => point.kind === 'item' && point.text.startsWith(node.text.slice(0, 40))))
    .map(({ node }) => node)
}

beforeAll(async () => {
  world = await aWorld()
  sector = await aSector(world)
  officer = await world.person(sector.department, ['department_officer'])
  chief = await world.person(sector.department, ['principal', 'clerk'])
  writer = await world.person(sector.highSchool, ['committee_head'])
  principal = await world.person(sector.highSchool, ['principal', 'clerk'])
  drafter = await world.person(sector.primarySchool, ['committee_head'])

  departmentPlan = (await startPlan.run(world.as(officer), { unitId: sector.department, year: 2026, from: 'template' })).planId
  directiveId = await issue(departmentPlan, { writer: officer, head: chief }, true)
  issuedPlan = (await startPlan.run(world.as(writer), { unitId: sector.highSchool, year: 2026, from: 'superior', directiveId })).planId
  draftPlan = (await startPlan.run(world.as(drafter), { unitId: sector.primarySchool, year: 2026, from: 'superior', directiveId })).planId
})

describe("a superior's amendment", () => {
  let changedText: string
  let removedText: string

  beforeAll(async () => {
    const own = await see(departmentPlan, officer)
    const school = await see(issuedPlan, writer)
    const tasks = tasksThatArePoints(own, school.directive!.pointList)
    const [kept, waived, changed, removed] = tasks
    changedText = changed!.text
    removedText = removed!.text

    // The primary school confirms one answer, waives one point, and confirms what will change.
    const draft = await see(draftPlan, drafter)
    const confirm = async (text: string) => {
      const pointId = pointWith(draft, text)!.id
      const nodeId = draft.nodes.find((node) => node.covers.includes(pointId))!.id
      await decidePoints.run(world.as(drafter), { planId: draftPlan, points: [{ pointId, decisions: [{ pointId, verdict: 'confirmed', nodeId }] }] })
    }
    await confirm(kept!.text)
    await confirm(changedText)
    const waivedId = pointWith(draft, waived!.text)!.id
    await decidePoints.run(world.as(drafter), { planId: draftPlan, points: [{ pointId: waivedId, decisions: [{ pointId: waivedId, verdict: 'not_applicable', reason: WAIVED }] }] })

    await issue(issuedPlan, { writer, head: principal })
    issuedBefore = await see(issuedPlan, writer)
    draftBefore = await see(draftPlan, drafter)

    const { planId } = await amendPlan.run(world.as(officer), { planId: departmentPlan })
    const added = { ...changed!, id: '01990000-0000-7000-8000-00000000000a', position: `${changed!.position}V`, text: ADDED, topic: null, covers: [], templateLine: null }
    await saveNodes.run(world.as(officer), {
      planId,
      changes: [
        { before: changed!, after: { ...changed!, text: CHANGED } },
        { before: removed!, after: null },
        { before: null, after: added },
      ],
    })
    amendedId = await issue(planId, { writer: officer, head: chief }, true)
  })

  it('is heard by an editor that is open, with the lines whose links moved', async () => {
    const news = await changesSince.run(world.as(drafter), { planId: draftPlan, revision: draftBefore.revision })
    expect(news.directiveId).toBe(amendedId)
    const now = await see(draftPlan, drafter)
    const moved = now.nodes.filter((node) => node.covers.join() !== draftBefore.nodes.find(({ id }) => id === node.id)!.covers.join())
    expect(moved.length).toBeGreaterThan(0)
    expect(news.nodes.map(({ id }) => id).sort()).toEqual(moved.map(({ id }) => id).sort())
    expect(news.nodes.every(({ id, node }) => node!.text === draftBefore.nodes.find((before) => before.id === id)!.text)).toBe(true)
  })

  it('takes every plan that answers along', async () => {
    expect((await see(issuedPlan, writer)).directiveId).toBe(amendedId)
    expect((await see(draftPlan, drafter)).directiveId).toBe(amendedId)
  })

  it('is offered to be answered instead of what it amends', async () => {
    expect((await listDirectives.run(world.as(writer), { unitId: sector.highSchool })).map(({ id }) => id)).toEqual([amendedId])
    const late = await world.person(sector.commune, ['committee_head'])
    await expect(startPlan.run(world.as(late), { unitId: sector.commune, year: 2026, from: 'superior', directiveId })).rejects.toMatchObject({ kind: 'conflict', code: 'plans.directive_amended' })
  })

  it.each([
    ['issued', () => see(issuedPlan, writer), () => issuedBefore],
    ['draft', () => see(draftPlan, drafter), () => draftBefore],
  ] as const)('opens the changed and the added point of an %s plan, and no other', async (_, now, before) => {
    const plan = await now()
    expect(pointWith(plan, removedText)).toBeUndefined()
    expect(pointWith(plan, changedText)).toBeUndefined()
    const opened = openPoints(plan).filter((point) => !textsOf(openPoints(before())).includes(point.text))
    expect(textsOf(opened)).toEqual([CHANGED, ADDED].sort())
    expect([...plan.directive!.changedPointIds].sort()).toEqual(opened.map((point) => point.id).sort())
    expect(plan.points - plan.answered).toBe(openPoints(plan).length)
  })

  it('keeps the answers and decisions on points that read as before', async () => {
    const plan = await see(draftPlan, drafter)
    expect(plan.decisions).toHaveLength(2)
    expect(plan.decisions).toContainEqual(expect.objectContaining({ verdict: 'not_applicable', reason: WAIVED }))
    const textOf = (of: Plan, id: string) => of.directive!.pointList.find((point) => point.id === id)?.text
    for (const node of plan.nodes) {
      const before = draftBefore.nodes.find(({ id }) => id === node.id)!.covers.map((id) => textOf(draftBefore, id))
      expect(node.covers.map((id) => textOf(plan, id))).toEqual(before.filter((text) => ![changedText, removedText].some((gone) => text?.startsWith(gone))))
    }
    const people = await world.rows(sql<{ decidedBy: string }>`select decided_by from plans.coverage where plan_id = ${draftPlan} and decided_by is not null`)
    expect(people).toEqual([{ decidedBy: drafter.personId }, { decidedBy: drafter.personId }])
  })

  it('leaves the words of an issued plan untouched', async () => {
    const plan = await see(issuedPlan, writer)
    const words = ({ nodes, frame, title, numberText, versions, revision, state }: Plan) => ({ frame, title, numberText, versions, revision, state, nodes: inReadingOrder(nodes).map(({ node }) => ({ ...node, covers: [] })) })
    expect(words(plan)).toEqual(words(issuedBefore))
  })

  it('tells the school that issued to amend, the one that writes to go on, and nobody to begin', async () => {
    expect(await todosOf(writer, sector.highSchool)).toMatchObject([{ id: `plans.amend:${issuedPlan}`, params: { open: 2 } }])
    expect((await todosOf(drafter, sector.primarySchool)).map(({ id }) => id)).toEqual([`plans.draft:${draftPlan}`])
  })

  it('shows the plans on the board of the amended directive alone', async () => {
    const board = await coverageBoard.run(world.as(officer), { unitId: sector.department, directiveId: amendedId })
    expect(board.units.filter((unit) => unit.planId !== null).map((unit) => unit.planId).sort()).toEqual([issuedPlan, draftPlan].sort())
    expect((await listDirectives.run(world.as(officer), { unitId: sector.department, issued: true })).map(({ id }) => id)).toEqual([amendedId])
  })

  it('changes nothing when its jobs run twice', async () => {
    const before = [await see(issuedPlan, writer), await see(draftPlan, drafter)]
    const run = (name: string, data: Record<string, string>) => plansJobs(services()).find((job) => job.name === name)!.run(data)
    await run('plans.directive-from-document', { documentId: amendedId })
    await run('plans.directive-from-document', { documentId: directiveId })
    await afterwards()
    await run('plans.move-to-amended-directive', { planId: issuedPlan })
    await run('plans.move-to-amended-directive', { planId: draftPlan })
    expect([await see(issuedPlan, writer), await see(draftPlan, drafter)]).toEqual(before)
  })

  it('is answered when a person confirms the line that answers, or says why none does', async () => {
    const plan = await see(draftPlan, drafter)
    const [changed, added] = [pointWith(plan, CHANGED)!, pointWith(plan, ADDED)!]
    const line = plan.nodes.find((node) => node.kind === 'task' && node.lead !== null && (node.dueOn ?? node.startOn) !== null)!
    const confirmed = await decidePoints.run(world.as(drafter), { planId: draftPlan, points: [{ pointId: changed.id, decisions: [{ pointId: changed.id, verdict: 'confirmed', nodeId: line.id }] }] })
    const waived = await decidePoints.run(world.as(drafter), { planId: draftPlan, points: [{ pointId: added.id, decisions: [{ pointId: added.id, verdict: 'not_applicable', reason: WAIVED }] }] })
    expect([confirmed, waived].map(({ points }) => points[0]?.state)).toEqual(['covered', 'not_applicable'])
  })
})

describe('an issued plan', () => {
  it('is amended by one plan at a time, and further on from its amendment', async () => {
    const { planId } = await amendPlan.run(world.as(writer), { planId: issuedPlan })
    expect((await see(planId, writer)).directive!.changedPointIds).toHaveLength(2)
    expect((await see(issuedPlan, writer)).actions).not.toContain('amend')
    await expect(amendPlan.run(world.as(writer), { planId: issuedPlan })).rejects.toMatchObject({ kind: 'conflict', code: 'plans.amendment_open' })
    expect((await todosOf(writer, sector.highSchool)).map(({ id }) => id)).toEqual([`plans.draft:${planId}`])
    await expect(amendPlan.run(world.as(officer), { planId: departmentPlan })).rejects.toMatchObject({ kind: 'conflict', code: 'plans.amended_already' })
  })
})

describe('a second amendment', () => {
  it('keeps open what the first one opened, and is reached whatever order the jobs come in', async () => {
    const open = textsOf(openPoints(await see(issuedPlan, writer)))
    const [latest] = await listDirectives.run(world.as(officer), { unitId: sector.department, issued: true })
    const amendment = (await world.rows(sql<{ id: string }>`select id from plans.plan where document_id = ${latest!.id}`))[0]!.id
    const { planId } = await amendPlan.run(world.as(officer), { planId: amendment })
    const secondId = await issue(planId, { writer: officer, head: chief }, true)
    expect((await see(issuedPlan, writer)).directiveId).toBe(secondId)
    expect(textsOf(openPoints(await see(issuedPlan, writer)))).toEqual(open)
    await asSystem<PlansDb, void>(world.as(null), (tx) => moveToAmended(tx, issuedPlan, world.now))
    expect((await see(issuedPlan, writer)).directiveId).toBe(secondId)
  })
})

describe('a directive whose document is withdrawn', () => {
  it('is not answered any more; the plans that answer it stay', async () => {
    const documentId = (await listDirectives.run(world.as(writer), { unitId: sector.highSchool }))[0]!.id
    const { version } = await getDocument.run(world.as(chief), { documentId })
    await withdrawDocument.run(world.as(chief), { documentId, version, reason: 'Ban hành nhầm' })
    await afterwards()
    expect((await listDirectives.run(world.as(writer), { unitId: sector.highSchool })).map(({ id }) => id)).not.toContain(documentId)
    expect(await see(issuedPlan, writer)).toMatchObject({ state: 'issued', directive: { id: documentId } })
    expect(await world.rows(sql`select state from plans.plan where document_id = ${documentId}`)).toEqual([{ state: 'withdrawn' }])
    const late = await world.person(sector.commune, ['committee_head'])
    await expect(startPlan.run(world.as(late), { unitId: sector.commune, year: 2026, from: 'superior', directiveId: documentId })).rejects.toMatchObject({ kind: 'not_found', code: 'plans.directive_not_found' })
  })
})
