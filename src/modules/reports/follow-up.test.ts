import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#core/access/request.ts'
import { asSystem } from '#core/access/operation.ts'
import { insertDirective, markWithdrawn } from '#modules/plans/directive-store.ts'
import type { PlansDb } from '#modules/plans/tables.ts'
import { uuidv7 } from '#platform/ids.ts'
import { handIn, signReady, writeReport } from '#testing/simulate/report.ts'
import { aRound } from '#testing/rounds.ts'
import { drainJobs, testServices } from '#testing/services.ts'
import listTodosOperation from '#testing/todos.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import acceptReport from './operations/accept-report.ts'
import correctReport from './operations/correct-report.ts'
import createConsolidation from './operations/create-consolidation.ts'
import createRound from './operations/create-round.ts'
import exemptReport from './operations/exempt-report.ts'
import freezeConsolidation from './operations/freeze-consolidation.ts'
import getBoard from './operations/get-board.ts'
import getConsolidation from './operations/get-consolidation.ts'
import getReport from './operations/get-report.ts'
import keepConsolidation from './operations/keep-consolidation.ts'
import listContacts from './operations/list-contacts.ts'
import listReports from './operations/list-reports.ts'
import { markCorrected } from './operations/mark-corrected.ts'
import openRound from './operations/open-round.ts'
import { remindDaily } from './operations/remind-daily.ts'
import returnReport from './operations/return-report.ts'
import saveReport from './operations/save-report.ts'
import submitReport from './operations/submit-report.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let services: ReturnType<typeof testServices>
let officer: Actor
let writer: Actor
let head: Actor

const at = (day: string) => new Date(`${day}T02:00:00Z`)

beforeAll(async () => {
  world = await aWorld(at('2026-05-04'))
  sector = await aSector(world)
  services = testServices(world)
  officer = await world.person(sector.department, ['department_officer'])
  writer = await world.person(sector.highSchool, ['committee_head'])
  head = await world.person(sector.highSchool, ['principal'])
})

async function aReport(patch: Parameters<typeof aRound>[1] = {}): Promise<{ roundId: string; reportId: string }> {
  world.now = at('2026-05-04')
  const { roundId } = await createRound.run(world.as(officer), aRound(sector.department, { audience: { by: 'list', unitIds: [sector.highSchool] }, ...patch }))
  await openRound.run(world.as(officer), { roundId })
  const { id: reportId } = (await listReports.run(world.as(writer), { unitId: sector.highSchool })).find(({ round }) => round.id === roundId)!
  return { roundId, reportId }
}

/** Steps that an account was reminded of, day by day. */
async function remindedOn(days: readonly string[], reportId: string): Promise<Record<string, string[]>> {
  const told: Record<string, string[]> = {}
  for (const day of days) {
    const before = new Set((await messagesOf(reportId)).map(({ id }) => id))
    world.now = at(day)
    await remindDaily({ systemRequest: () => world.as(null) })
    await remindDaily({ systemRequest: () => world.as(null) })
    told[day] = (await messagesOf(reportId)).filter(({ id }) => !before.has(id)).map(({ textKey, accountId }) => `${accountId === head.accountId ? 'head' : 'writer'} ${textKey.split('.').at(-1)}`).sort()
  }
  return told
}

const messagesOf = (reportId: string) =>
  world.rows(sql<{ id: string; textKey: string; accountId: string }>`select id, text_key, account_id from notifications.message where href = ${`/bao-cao/${reportId}`} and topic = 'deadlines' order by created_at, id`)

