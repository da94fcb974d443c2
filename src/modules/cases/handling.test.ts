import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '#core/access/operation.ts'
import type { Actor } from '#core/access/request.ts'
import type { Todo } from '#core/todos/contract.ts'
import { openKeys, withKeys } from '#testing/case-keys.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { watchClocks } from './jobs.ts'
import type { Report } from './model/report.ts'
import { caseOfCode, readConversation, sendUp, type Reporting } from './operations/follow-up.ts'
import addStep from './operations/add-step.ts'
import askClosing from './operations/ask-closing.ts'
import askGlass from './operations/ask-glass.ts'
import openGlass from './operations/open-glass.ts'
import closeKey from './operations/close-key.ts'
import closeCase from './operations/close-case.ts'
import enterReport from './operations/enter-report.ts'
import listCases from './operations/list-cases.ts'
import readAttachment from './operations/read-attachment.ts'
import readCase from './operations/read-case.ts'
import readStep from './operations/read-step.ts'
import reportUp from './operations/report-up.ts'
import { receiveReport } from './operations/receive-report.ts'
import seatHandler from './operations/seat-handler.ts'
import sendBack from './operations/send-back.ts'
import sendMessage from './operations/send-message.ts'
import setHold from './operations/set-hold.ts'
import { endCases } from './retention-store.ts'
import type { CasesDb } from './tables.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let handler: Actor
let colleague: Actor
let head: Actor
let above: Actor
const others: [string, Actor][] = []
let keyed: Actor[]
let openedAt: Date | null = null
const reported = new Map<string, Reporting>()
const reporting = (caseId: string) => reported.get(caseId)!

/** A case, and the keys of everybody who has one open. */
async function aCase(hideFrom: Partial<Report['hideFrom']> = {}): Promise<string> {
  if (openedAt !== world.now) await openKeys(world, keyed)
  openedAt = world.now
  const report: Report = { happening: 'violence', reporter: 'self', danger: 'unsure', story: 'Em bị dọa', place: '', name: '', contact: '', language: 'vi', hideFrom: { head: false, handlers: [], others: '', ...hideFrom } }
  const code = await receiveReport(world.as(null), { unitId: sector.highSchool, formId: crypto.randomUUID(), report, files: [{ name: 'a.txt', mediaType: 'text/plain', bytes: Buffer.from('chữ') }] })
  const opened = await caseOfCode(world.as(null), code)
  reported.set(opened!.caseId, opened!)
  return opened!.caseId
}

beforeAll(async () => {
  world = await aWorld()
  sector = await aSector(world)
  head = await world.person(sector.highSchool, ['principal'], { name: 'Trần Văn Minh' })
  handler = await world.person(sector.highSchool, ['case_handler'], { name: 'Nguyễn Thị Hoa' })
  colleague = await world.person(sector.highSchool, ['case_handler'], { name: 'Lê Văn Sông' })
  above = await world.person(sector.department, ['case_handler'], { name: 'Đỗ Thị Mây' })
  keyed = [handler, colleague, head, above]
  await withKeys(world, keyed)
  others.push(
    ['the head', head],
    ['an administrator', await world.person(sector.highSchool, ['administrator'])],
    ['a teacher', await world.person(sector.highSchool, ['teacher'])],
    ['an officer of the Department', await world.person(sector.department, ['department_officer', 'principal', 'administrator'])],
    ['an officer of the Ministry', await world.person(sector.ministry, ['ministry_officer', 'administrator', 'case_handler'])],
    ['an inspector', await world.person(sector.highSchool, ['inspector'])],
    ['the handler of another school', await world.person(sector.primarySchool, ['case_handler', 'principal'])],
    ['the handler above, who got no seat', above],
  )
})

