import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#core/access/request.ts'
import { uuidv7 } from '#platform/ids.ts'
import { aTakenPlan } from '#testing/issued-plans.ts'
import listTodosOf from '#testing/todos.ts'
import listAssignments from '#modules/assignments/operations/list-assignments.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import type { Values } from './contract.ts'
import copyActivity from './operations/copy-activity.ts'
import getActivity from './operations/get-activity.ts'
import listActivities from './operations/list-activities.ts'
import removeActivity from './operations/remove-activity.ts'
import restoreActivity from './operations/restore-activity.ts'
import saveActivity from './operations/save-activity.ts'

let world: World
let unitId: string
let head: Actor
let teacher: Actor
let officer: Actor
let stranger: Actor

beforeAll(async () => {
  world = await aWorld(new Date('2026-05-20T02:00:00Z'))
  const sector = await aSector(world)
  unitId = sector.highSchool
  head = await world.person(unitId, ['committee_head'], { name: 'Trần Thị Mẫu' })
  teacher = await world.person(unitId, ['teacher'], { name: 'Lê Văn Thử' })
  officer = await world.person(sector.department, ['department_officer'])
  stranger = await world.person(sector.primarySchool, ['committee_head'])
})

function values(changes: Partial<Values> = {}): Values {
  return {
    onDay: '2026-05-18', untilDay: null, title: 'Chuyên đề “Tình bạn đẹp”', place: 'Sân trường', result: null, fields: { channel: 'flag_ceremony' },
    headCounts: [cell('F', 212), cell('M', 198)], cost: null, costSource: null, taskId: null, planId: null, nodeId: null, ...changes,
  }
}

function cell(sex: 'F' | 'M' | '', contacts: number, rest: Partial<Values['headCounts'][number]> = {}): Values['headCounts'][number] {
  return { audience: 'pupils', sex, ageGroup: '', ethnicity: '', contacts, persons: null, ...rest }
}

interface Saving {
  readonly recordId?: string
  readonly revision?: number
  readonly state?: 'draft' | 'recorded'
  readonly kind?: string
  readonly by?: Actor
  readonly operationId?: string
  readonly [more: string]: unknown
}

function save(changes: Partial<Values> = {}, { by = teacher, operationId, ...rest }: Saving = {}) {
  const input = { unitId, recordId: uuidv7(), kind: 'communication', kindVersion: 1, revision: 0, state: 'recorded', values: values(changes), ...rest }
  return saveActivity.run(world.as(by, operationId), input)
}