describe('the reminders of a round', () => {
  it('come on its days before the due day, then every working day, each once; the head is told on the day and when it is late', async () => {
    // Due before Thursday 28/5: Wednesday 27/5.
    const { reportId } = await aReport({ remindDays: [7, 1, 0] })
    expect(await remindedOn(['2026-05-19', '2026-05-20', '2026-05-21', '2026-05-26', '2026-05-27', '2026-05-28', '2026-05-30', '2026-06-01'], reportId)).toEqual({
      '2026-05-19': [],
      '2026-05-20': ['writer due'],
      '2026-05-21': [],
      '2026-05-26': ['writer due'],
      '2026-05-27': ['head head_due', 'writer due'],
      '2026-05-28': ['head head_late', 'writer late'],
      // A Saturday.
      '2026-05-30': [],
      '2026-06-01': ['writer late'],
    })
  })

  it('stop when the report was submitted, and come again for the answer to a return', async () => {
    const { reportId } = await aReport({ remindDays: [7, 1, 0] })
    await writeReport(world, { writer, head }, reportId)
    await handIn(world, { writer, head }, reportId)
    expect(await remindedOn(['2026-05-20', '2026-05-27'], reportId)).toEqual({ '2026-05-20': [], '2026-05-27': [] })
    await returnReport.run(world.as(officer), { reportId, number: 1, reason: 'Bổ sung số liệu.', answerBy: '2026-06-04' })
    expect(await remindedOn(['2026-05-28', '2026-06-02', '2026-06-03'], reportId)).toEqual({ '2026-05-28': ['writer due'], '2026-06-02': [], '2026-06-03': ['writer due'] })
  })

  it('never reach a unit that was let off', async () => {
    const { reportId } = await aReport({ remindDays: [7] })
    await exemptReport.run(world.as(officer), { reportId, reason: 'Trường đang sửa chữa' })
    expect(await remindedOn(['2026-05-20', '2026-05-28'], reportId)).toEqual({ '2026-05-20': [], '2026-05-28': [] })
  })
})

describe('the log of contacts', () => {
  it('has the reminders of the program beside those of people, once each, and a call is not asked for because of them', async () => {
    const { roundId, reportId } = await aReport({ remindDays: [7, 1, 0] })
    await remindedOn(['2026-05-20', '2026-05-27', '2026-05-28'], reportId)
    const log = (await listContacts.run(world.as(officer), { reportId })).map(({ kind, told, personName, at: instant }) => [kind, told, personName, instant.toISOString().slice(0, 10)])
    expect(log).toEqual([
      ['automatic', 2, null, '2026-05-28'],
      ['automatic', 2, null, '2026-05-27'],
      ['automatic', 1, null, '2026-05-20'],
    ])
    const board = await getBoard.run(world.as(officer), { roundId, page: 1, sort: 'queue' })
    expect(board.rows).toMatchObject([{ reminders: 0, remindedAt: null, automaticReminders: 3, next: 'remind' }])
  })
})

describe('a text that is the superior’s plan with another date', () => {
  it('is asked about, with the number of the plan that the unit can see', async () => {
    const asks = 'Tổ chức tuyên truyền về bình đẳng giới cho toàn thể học sinh nhân Tháng hành động từ ngày 15/11 đến ngày 15/12/2025.'
    const point = { id: 'p1', kind: 'item', labelPath: 'II.1', parentId: null, text: asks, topics: [], addressedTo: null, target: null, deadline: null } as const
    const directive = { provinceId: '01', id: uuidv7(), unitId: sector.department, year: 2026, title: 'Kế hoạch năm 2026', numberText: '45/KH-SGDĐT', issuedOn: '2026-02-02', issuer: null, amendsId: null, published: true, createdAt: world.now }
    await asSystem<PlansDb, void>(world.as(null), (tx) => insertDirective(tx, directive, [point]))
    const { reportId } = await aReport()
    await writeReport(world, { writer, head }, reportId)
    const written = (await getReport.run(world.as(writer), { reportId })).entries.texts['highlights'] ?? null
    await saveReport.run(world.as(writer), { reportId, changes: [{ kind: 'texts', key: 'highlights', before: written, after: asks.replace('2025', '2026') }] })
    const copied = async (actor: Actor) => (await getReport.run(world.as(actor), { reportId })).checks.filter(({ code }) => code === 'copied_plan')
    expect(await copied(writer)).toMatchObject([{ field: 'highlights', severity: 'doubt', params: { percent: 100, plan: '45/KH-SGDĐT' } }])
    await asSystem<PlansDb, void>(world.as(null), (tx) => markWithdrawn(tx, directive.id, world.now))
    expect(await copied(writer)).toEqual([])
  })
})