describe('a case is opened', () => {
  it('by those with a seat, with the passphrase, and each reading is seen by the others', async () => {
    const caseId = await aCase()
    const view = await readCase.run(world.as(handler), { caseId })
    expect(view).toMatchObject({ state: 'open', number: expect.any(Number), canHandle: true, report: { story: 'Em bị dọa' }, attachments: [{ name: 'a.txt', isPicture: false }] })
    expect(view.seats.map(({ name }) => name)).toEqual(['Lê Văn Sông', 'Nguyễn Thị Hoa'])
    world.now = new Date(world.now.getTime() + 60_000)
    const { log } = await readCase.run(world.as(colleague), { caseId })
    expect(log.map(({ name, act }) => [name, act])).toEqual([['Lê Văn Sông', 'opened'], ['Nguyễn Thị Hoa', 'opened']])
  })

  it('by nobody else, and looks as if it were not there', async () => {
    const caseId = await aCase()
    for (const [who, actor] of others) {
      for (const [operation, input] of [
        [readCase, { caseId }], [addStep, { caseId, step: { kind: 'noted', note: 'x' } }], [sendMessage, { caseId, text: 'x' }],
        [askClosing, { caseId, outcome: 'unfounded', note: 'x' }], [closeCase, { caseId, note: 'x' }], [sendBack, { caseId, note: 'x' }],
      ] as const) {
        await expect(operation.run(world.as(actor), input), `${who}: ${operation.contract.name}`).rejects.toMatchObject({ kind: 'not_found' })
      }
    }
  })

  it('not without the passphrase, nor ten minutes after it, nor with the session of another device', async () => {
    const caseId = await aCase()
    await closeKey.run(world.as(handler), { unitId: sector.highSchool })
    await expect(readCase.run(world.as(handler), { caseId })).rejects.toMatchObject({ kind: 'forbidden', code: 'cases.locked' })
    await expect(addStep.run(world.as(handler), { caseId, step: { kind: 'noted', note: 'x' } })).rejects.toMatchObject({ code: 'cases.locked' })
    await openKeys(world, [handler])
    await expect(readCase.run(world.as({ ...handler, sessionId: crypto.randomUUID() }), { caseId })).rejects.toMatchObject({ code: 'cases.locked' })
    const at = world.now
    world.now = new Date(at.getTime() + 599_999)
    await expect(readCase.run(world.as(handler), { caseId })).resolves.toBeDefined()
    world.now = new Date(at.getTime() + 600_000)
    await expect(readCase.run(world.as(handler), { caseId })).rejects.toMatchObject({ code: 'cases.locked' })
  })

  it('not by a handler who is named, nor by the others of that school: above is told instead', async () => {
    const caseId = await aCase({ handlers: [colleague.accountId] })
    for (const actor of [handler, colleague, head]) await expect(readCase.run(world.as(actor), { caseId })).rejects.toMatchObject({ kind: 'not_found' })
    expect((await readCase.run(world.as(above), { caseId })).report.hideFrom.handlers).toEqual([colleague.accountId])
  })

  it('not any more by whom the role was taken from, seat or not', async () => {
    const leaving = await world.person(sector.department, ['case_handler'], { name: 'Bùi Văn Đi' })
    await withKeys(world, [leaving])
    const caseId = await aCase({ head: true })
    await expect(readCase.run(world.as(leaving), { caseId })).resolves.toBeDefined()
    await expect(readCase.run(world.as({ ...leaving, grants: [] }), { caseId })).rejects.toMatchObject({ kind: 'not_found' })
    await asSystem(world.as(null), (tx) => sql`delete from access.role_grant where account_id = ${leaving.accountId}`.execute(tx))
  })
})

describe('the list', () => {
  it('shows the own cases without content and without the passphrase', async () => {
    const caseId = await aCase()
    const { cases } = await listCases.run(world.as(handler), { unitId: sector.highSchool })
    expect(cases[0]).toMatchObject({ id: caseId, state: 'received', isUnanswered: true, seat: 'handler', next: { key: 'tell', state: 'running' } })
    expect(JSON.stringify(cases)).not.toContain('dọa')
  })

  it('is empty for the head and refused to superiors and administrators', async () => {
    expect(await listCases.run(world.as(head), { unitId: sector.highSchool })).toEqual({ cases: [] })
    for (const [who, actor] of others.filter(([name]) => ['an administrator', 'an officer of the Department', 'an officer of the Ministry', 'the handler above, who got no seat'].includes(name))) {
      await expect(listCases.run(world.as(actor), { unitId: sector.highSchool }), who).rejects.toMatchObject({ kind: 'forbidden' })
    }
  })
})