describe('recording an activity', () => {
  it('keeps what was typed, counts each participant of one event once, and shows it in the list', async () => {
    const { recordId, revision, conflicts, evidenceMissing } = await save()
    expect({ revision, conflicts, evidenceMissing }).toEqual({ revision: 1, conflicts: [], evidenceMissing: 1 })
    const kept = await getActivity.run(world.as(head), { recordId })
    expect(kept).toMatchObject({ state: 'recorded', createdByName: 'Lê Văn Thử', canEdit: true, values: { title: 'Chuyên đề “Tình bạn đẹp”', fields: { channel: 'flag_ceremony' } } })
    expect(kept.values.headCounts.map(({ sex, contacts, persons }) => [sex, contacts, persons])).toEqual([['F', 212, 212], ['M', 198, 198]])
    const { rows, totals } = await listActivities.run(world.as(head), { unitId, q: 'tinh ban dep' })
    expect(rows.find(({ id }) => id === recordId)).toMatchObject({ contacts: 410, female: 212, male: 198, cost: null, byName: 'Lê Văn Thử' })
    expect(totals.contacts).toBeGreaterThanOrEqual(410)
  })

  it('is once what arrives twice, with the same operation id or without', async () => {
    const [recordId, operationId] = [uuidv7(), uuidv7()]
    const first = await save({}, { recordId, operationId })
    expect(await save({}, { recordId, operationId })).toEqual(first)
    expect((await save({}, { recordId })).revision).toBe(1)
    const versions = await world.rows(sql<{ n: number }>`select count(*)::int as n from records.record_version where record_id = ${recordId}`)
    expect(versions[0]!.n).toBe(1)
  })

  it.each([
    ['negative', { headCounts: [cell('F', -1)] }],
    ['not_whole', { headCounts: [cell('F', 1.5)] }],
    ['too_large', { headCounts: [cell('F', 1e12)] }],
    ['negative', { cost: -5 }],
    ['not_choice', { fields: { channel: 'smoke_signs' } }],
    ['unknown_field', { fields: { colour: 'xanh' } }],
    ['required', { title: '' }],
    ['days_reversed', { untilDay: '2026-05-01' }],
    ['cell_twice', { headCounts: [cell('F', 1), cell('F', 2)] }],
    ['not_asked', { headCounts: [cell('F', 1, { ageGroup: '11_14' })] }],
  ] as const)('refuses what cannot be: %s', async (code, changes) => {
    await expect(save(changes as Partial<Values>)).rejects.toMatchObject({ kind: 'invalid', code: `activities.fault_${code}` })
  })

  it('names the field that a kind cannot take', async () => {
    const lesson = { fields: { subject: 'literature', periods: 'hai' } }
    await expect(save(lesson, { kind: 'lesson' })).rejects.toMatchObject({ kind: 'invalid', code: 'activities.fault_not_number', params: { at: 'field.periods' } })
    await expect(save({}, { kind: 'party' })).rejects.toMatchObject({ kind: 'invalid', code: 'activities.unknown_kind' })
    await expect(save({}, { kindVersion: 2 })).rejects.toMatchObject({ kind: 'conflict', code: 'activities.kind_newer' })
  })

  it('keeps an unfinished draft, which counts nowhere', async () => {
    const { recordId } = await save({ title: '', onDay: '2026-04-02' }, { state: 'draft' })
    expect(await world.rows(sql`select 1 from activities.fact where source_id = ${recordId}`)).toEqual([])
    await expect(save({ title: '', onDay: '2026-04-02' }, { recordId, revision: 1 })).rejects.toMatchObject({ code: 'activities.fault_required' })
  })

  it('belongs to the unit: others do not find it, superiors read it without names and cannot write', async () => {
    const attendance = [{ fullName: 'Nguyễn Văn Mẫu', audience: 'pupils', sex: 'M', ageGroup: '', ethnicity: '', group: '10A1' }]
    const { recordId } = await save({}, { attendance })
    expect((await getActivity.run(world.as(head), { recordId })).attendance).toEqual(attendance)
    expect((await getActivity.run(world.as(officer), { recordId })).attendance).toBeNull()
    await expect(getActivity.run(world.as(stranger), { recordId })).rejects.toMatchObject({ kind: 'not_found' })
    await expect(save({ title: 'x' }, { recordId, revision: 1, by: officer })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(save({ title: 'x' }, { recordId, revision: 1, by: stranger })).rejects.toMatchObject({ kind: 'not_found' })
    await expect(removeActivity.run(world.as(officer), { recordId })).rejects.toMatchObject({ kind: 'forbidden' })
    const log = await world.rows(sql<{ all: string }>`select coalesce(after::text, '') as all from audit.entry where entity = ${recordId}`)
    const versions = await world.rows(sql<{ all: string }>`select values::text as all from records.record_version where record_id = ${recordId}`)
    expect([...log, ...versions].some(({ all }) => all.includes('Nguyễn Văn Mẫu'))).toBe(false)
  })

  it('asks about a day that has not come, and blocks nothing', async () => {
    const { questions, revision } = await save({ onDay: '2026-06-28' })
    expect(revision).toBe(1)
    expect(questions).toEqual([{ key: 'future', kind: 'future', params: {}, answer: null }])
  })
})

describe('two people at one activity', () => {
  it('have their changes of different parts joined', async () => {
    const { recordId } = await save()
    await save({ place: 'Hội trường' }, { recordId, revision: 1, by: head })
    const joined = await save({ headCounts: [cell('F', 220), cell('M', 198)] }, { recordId, revision: 1 })
    expect(joined).toMatchObject({ revision: 3, conflicts: [], values: { place: 'Hội trường' } })
    expect(joined.values.headCounts.find(({ sex }) => sex === 'F')?.contacts).toBe(220)
  })

  it('are shown both values where they contradict, and nothing is overwritten', async () => {
    const { recordId } = await save()
    await save({ title: 'Của cô Mẫu' }, { recordId, revision: 1, by: head })
    const answer = await save({ title: 'Của thầy Thử', result: '15 câu hỏi' }, { recordId, revision: 1 })
    expect(answer.conflicts).toMatchObject([{ part: 'title', mine: { title: 'Của thầy Thử' }, theirs: { title: 'Của cô Mẫu' }, byName: 'Trần Thị Mẫu' }])
    expect(answer.values).toMatchObject({ title: 'Của cô Mẫu', result: '15 câu hỏi' })
    // Having chosen, the person saves on top of what is there now.
    expect(await save({ title: 'Của thầy Thử', result: '15 câu hỏi' }, { recordId, revision: answer.revision })).toMatchObject({ conflicts: [], values: { title: 'Của thầy Thử' } })
  })
})

describe('a contradiction', () => {
  it('names who wrote that part, whoever changed another part since', async () => {
    const { recordId } = await save()
    await save({ title: 'Của cô Mẫu' }, { recordId, revision: 1, by: head })
    await save({ title: 'Của cô Mẫu', place: 'Sân trường' }, { recordId, revision: 2 })
    const { conflicts } = await save({ title: 'Của thầy Thử' }, { recordId, revision: 1 })
    expect(conflicts).toMatchObject([{ part: 'title', byName: 'Trần Thị Mẫu' }])
  })
})

describe('removing and copying', () => {
  it('brings a removed activity back as it was', async () => {
    const { recordId } = await save()
    await removeActivity.run(world.as(teacher), { recordId })
    expect((await listActivities.run(world.as(head), { unitId })).rows.some(({ id }) => id === recordId)).toBe(false)
    await expect(save({}, { recordId, revision: 1 })).rejects.toMatchObject({ code: 'activities.removed' })
    expect(await restoreActivity.run(world.as(teacher), { recordId })).toMatchObject({ state: 'recorded', revision: 3 })
    await expect(restoreActivity.run(world.as(teacher), { recordId })).rejects.toMatchObject({ code: 'activities.not_removed' })
  })

  it('copies what repeats itself and asks anew for what was counted', async () => {
    const { recordId } = await save({ cost: 500_000, result: 'Tốt' })
    const newId = uuidv7()
    await copyActivity.run(world.as(teacher), { recordId, newId, onDay: '2026-05-25' })
    const copy = await getActivity.run(world.as(teacher), { recordId: newId })
    expect(copy).toMatchObject({ state: 'draft', values: { onDay: '2026-05-25', headCounts: [], cost: null, result: null, place: 'Sân trường', fields: { channel: 'flag_ceremony' } } })
    await expect(copyActivity.run(world.as(teacher), { recordId, newId, onDay: '2026-05-26' })).rejects.toMatchObject({ code: 'activities.id_taken' })
  })
})

describe('the facts of an activity', () => {
  it('are one count, its people by cell and its cost, on its day', async () => {
    const { recordId } = await save({ cost: 1_500_000, headCounts: [cell('F', 20, { ethnicity: 'minority' }), cell('F', 30, { ethnicity: 'majority' }), cell('', 5)] })
    const facts = await world.rows(sql<{ fact: string }>`
      select concat_ws('|', measure, sex, ethnicity, audience, detail, value::int) as fact from activities.fact where source_id = ${recordId} order by 1`)
    expect(facts.map(({ fact }) => fact)).toEqual([
      'communication.contacts|F|majority|pupils|flag_ceremony|30',
      'communication.contacts|F|minority|pupils|flag_ceremony|20',
      'communication.contacts|||pupils|flag_ceremony|5',
      'communication.cost||||flag_ceremony|1500000',
      'communication.count||||flag_ceremony|1',
      'communication.persons|F|majority|pupils|flag_ceremony|30',
      'communication.persons|F|minority|pupils|flag_ceremony|20',
      'communication.persons|||pupils|flag_ceremony|5',
    ])
  })
})

describe('an activity of the plan', () => {
  it('puts its task into progress and shows the line; what is no task of the unit is refused', async () => {
    const planId = await aTakenPlan(world, unitId, [{ text: 'Sinh hoạt dưới cờ về bình đẳng giới', dueOn: '2026-05-25' }])
    const [task] = (await listAssignments.run(world.as(head), { unitId, year: 2026 })).assignments.filter((one) => one.planId === planId)
    const mine = async () => (await listTodosOf(world).run(world.as(teacher), { unitId })).filter(({ id }) => id === `activities.task:${task!.id}`)
    expect(await mine()).toMatchObject([{ kind: 'opportunity', dueOn: '2026-05-25', href: expect.stringContaining(`/hoat-dong/moi?viec=${task!.id}&`) }])
    const link = { taskId: task!.id, planId, nodeId: task!.nodeId }
    const { recordId } = await save(link)
    expect((await getActivity.run(world.as(head), { recordId })).nodeText).toBe('Sinh hoạt dưới cờ về bình đẳng giới')
    expect((await listActivities.run(world.as(head), { unitId, taskId: task!.id })).rows).toMatchObject([{ id: recordId, nodeText: 'Sinh hoạt dưới cờ về bình đẳng giới' }])
    const after = (await listAssignments.run(world.as(head), { unitId, year: 2026 })).assignments.find(({ id }) => id === task!.id)
    expect(after!.state).toBe('in_progress')
    expect(await mine()).toEqual([])
    await expect(save({ ...link, taskId: uuidv7() })).rejects.toMatchObject({ kind: 'invalid', code: 'activities.task_unknown' })
  })
})

describe('what is to be done', () => {
  it('names what lacks evidence and what the person left half written', async () => {
    const school = await world.unit({ name: 'Trường THPT Mới' })
    const person = await world.person(school, ['teacher'])
    const colleague = await world.person(school, ['committee_head'])
    const todos = async (of: Actor) => (await listTodosOf(world).run(world.as(of), { unitId: school })).filter(({ id }) => id.startsWith('activities.')).map(({ id, href }) => [id, href])
    expect(await todos(person)).toEqual([])
    const one = await save({ title: 'Ngày hội' }, { by: person, unitId: school })
    expect(await todos(person)).toEqual([['activities.evidence', `/hoat-dong/${one.recordId}`]])
    const draft = await save({ title: '' }, { by: person, unitId: school, state: 'draft' })
    expect(await todos(person)).toEqual([['activities.draft', `/hoat-dong/${draft.recordId}`], ['activities.evidence', `/hoat-dong/${one.recordId}`]])
    expect((await todos(colleague)).map(([id]) => id)).toEqual(['activities.evidence'])
  })
})