describe('a submission', () => {
  it('that is pressed twice at once makes one version with one receipt', async () => {
    const { reportId } = await aReport()
    await writeReport(world, { writer, head }, reportId)
    await signReady(world, { writer, head }, reportId)
    const [one, two] = await Promise.all([submitReport.run(world.as(head), { reportId }), submitReport.run(world.as(writer), { reportId })])
    expect(one).toEqual(two)
    expect(await world.rows(sql<{ n: number }>`select count(*)::int as n from reports.report_version where report_id = ${reportId}`)).toEqual([{ n: 1 }])
  })

  it('that meets the return of the superior keeps the version, and says what was asked for', async () => {
    const { reportId } = await aReport()
    await writeReport(world, { writer, head }, reportId)
    await handIn(world, { writer, head }, reportId)
    const [returned, again] = await Promise.allSettled([returnReport.run(world.as(officer), { reportId, number: 1, reason: 'Bổ sung số liệu khối 10.' }), submitReport.run(world.as(head), { reportId })])
    expect(returned.status).toBe('fulfilled')
    if (again.status === 'fulfilled') expect(again.value).toMatchObject({ number: 1 })
    await expect(submitReport.run(world.as(head), { reportId })).rejects.toMatchObject({ code: 'reports.returned_meanwhile', params: { reason: 'Bổ sung số liệu khối 10.' } })
    expect(await world.rows(sql<{ n: number }>`select count(*)::int as n from reports.report_version where report_id = ${reportId}`)).toEqual([{ n: 1 }])
  })

  it('of a unit that was merged in the middle of the round is refused, and what was signed stays', async () => {
    const school = await world.unit({ name: 'Trường THPT Sắp Nhập', professional: sector.department })
    const people = { writer: await world.person(school, ['committee_head']), head: await world.person(school, ['principal']) }
    const { roundId } = await aReport({ audience: { by: 'list', unitIds: [sector.highSchool, school] } })
    const { id: reportId } = (await listReports.run(world.as(people.writer), { unitId: school })).find(({ round }) => round.id === roundId)!
    await writeReport(world, people, reportId)
    await signReady(world, people, reportId)
    const successor = await world.unit({ name: 'Trường THPT Tiếp Nhận', professional: sector.department })
    await world.rows(sql<unknown>`update units.unit set closed_on = '2026-05-03' where id = ${school}`)
    await world.rows(sql<unknown>`update units.unit_version set valid = '[2020-01-01,2026-05-03)' where unit_id = ${school}`)
    await world.rows(sql<unknown>`select units.derive_ancestors(array[${school}]::uuid[])`)
    await world.succeed(school, successor, '2026-05-03')
    await expect(submitReport.run(world.as(people.head), { reportId })).rejects.toMatchObject({ code: 'reports.unit_closed', params: { successors: 'Trường THPT Tiếp Nhận' } })
    expect(await world.rows(sql<{ state: string; isSigned: boolean }>`select state, signed is not null as is_signed from reports.report where id = ${reportId}`)).toMatchObject([{ state: 'signed' }])
  })
})