describe('steps', () => {
  it('are sealed, stand with who and when, and stop their clocks', async () => {
    const caseId = await aCase()
    await addStep.run(world.as(handler), { caseId, step: { kind: 'tagged', tags: ['school_violence'], age: 'under_16', isSexual: false } })
    await addStep.run(world.as(colleague), { caseId, step: { kind: 'told', who: 'child_line', means: 'phone', note: 'Gọi lúc 9 giờ' } })
    const view = await readCase.run(world.as(handler), { caseId })
    expect(view.steps).toMatchObject([{ by: 'Nguyễn Thị Hoa', body: { kind: 'tagged' } }, { by: 'Lê Văn Sông', body: { kind: 'told', note: 'Gọi lúc 9 giờ' } }])
    expect(view.clocks.find(({ key }) => key === 'tell')).toMatchObject({ state: 'done' })
    const rows = await world.rows(sql<{ text: string }>`select string_agg(e::text, '') as text from cases.entry e where case_id = ${caseId}`)
    expect(rows[0]!.text).not.toContain(Buffer.from('Gọi lúc').toString('hex'))
  })

  it('leave neither input nor digest of it in the log of operations', async () => {
    const caseId = await aCase()
    const id = crypto.randomUUID()
    const step = { kind: 'noted', note: 'Một ghi chú kín' } as const
    const first = await addStep.run(world.as(handler, id), { caseId, step })
    expect(await addStep.run(world.as(handler, id), { caseId, step })).toEqual(first)
    const rows = await world.rows(sql`select answer, input_digest from platform.operation_log where operation_id = ${id}`)
    expect(rows).toEqual([{ answer: first, inputDigest: null }])
    expect((await readCase.run(world.as(handler), { caseId })).steps).toHaveLength(1)
  })
})

describe('a step for some alone', () => {
  const about = (caseId: string) => ({ caseId, step: { kind: 'accused', name: 'Phạm Văn Kẻ', relation: 'outside', sex: 'male', age: 'adult', isCriminal: 'unknown', isCounselled: 'no', note: '' } as const })

  it('is who may have done harm: only the writer opens it unless others are chosen, by a click that is written down', async () => {
    const caseId = await aCase()
    const { id: stepId } = await addStep.run(world.as(handler), about(caseId))
    for (const actor of [handler, colleague]) {
      const view = await readCase.run(world.as(actor), { caseId })
      expect(view.steps).toMatchObject([{ kind: 'accused', body: null, mayRead: actor === handler }])
      expect(JSON.stringify(view)).not.toContain('Văn Kẻ')
    }
    expect(await readStep.run(world.as(handler), { caseId, stepId })).toMatchObject({ body: { name: 'Phạm Văn Kẻ' }, readers: ['Nguyễn Thị Hoa'] })
    await expect(readStep.run(world.as(colleague), { caseId, stepId })).rejects.toMatchObject({ kind: 'not_found' })
    expect((await readCase.run(world.as(colleague), { caseId })).log.map(({ act }) => act)).toContain('apart')
  })

  it('opens for those who were chosen, who must be in the case', async () => {
    const caseId = await aCase()
    const { id: stepId } = await addStep.run(world.as(handler), { ...about(caseId), readers: [colleague.accountId] })
    expect((await readStep.run(world.as(colleague), { caseId, stepId })).readers).toHaveLength(2)
    await expect(addStep.run(world.as(handler), { ...about(caseId), readers: [head.accountId] })).rejects.toMatchObject({ code: 'cases.no_reader' })
  })
})

it('a referral is answered, and only one that was made', async () => {
  const caseId = await aCase()
  const { id: referral } = await addStep.run(world.as(handler), { caseId, step: { kind: 'referred', to: 'health', state: 'sent', note: '' } })
  await addStep.run(world.as(colleague), { caseId, step: { kind: 'referral_answered', referral, state: 'refused', note: 'Hết chỗ' } })
  await expect(addStep.run(world.as(handler), { caseId, step: { kind: 'referral_answered', referral: crypto.randomUUID(), state: 'done', note: '' } })).rejects.toMatchObject({ code: 'cases.no_referral' })
})

describe('a report that staff take in', () => {
  const report = { happening: 'violence', reporter: 'staff', danger: '', story: 'Em kể với cô', place: '', name: '', contact: '', language: 'vi', hideFrom: { head: false, handlers: [], others: '' } } as const

  it('is sealed to the handlers; who wrote it cannot read it, nor find it', async () => {
    const teacher = await world.person(sector.highSchool, ['teacher'], { name: 'Cô Giáo' })
    if (openedAt !== world.now) await openKeys(world, keyed)
    const form = { heardAt: '9 giờ', childName: 'Bé Na', birth: '', sex: 'female', condition: '', consequences: '', father: '', mother: '', family: '', carer: '', doneBefore: '', giverAddress: '', more: '' } as const
    expect(await enterReport.run(world.as(teacher), { unitId: sector.highSchool, channel: 'paper', report: { ...report, form } })).toEqual({ sentTo: 'Trường THPT Sông Mơ' })
    const [row] = await world.rows(sql<{ id: string }>`select id from cases.case_file where channel = 'paper'`)
    expect(await readCase.run(world.as(handler), { caseId: row!.id })).toMatchObject({ channel: 'paper', report: { story: 'Em kể với cô', form: { childName: 'Bé Na' } } })
    await expect(readCase.run(world.as(teacher), { caseId: row!.id })).rejects.toMatchObject({ kind: 'not_found' })
    const log = await world.rows(sql<{ text: string }>`select string_agg(l::text, '') as text from platform.operation_log l`)
    expect(log[0]!.text ?? '').not.toContain('Bé Na')
  })

  it('passes the unit by when its head is named, also when the head is not the one who writes', async () => {
    await enterReport.run(world.as(head), { unitId: sector.highSchool, channel: 'phone', report: { ...report, hideFrom: { head: true, handlers: [], others: '' } } })
    expect(await world.rows(sql`select unit_id from cases.case_file where channel = 'phone'`)).toEqual([{ unitId: sector.department }])
  })
})

describe('the body above is told', () => {
  it('without identity: what was told, names and the number of the case stay below', async () => {
    const caseId = await aCase()
    await addStep.run(world.as(handler), { caseId, step: { kind: 'tagged', tags: ['school_violence'], age: 'under_16', sex: 'female', place: 'school', isSexual: false } })
    await addStep.run(world.as(handler), { caseId, step: { kind: 'accused', name: 'Phạm Văn Kẻ', relation: 'outside', sex: 'male', age: 'adult', isCriminal: 'yes', isCounselled: 'no', note: '' } })
    for (const note of ['Người tên Kẻ', 'Gọi 0912345678', 'Em ở lớp 9A2']) await expect(reportUp.run(world.as(handler), { caseId, note, circle: 'handlers' })).rejects.toMatchObject({ code: 'cases.identity_in_text' })
    await reportUp.run(world.as(handler), { caseId, note: 'Cần xe đưa một em đi bệnh viện', circle: 'handlers' })
    const { cases } = await listCases.run(world.as(above), { unitId: sector.department })
    const told = cases.find(({ channel }) => channel === 'upward')!
    expect(told).toMatchObject({ next: null, isUnanswered: false })
    const view = await readCase.run(world.as(above), { caseId: told.id })
    expect(view).toMatchObject({ clocks: [], report: { story: 'Cần xe đưa một em đi bệnh viện', upward: { tags: ['school_violence'], age: 'under_16', circle: 'handlers' } } })
    expect(JSON.stringify(view)).not.toMatch(/Em bị dọa|Văn Kẻ/)
    await expect(readCase.run(world.as(above), { caseId })).rejects.toMatchObject({ kind: 'not_found' })
  })
})

it('an answer reaches the reporter, and nothing else of the case does', async () => {
  const caseId = await aCase()
  await addStep.run(world.as(handler), { caseId, step: { kind: 'noted', note: 'Chỉ người xử lý biết' } })
  await sendMessage.run(world.as(handler), { caseId, text: 'Cô đã đọc, em có an toàn không?' })
  const conversation = await readConversation(world.as(null), reporting(caseId))
  expect(conversation.messages).toMatchObject([{ fromReporter: false, text: 'Cô đã đọc, em có an toàn không?' }])
  expect(JSON.stringify(conversation)).not.toMatch(/Hoa|người xử lý/)
})

it('a file is read with a line in the log that says what was read', async () => {
  const caseId = await aCase()
  const { attachments } = await readCase.run(world.as(handler), { caseId })
  const file = await readAttachment.run(world.as(handler), { caseId, fileId: attachments[0]!.id })
  expect(Buffer.from(file.bytes).toString()).toBe('chữ')
  await expect(readAttachment.run(world.as(above), { caseId, fileId: attachments[0]!.id })).rejects.toMatchObject({ kind: 'not_found' })
  expect((await readCase.run(world.as(handler), { caseId })).log.map(({ act }) => act)).toContain('original')
})