describe('a correction beneath a frozen consolidation', () => {
  it('that is told twice, also after others have come and gone, marks reports and consolidations once', async () => {
    const { roundId, reportId } = await aReport()
    await writeReport(world, { writer, head }, reportId)
    await handIn(world, { writer, head }, reportId)
    await acceptReport.run(world.as(officer), { reportId, number: 1 })
    const { consolidationId } = await createConsolidation.run(world.as(officer), { roundId, title: 'Tổng hợp 6 tháng', cutOff: '2026-05-27' })
    await freezeConsolidation.run(world.as(officer), { consolidationId })
    await drainJobs(world, services)
    const [source] = await world.rows(sql<{ sourceTable: string; sourceId: string }>`
      select s.source_table, s.source_id from facts.frozen f join facts.frozen_source s on s.frozen_id = f.id where f.holder_id = ${consolidationId} limit 1`)
    const told = { ...source!, unitId: sector.highSchool, reason: 'Ghi nhầm ngày.', occasion: 'test:1' }
    const deliver = async (event: object, day: string) => {
      world.now = at(day)
      await markCorrected({ systemRequest: () => world.as(null) }, event)
    }
    const marks = () => world.rows(sql<{ n: number }>`select count(*)::int as n from reports.consolidation_correction where consolidation_id = ${consolidationId}`)
    const notices = async () => (await world.rows(sql<{ n: number }>`select count(*)::int as n from notifications.message where account_id = ${officer.accountId} and text_key = 'reports.notice.consolidation_corrected' and href like ${`%${consolidationId}`}`))[0]!.n
    await deliver(told, '2026-05-20')
    await deliver(told, '2026-05-21')
    expect([await marks(), await notices()]).toEqual([[{ n: 1 }], 1])
    await keepConsolidation.run(world.as(officer), { consolidationId, note: 'Không ảnh hưởng.' })
    await deliver(told, '2026-05-22')
    expect((await getConsolidation.run(world.as(officer), { consolidationId })).corrections).toEqual([])
    await deliver({ ...told, occasion: 'test:2' }, '2026-05-23')
    expect([await marks(), await notices()]).toEqual([[{ n: 2 }], 2])
  })

  it('tells those who consolidated and stands in their list until they decide', async () => {
    const { roundId, reportId } = await aReport()
    await writeReport(world, { writer, head }, reportId)
    await saveReport.run(world.as(writer), { reportId, changes: [{ kind: 'cells', key: 'b15/all/spent', before: null, after: { state: 'value', value: 3_000_000, estimate: null, note: null } }] })
    await handIn(world, { writer, head }, reportId)
    await acceptReport.run(world.as(officer), { reportId, number: 1 })
    const { consolidationId } = await createConsolidation.run(world.as(officer), { roundId, title: 'Tổng hợp 6 tháng', cutOff: '2026-05-27' })
    await freezeConsolidation.run(world.as(officer), { consolidationId })
    await drainJobs(world, services)

    await correctReport.run(world.as(writer), { reportId, reason: 'Cộng nhầm kinh phí.' })
    await saveReport.run(world.as(writer), { reportId, changes: [{ kind: 'cells', key: 'b15/all/spent', before: { state: 'value', value: 3_000_000, estimate: null, note: null }, after: { state: 'value', value: 2_500_000, estimate: null, note: null } }] })
    await signReady(world, { writer, head }, reportId)
    await submitReport.run(world.as(head), { reportId })
    await drainJobs(world, services)

    const view = await getConsolidation.run(world.as(officer), { consolidationId })
    expect(view.corrections).toMatchObject([{ sourceUnitName: 'Trường THPT Sông Mơ', reason: 'Cộng nhầm kinh phí.' }])
    const todos = async () => (await listTodosOperation(world).run(world.as(officer), { unitId: sector.department })).map(({ id }) => id)
    expect(await todos()).toContain(`reports.corrected_consolidation:${consolidationId}`)
    expect(await world.rows(sql<{ n: number }>`select count(*)::int as n from notifications.message where account_id = ${officer.accountId} and text_key = 'reports.notice.consolidation_corrected' and href like ${`%${consolidationId}`}`)).toEqual([{ n: 1 }])
    await keepConsolidation.run(world.as(officer), { consolidationId, note: 'Chênh lệch nhỏ, điều chỉnh ở kỳ sau.' })
    expect(await todos()).not.toContain(`reports.corrected_consolidation:${consolidationId}`)
    await expect(keepConsolidation.run(world.as(officer), { consolidationId, note: 'Một lần nữa.' })).rejects.toMatchObject({ code: 'reports.nothing_corrected' })
  })
})