describe('one more handler', () => {
  it('is let in by a handler when people change, and told', async () => {
    const caseId = await aCase()
    const newcomer = await world.person(sector.highSchool, ['case_handler'], { name: 'Mai Thị Mới' })
    expect((await readCase.run(world.as(handler), { caseId })).colleagues).toEqual([])
    await withKeys(world, [newcomer])
    await expect(readCase.run(world.as(newcomer), { caseId })).rejects.toMatchObject({ kind: 'not_found' })
    expect((await readCase.run(world.as(handler), { caseId })).colleagues).toEqual([{ accountId: newcomer.accountId, name: 'Mai Thị Mới' }])
    await seatHandler.run(world.as(handler), { caseId, accountId: newcomer.accountId })
    await expect(readCase.run(world.as(newcomer), { caseId })).resolves.toBeDefined()
    await asSystem(world.as(null), (tx) => sql`delete from access.role_grant where account_id = ${newcomer.accountId}`.execute(tx))
  })

  it('is nobody by a role alone, also when every handler has left: who gives roles gives no old cases', async () => {
    const school = await world.unit({ name: 'Trường THPT Suối Mơ', professional: sector.department })
    const leaving = await world.person(school, ['case_handler'], { name: 'Lý Thị Đi' })
    await withKeys(world, [leaving])
    const report: Report = { happening: 'other', reporter: '', danger: '', story: '', place: '', name: '', contact: '', language: 'vi', hideFrom: { head: false, handlers: [], others: '' } }
    await receiveReport(world.as(null), { unitId: school, formId: crypto.randomUUID(), report, files: [] })
    const [row] = await world.rows(sql<{ id: string }>`select id from cases.case_file where unit_id = ${school}`)
    await asSystem(world.as(null), (tx) => sql`delete from access.role_grant where account_id = ${leaving.accountId}`.execute(tx))
    const grabbing = await world.person(school, ['administrator', 'case_handler', 'principal'])
    await withKeys(world, [grabbing])
    await watchClocks({ systemRequest: () => world.as(null) })
    await expect(readCase.run(world.as(grabbing), { caseId: row!.id })).rejects.toMatchObject({ kind: 'not_found' })
    expect((await listCases.run(world.as(grabbing), { unitId: school })).cases).toEqual([])
  })

  it('is never somebody who is named, nor anybody without the role', async () => {
    const caseId = await aCase({ head: true, others: 'cô Mới' })
    const named = await world.person(sector.department, ['case_handler'], { name: 'Mai Thị Mới' })
    await withKeys(world, [named])
    const officer = await world.person(sector.department, ['department_officer'])
    for (const one of [named, officer, head, above]) {
      await expect(seatHandler.run(world.as(above), { caseId, accountId: one.accountId })).rejects.toMatchObject({ code: 'cases.no_colleague' })
    }
    await asSystem(world.as(null), (tx) => sql`delete from access.role_grant where account_id = ${named.accountId}`.execute(tx))
  })
})

it('what is to be done says that something waits, to those with a seat alone', async () => {
  await aCase()
  const operation = world.product.operations.find(({ contract }) => contract.name === 'todos.list')!
  const listed = async (actor: Actor) => ((await operation.run(world.as(actor), { unitId: sector.highSchool })) as Todo[]).filter(({ id }) => id.startsWith('cases.')).map(({ id, params }) => [id, Object.keys(params)])
  expect(await listed(handler)).toContainEqual(['cases.unopened', ['n']])
  expect(await listed(head)).toEqual([])
})

describe('closing', () => {
  it('needs a second person: the head gets a seat when asked, closes or sends back', async () => {
    const caseId = await aCase()
    await readCase.run(world.as(handler), { caseId })
    await expect(closeCase.run(world.as(handler), { caseId, note: 'Xong' })).rejects.toMatchObject({ kind: 'forbidden', code: 'cases.other_seat' })
    await askClosing.run(world.as(handler), { caseId, outcome: 'safe_supported', note: 'Em đã ổn' })
    await sendBack.run(world.as(head), { caseId, note: 'Hỏi lại em một lần nữa' })
    await askClosing.run(world.as(handler), { caseId, outcome: 'safe_supported', note: 'Đã hỏi' })
    await closeCase.run(world.as(head), { caseId, note: 'Đồng ý' })
    const view = await readCase.run(world.as(head), { caseId })
    expect(view).toMatchObject({ state: 'closed', canHandle: false, canSupervise: true })
    expect(view.seats.filter(({ kind }) => kind === 'supervisor')).toHaveLength(1)
    await expect(addStep.run(world.as(handler), { caseId, step: { kind: 'noted', note: 'x' } })).rejects.toMatchObject({ code: 'cases.wrong_state' })
    await expect(addStep.run(world.as(head), { caseId, step: { kind: 'noted', note: 'x' } })).rejects.toMatchObject({ code: 'cases.other_seat' })
  })

  it('never asks a head who is named', async () => {
    const single = await world.unit({ name: 'Trường THCS Bến Mơ', professional: sector.department })
    const own = await world.person(single, ['case_handler'], { name: 'Võ Thị Lan' })
    const named = await world.person(single, ['principal'], { name: 'Hồ Văn Tùng' })
    await withKeys(world, [own, named])
    const report: Report = { happening: 'other', reporter: '', danger: '', story: '', place: '', name: '', contact: '', language: 'vi', hideFrom: { head: false, handlers: [], others: '' } }
    await receiveReport(world.as(null), { unitId: single, formId: crypto.randomUUID(), report: { ...report, hideFrom: { ...report.hideFrom, others: 'bác Tùng' } }, files: [] })
    const [row] = await world.rows(sql<{ unitId: string }>`select unit_id from cases.case_file order by id desc limit 1`)
    expect(row).toEqual({ unitId: sector.department })
    for (const actor of [own, named]) expect((await listCases.run(world.as(actor), { unitId: single })).cases).toEqual([])
  })
})

it('a closed case ends for good after its years, unless it is held; a stone without content stays', async () => {
  const caseId = await aCase()
  await readCase.run(world.as(handler), { caseId })
  await askClosing.run(world.as(handler), { caseId, outcome: 'safe_supported', note: 'Em đã ổn' })
  await closeCase.run(world.as(head), { caseId, note: 'Đồng ý' })
  await setHold.run(world.as(handler), { caseId, isHeld: true, note: 'Đang khiếu nại' })
  expect((await readCase.run(world.as(handler), { caseId })).isHeld).toBe(true)
  const left = () => world.rows(sql<{ n: number }>`select (select count(*) from cases.entry where case_id = ${caseId})::int + (select count(*) from cases.key_share where case_id = ${caseId})::int + (select count(*) from cases.case_file where id = ${caseId})::int as n`)
  const later = (years: number) => new Date(Date.UTC(world.now.getUTCFullYear() + years, world.now.getUTCMonth(), world.now.getUTCDate() + 1))
  const end = (at: Date) => asSystem<CasesDb, number>({ ...world.as(null), now: at }, (tx) => endCases(tx, { years: 10, backupDays: 35 }, at))
  await end(later(11))
  expect((await left())[0]!.n).toBeGreaterThan(0)
  await setHold.run(world.as(head), { caseId, isHeld: false, note: 'Đã giải quyết' })
  expect(await end(later(9))).toBe(0)
  expect((await left())[0]!.n).toBeGreaterThan(0)
  expect(await end(later(10))).toBe(1)
  expect(await left()).toEqual([{ n: 0 }])
  expect(await world.rows(sql`select backups_until - (ended_at at time zone 'Asia/Ho_Chi_Minh')::date as apart from cases.ended_case where id = ${caseId}`)).toEqual([{ apart: 35 }])
  await expect(readCase.run(world.as(handler), { caseId })).rejects.toMatchObject({ kind: 'not_found' })
})

describe('in need, when nobody in a case can be reached', () => {
  it('two of the bodies above open it together, with reasons, for a day; those in it are told', async () => {
    const second = await world.person(sector.department, ['principal'], { name: 'Phạm Văn Núi' })
    await withKeys(world, [second])
    const caseId = await aCase()
    const [file] = await world.rows(sql<{ year: number; number: number }>`select year, number from cases.case_file where id = ${caseId}`)
    const which = { unitId: sector.department, unitName: 'Trường THPT Sông Mơ', ...file!, reason: 'Em đang gặp nguy hiểm' }
    await expect(askGlass.run(world.as(head), { ...which, unitId: sector.highSchool })).rejects.toMatchObject({ code: 'cases.no_glass' })
    const { id: requestId } = await askGlass.run(world.as(above), which)
    await expect(readCase.run(world.as(above), { caseId })).rejects.toMatchObject({ kind: 'not_found' })
    const input = { unitId: sector.department, requestId, reason: 'Công an cần biết ngay' }
    await expect(openGlass.run(world.as(above), input)).rejects.toMatchObject({ code: 'cases.no_glass' })
    await openGlass.run(world.as(second), input)
    for (const actor of [above, second]) expect(await readCase.run(world.as(actor), { caseId })).toMatchObject({ report: { story: 'Em bị dọa' }, canHandle: false, canSupervise: false })
    await expect(addStep.run(world.as(second), { caseId, step: { kind: 'noted', note: 'x' } })).rejects.toMatchObject({ code: 'cases.other_seat' })
    const told = await world.rows(sql`select distinct text_key from notifications.message where once like 'cases.glass%' and account_id = ${handler.accountId}`)
    expect(told).toEqual([{ textKey: 'cases.notice_glass' }])
    const seen = await readCase.run(world.as(handler), { caseId })
    expect(seen.steps.map(({ kind }) => kind)).toEqual(['glass_asked', 'glass_opened'])
    expect((await readStep.run(world.as(handler), { caseId, stepId: seen.steps[0]!.id })).body).toMatchObject({ note: 'Em đang gặp nguy hiểm' })
    world.now = new Date(world.now.getTime() + 24 * 3_600_000)
    await openKeys(world, [...keyed, second])
    await expect(readCase.run(world.as(second), { caseId })).rejects.toMatchObject({ kind: 'not_found' })
    await readCase.run(world.as(handler), { caseId })
    expect(await world.rows(sql`select 1 from cases.key_share where case_id = ${caseId} and account_id = ${second.accountId}`)).toEqual([])
    await asSystem(world.as(null), (tx) => sql`delete from access.role_grant where account_id = ${second.accountId}`.execute(tx))
  })
})

it('the clocks tell the handlers once when a limit presses and once when it is past', async () => {
  const caseId = await aCase()
  const services = { systemRequest: () => world.as(null) }
  const told = () => world.rows(sql<{ textKey: string; params: unknown }>`select text_key, params from notifications.message where once like ${`cases.clock:${caseId}:tell:%`} and account_id = ${handler.accountId} order by text_key`)
  await watchClocks(services)
  expect(await told()).toEqual([])
  world.now = new Date(world.now.getTime() + 2 * 3_600_000)
  await watchClocks(services)
  await watchClocks(services)
  expect(await told()).toEqual([{ textKey: 'cases.notice_soon', params: {} }])
  world.now = new Date(world.now.getTime() + 11 * 3_600_000)
  await watchClocks(services)
  expect(await told()).toEqual([{ textKey: 'cases.notice_late', params: {} }, { textKey: 'cases.notice_soon', params: {} }])
})

describe('a report that nobody acts upon', () => {
  it('may go up by the reporter once a limit has passed, sealed as it is, and those above see it in their own list', async () => {
    const caseId = await aCase()
    expect((await readConversation(world.as(null), reporting(caseId))).maySendUp).toBe(false)
    expect(await sendUp(world.as(null), reporting(caseId))).toBe(false)
    world.now = new Date(world.now.getTime() + 13 * 3_600_000)
    expect((await readConversation(world.as(null), reporting(caseId))).maySendUp).toBe(true)
    expect(await sendUp(world.as(null), reporting(caseId))).toBe(true)
    expect(await sendUp(world.as(null), reporting(caseId))).toBe(false)
    expect((await listCases.run(world.as(above), { unitId: sector.department })).cases.map(({ id }) => id)).toContain(caseId)
    await openKeys(world, keyed)
    const view = await readCase.run(world.as(above), { caseId })
    expect(view.steps).toMatchObject([{ by: null, body: { kind: 'sent_up', unitId: sector.department } }])
    await addStep.run(world.as(above), { caseId, step: { kind: 'told', who: 'police', means: 'phone', note: '' } })
    expect((await readCase.run(world.as(handler), { caseId })).log.map(({ name }) => name)).toContain('Đỗ Thị Mây')
    const told = await world.rows(sql<{ unitId: string }>`select unit_id from notifications.message where once like 'cases.sent_up:%' and account_id = ${above.accountId}`)
    expect(told).toEqual([{ unitId: sector.department }])
  })

  it('never reaches a handler above who is named', async () => {
    const caseId = await aCase({ others: 'cô Mây' })
    world.now = new Date(world.now.getTime() + 13 * 3_600_000)
    await sendUp(world.as(null), reporting(caseId))
    await openKeys(world, keyed)
    await expect(readCase.run(world.as(above), { caseId })).rejects.toMatchObject({ kind: 'not_found' })
  })
})
