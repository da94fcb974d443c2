import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#core/access/request.ts'
import { frozenBy } from '#core/facts/freeze.ts'
import { asSystem } from '#core/access/operation.ts'
import { readTypedSheets, writeSheets } from '#platform/sheets.ts'
import { aRound } from '#testing/rounds.ts'
import listTodosOperation from '#testing/todos.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import words from './i18n/vi.json' with { type: 'json' }
import { reportsJobs } from './jobs.ts'
import { boardSheet } from './model/board-sheet.ts'
import acceptReport from './operations/accept-report.ts'
import addRecipient from './operations/add-recipient.ts'
import approveConsolidation from './operations/approve-consolidation.ts'
import closeRound from './operations/close-round.ts'
import compareTrees from './operations/compare-trees.ts'
import createConsolidation from './operations/create-consolidation.ts'
import createRound from './operations/create-round.ts'
import exportBoard from './operations/export-board.ts'
import extendReport from './operations/extend-report.ts'
import fillFromConsolidation from './operations/fill-from-consolidation.ts'
import freezeConsolidation from './operations/freeze-consolidation.ts'
import getBoard from './operations/get-board.ts'
import getConsolidation from './operations/get-consolidation.ts'
import getReport from './operations/get-report.ts'
import issueConsolidation from './operations/issue-consolidation.ts'
import listBoardReports from './operations/list-board-reports.ts'
import listContacts from './operations/list-contacts.ts'
import listReports from './operations/list-reports.ts'
import nextInQueue from './operations/next-in-queue.ts'
import noteContact from './operations/note-contact.ts'
import openRound from './operations/open-round.ts'
import presentReport from './operations/present-report.ts'
import previewReminder from './operations/preview-reminder.ts'
import printConsolidation from './operations/print-consolidation.ts'
import remindUnits from './operations/remind-units.ts'
import reopenConsolidation from './operations/reopen-consolidation.ts'
import returnReport from './operations/return-report.ts'
import saveConsolidation from './operations/save-consolidation.ts'
import saveReport from './operations/save-report.ts'
import signReport from './operations/sign-report.ts'
import startReport from './operations/start-report.ts'
import submitReport from './operations/submit-report.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let officer: Actor
let director: Actor
let ministryOfficer: Actor
const staff = new Map<string, { head: Actor; principal: Actor }>()

const START = new Date('2026-05-04T02:00:00Z')
const CELL = 'b15/all/spent'

beforeAll(async () => {
  world = await aWorld(START)
  sector = await aSector(world)
  officer = await world.person(sector.department, ['department_officer'], { name: 'Đỗ Quang Minh' })
  director = await world.person(sector.department, ['principal'], { name: 'Vũ Thị Sông' })
  ministryOfficer = await world.person(sector.ministry, ['ministry_officer'])
  for (const unitId of [sector.highSchool, sector.primarySchool]) await staffOf(unitId)
})

async function staffOf(unitId: string): Promise<{ head: Actor; principal: Actor }> {
  const people = { head: await world.person(unitId, ['committee_head']), principal: await world.person(unitId, ['principal']) }
  staff.set(unitId, people)
  return people
}

async function anOpenRound(patch: Parameters<typeof aRound>[1] = {}, unitId = sector.department, asker = officer): Promise<string> {
  world.now = START
  const { roundId } = await createRound.run(world.as(asker), aRound(unitId, patch))
  await openRound.run(world.as(asker), { roundId })
  return roundId
}

async function reportOf(unitId: string, roundId: string): Promise<string> {
  return (await listReports.run(world.as(staff.get(unitId)!.head), { unitId })).find(({ round }) => round.id === roundId)!.id
}

/** Writes, signs and submits the report of a unit with an amount of money; null is nothing to count. */
async function give(unitId: string, roundId: string, spent: number | null, texts: Record<string, string> = {}): Promise<string> {
  const { head, principal } = staff.get(unitId)!
  const reportId = await reportOf(unitId, roundId)
  const { state } = await getReport.run(world.as(head), { reportId })
  if (state === 'not_started') await startReport.run(world.as(head), { reportId })
  const { entries } = await getReport.run(world.as(head), { reportId })
  const written = { highlights: 'Tổ chức ngày hội.', difficulties: 'Thiếu kinh phí cho truyền thông.', next: 'Tập huấn giáo viên.', proposals: 'Cấp thêm tài liệu.', ...texts }
  await saveReport.run(world.as(head), {
    reportId,
    changes: [
      ...Object.entries(written).map(([key, after]) => ({ kind: 'texts' as const, key, before: entries.texts[key] ?? null, after })),
      { kind: 'cells' as const, key: CELL, before: entries.cells[CELL] ?? null, after: { state: spent === null ? ('not_applicable' as const) : ('value' as const), value: spent, estimate: null, note: null } },
    ],
  })
  const { checks } = await getReport.run(world.as(head), { reportId })
  const doubts = checks.filter(({ severity, note }) => severity === 'doubt' && note === null)
  if (doubts.length > 0) await saveReport.run(world.as(head), { reportId, changes: doubts.map(({ id }) => ({ kind: 'notes', key: id, before: null, after: 'Đã kiểm tra.' })) })
  await presentReport.run(world.as(head), { reportId })
  await signReport.run(world.as(principal), { reportId, digest: (await getReport.run(world.as(principal), { reportId })).digest })
  await submitReport.run(world.as(head), { reportId })
  return reportId
}

const jobs = () => reportsJobs({ systemRequest: () => world.as(null) } as Parameters<typeof reportsJobs>[0])

describe('the board of a round', () => {
  it('shows every unit with what is to be done next, what waits first', async () => {
    const roundId = await anOpenRound()
    await give(sector.primarySchool, roundId, 1)
    const board = await getBoard.run(world.as(officer), { roundId })
    expect(board.counts).toMatchObject({ submitted: 1, not_started: 1 })
    expect(board.chips).toEqual({ mine: 1, risk: 0, returned: 0, done: 0, all: 2 })
    expect(board.rows.map(({ unitName, next }) => [unitName, next])).toEqual([
      ['Trường Tiểu học Thạch Mơ', 'review'],
      ['Trường THPT Sông Mơ', 'remind'],
    ])
    expect(board.communes).toMatchObject([{ name: 'Phường Thạch Mơ', units: 1 }])
    world.now = new Date('2026-05-20T02:00:00Z')
    expect((await getBoard.run(world.as(officer), { roundId })).chips.risk).toBe(1)
  })

  it('is filtered by name without diacritics, level, commune and what is to be done', async () => {
    const roundId = await anOpenRound()
    const names = async (filter: object) => (await getBoard.run(world.as(officer), { roundId, ...filter })).rows.map(({ unitName }) => unitName)
    expect(await names({ q: 'thach mo' })).toEqual(['Trường Tiểu học Thạch Mơ'])
    expect(await names({ level: 'upper_secondary' })).toEqual(['Trường THPT Sông Mơ'])
    expect(await names({ communeId: sector.commune })).toEqual(['Trường Tiểu học Thạch Mơ'])
    expect(await names({ q: '100%' })).toEqual([])
    expect(await names({ chip: 'done' })).toEqual([])
    expect((await listBoardReports.run(world.as(officer), { roundId, q: 'thach' })).reportIds).toHaveLength(1)
  })

  it('is read by the officers of the superior alone', async () => {
    const roundId = await anOpenRound()
    await expect(getBoard.run(world.as(staff.get(sector.highSchool)!.head), { roundId })).rejects.toMatchObject({ kind: 'not_found' })
    const stranger = await world.person(await world.unit({ level: 'department', name: 'Sở Khác', professional: sector.ministry }), ['department_officer'])
    await expect(getBoard.run(world.as(stranger), { roundId })).rejects.toMatchObject({ kind: 'not_found' })
    await expect(remindUnits.run(world.as(stranger), { roundId, reportIds: [roundId], text: 'Đề nghị nộp báo cáo.' })).rejects.toMatchObject({ kind: 'not_found' })
    await expect(createConsolidation.run(world.as(stranger), { roundId, title: 'x', cutOff: '2026-05-31' })).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('leads from one waiting report to the next, and a report is accepted once', async () => {
    const roundId = await anOpenRound()
    const first = await give(sector.highSchool, roundId, 1)
    world.now = new Date('2026-05-05T02:00:00Z')
    const second = await give(sector.primarySchool, roundId, 1)
    expect(await nextInQueue.run(world.as(officer), { roundId })).toMatchObject({ reportId: first, waiting: 2 })
    await acceptReport.run(world.as(officer), { reportId: first, number: 1 })
    expect(await nextInQueue.run(world.as(officer), { roundId, after: first })).toEqual({ reportId: second, previousId: null, waiting: 1 })
    await expect(acceptReport.run(world.as(officer), { reportId: first, number: 1 })).rejects.toMatchObject({ code: 'reports.wrong_state' })
    await returnReport.run(world.as(officer), { reportId: second, number: 1, reason: 'Bổ sung số liệu.' })
    expect(await nextInQueue.run(world.as(officer), { roundId, after: second })).toEqual({ reportId: null, previousId: null, waiting: 0 })
  })

  it('is written to a workbook with a line for every unit', async () => {
    const roundId = await anOpenRound()
    const { rows } = await exportBoard.run(world.as(officer), { roundId })
    const [sheet] = await readTypedSheets(await writeSheets([boardSheet(rows, words)]), 100)
    expect(sheet!.rows[0]!.slice(0, 3)).toEqual(['Đơn vị', 'Xã/phường', 'Tình trạng'])
    expect(sheet!.rows.slice(1).map((row) => [row[0], row[2], row[4]])).toEqual([
      ['Trường THPT Sông Mơ', 'Chưa làm', '27/05/2026'],
      ['Trường Tiểu học Thạch Mơ', 'Chưa làm', '27/05/2026'],
    ])
  })

  it('says who carries on for a unit that was merged in the middle of the round, until that is asked', async () => {
    const school = await world.unit({ name: 'Trường THPT Sắp Nhập', professional: sector.department })
    const roundId = await anOpenRound()
    const successor = await world.unit({ name: 'Trường THPT Tiếp Nhận', professional: sector.department })
    await world.rows(sql<unknown>`update units.unit set closed_on = '2026-05-03' where id = ${school}`)
    await world.rows(sql<unknown>`update units.unit_version set valid = '[2020-01-01,2026-05-03)' where unit_id = ${school}`)
    await world.rows(sql<unknown>`select units.derive_ancestors(array[${school}]::uuid[])`)
    await world.succeed(school, successor, '2026-05-03')
    const rowOf = async () => (await getBoard.run(world.as(officer), { roundId, q: 'sap nhap' })).rows[0]!
    const row = await rowOf()
    expect(row).toMatchObject({ closedOn: '2026-05-03', next: 'ask_successor', successors: [{ name: 'Trường THPT Tiếp Nhận', isAsked: false }] })
    await expect(remindUnits.run(world.as(officer), { roundId, reportIds: [row.reportId], text: 'Đề nghị nộp báo cáo.' })).rejects.toMatchObject({ code: 'reports.nobody_owes' })
    await addRecipient.run(world.as(officer), { roundId, unitId: successor })
    expect(await rowOf()).toMatchObject({ next: 'none', successors: [{ isAsked: true }] })
  })
})

describe('a reminder to many units', () => {
  const text = 'Kính gửi {trường}: nộp trước hết {hạn}; còn {phần thiếu}.'

  it('is worded for each unit, reaches its people once, and stands in the log', async () => {
    const roundId = await anOpenRound()
    const { reportIds } = await listBoardReports.run(world.as(officer), { roundId, q: 'song mo' })
    const preview = await previewReminder.run(world.as(officer), { roundId, reportIds, text })
    expect(preview.units[0]!.text).toBe('Kính gửi Trường THPT Sông Mơ: nộp trước hết 27/05/2026; còn chưa bắt đầu soạn báo cáo.')
    expect(await remindUnits.run(world.as(officer), { roundId, reportIds, text })).toEqual({ reminded: 1, skipped: 0 })
    await world.jobs.drain(jobs())
    expect(await listContacts.run(world.as(officer), { reportId: reportIds[0]! })).toMatchObject([{ kind: 'reminder', told: 1, personName: 'Đỗ Quang Minh', said: preview.units[0]!.text }])
    const told = await world.rows(sql<{ n: number }>`select count(*)::int as n from notifications.message where once like 'reports.reminded:%' and href = ${`/bao-cao/${reportIds[0]!}`}`)
    expect(told[0]!.n).toBe(1)
    expect((await getBoard.run(world.as(officer), { roundId, q: 'song mo' })).rows[0]).toMatchObject({ reminders: 1, remindedAt: START })
  })

  it('is asked again within 48 hours, not sent silently', async () => {
    const roundId = await anOpenRound()
    const { reportIds } = await listBoardReports.run(world.as(officer), { roundId, q: 'song mo' })
    await remindUnits.run(world.as(officer), { roundId, reportIds, text })
    world.now = new Date('2026-05-06T01:59:00Z')
    await expect(remindUnits.run(world.as(officer), { roundId, reportIds, text })).rejects.toMatchObject({ code: 'reports.reminded_recently', params: { count: 1, unit: 'Trường THPT Sông Mơ' } })
    expect(await remindUnits.run(world.as(officer), { roundId, reportIds, text, again: true })).toMatchObject({ reminded: 1 })
    world.now = new Date('2026-05-08T02:00:00Z')
    expect(await remindUnits.run(world.as(officer), { roundId, reportIds, text })).toMatchObject({ reminded: 1 })
  })

  it('passes over units that gave, and is refused in a closed round and for reports of another one', async () => {
    const roundId = await anOpenRound()
    await give(sector.primarySchool, roundId, 1)
    const { reportIds } = await listBoardReports.run(world.as(officer), { roundId, q: 'truong t' })
    expect((await previewReminder.run(world.as(officer), { roundId, reportIds, text })).nothingDue).toContain('Trường Tiểu học Thạch Mơ')
    const other = await anOpenRound()
    await expect(remindUnits.run(world.as(officer), { roundId: other, reportIds, text })).rejects.toMatchObject({ code: 'reports.not_of_round' })
    await closeRound.run(world.as(officer), { roundId })
    await expect(remindUnits.run(world.as(officer), { roundId, reportIds, text })).rejects.toMatchObject({ code: 'reports.round_closed' })
    await extendReport.run(world.as(officer), { reportId: await reportOf(sector.highSchool, roundId), until: '2026-06-20', reason: 'Mưa lũ' })
    expect((await remindUnits.run(world.as(officer), { roundId, reportIds, text })).reminded).toBeGreaterThan(0)
  })

  it('stands beside calls, which the unit does not read', async () => {
    const roundId = await anOpenRound()
    const reportId = await reportOf(sector.highSchool, roundId)
    await noteContact.run(world.as(officer), { reportId, kind: 'call', withWhom: 'Cô Mơ', said: 'Hẹn nộp thứ Sáu.' })
    expect(await listContacts.run(world.as(officer), { reportId })).toMatchObject([{ kind: 'call', withWhom: 'Cô Mơ', said: 'Hẹn nộp thứ Sáu.' }])
    await expect(listContacts.run(world.as(staff.get(sector.highSchool)!.head), { reportId })).rejects.toMatchObject({ kind: 'not_found' })
  })
})

describe('a consolidation', () => {
  async function consolidated(patch: { withSubmitted?: boolean } = {}) {
    const roundId = await anOpenRound({ audience: { by: 'list', unitIds: [sector.highSchool, sector.primarySchool] } })
    const reportId = await give(sector.highSchool, roundId, 3_000_000, { difficulties: 'Thiếu kinh phí cho hoạt động truyền thông.' })
    await acceptReport.run(world.as(officer), { reportId, number: 1 })
    const { consolidationId } = await createConsolidation.run(world.as(officer), { roundId, title: 'Báo cáo tổng hợp 6 tháng đầu năm 2026', cutOff: '2026-05-27', ...patch })
    return { roundId, reportId, consolidationId }
  }

  it('sums frozen figures of accepted reports, names who is missing, and never counts them as zero', async () => {
    const { consolidationId } = await consolidated()
    const view = await getConsolidation.run(world.as(officer), { consolidationId })
    expect(view.figures.find(({ key }) => key === CELL)).toMatchObject({ value: 3_000_000, known: 1, units: 2, missing: [sector.primarySchool] })
    expect(view.missing).toMatchObject([{ unitName: 'Trường Tiểu học Thạch Mơ', why: 'not_given' }])
    expect(view.body.parts.find(({ key }) => key === 'difficulties')).toMatchObject({ text: 'Thiếu kinh phí cho hoạt động truyền thông (Trường THPT Sông Mơ).' })
    const { model } = await printConsolidation.run(world.as(officer), { consolidationId })
    expect(model.lead).toContain('tổng hợp từ báo cáo của 1/2 đơn vị')
    expect(JSON.stringify(model.sections.at(-1))).toContain('Trường Tiểu học Thạch Mơ')
  })

  it('quotes units by their name, only those that are in it', async () => {
    const { consolidationId, reportId } = await consolidated()
    const { revision, groups } = await getConsolidation.run(world.as(officer), { consolidationId })
    const sentence = groups.find(({ part }) => part === 'highlights')!.groups[0]!.sentences[0]!
    const quote = { key: sentence.key, reportId, unitName: 'Tên khác', part: 'highlights', text: sentence.text }
    const save = (patch: object) => saveConsolidation.run(world.as(officer), { consolidationId, revision, title: 'Tổng hợp', texts: {}, quotes: [quote], ...patch })
    await expect(save({ quotes: [{ ...quote, reportId: consolidationId }] })).rejects.toMatchObject({ code: 'reports.quote_not_included' })
    await expect(save({ texts: { nothing: 'x' } })).rejects.toMatchObject({ code: 'reports.field_unknown' })
    await save({})
    await expect(save({})).rejects.toMatchObject({ code: 'reports.changed_meanwhile' })
    expect((await getConsolidation.run(world.as(officer), { consolidationId })).body.parts.find(({ key }) => key === 'highlights')).toMatchObject({ text: 'Tổ chức ngày hội (Trường THPT Sông Mơ).' })
  })

  it('is frozen on its reports, signed as it was read, issued with a number; later reports stand beside it as a difference', async () => {
    const { consolidationId, roundId, reportId } = await consolidated()
    await expect(approveConsolidation.run(world.as(director), { consolidationId, digest: '0'.repeat(64) })).rejects.toMatchObject({ code: 'reports.wrong_state' })
    const { digest } = await freezeConsolidation.run(world.as(officer), { consolidationId })
    const holders = await asSystem(world.as(null), (tx) => frozenBy(tx, 'reports.report', reportId))
    expect(holders).toMatchObject([{ holderTable: 'reports.consolidation', holderId: consolidationId }])
    await expect(approveConsolidation.run(world.as(officer), { consolidationId, digest })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(approveConsolidation.run(world.as(director), { consolidationId, digest: '0'.repeat(64) })).rejects.toMatchObject({ code: 'reports.changed_meanwhile' })
    await approveConsolidation.run(world.as(director), { consolidationId, digest })
    expect(await issueConsolidation.run(world.as(director), { consolidationId, number: 12, issuedOn: '2026-05-28' })).toMatchObject({ state: 'issued', numberText: '12/BC-SM' })
    await expect(reopenConsolidation.run(world.as(officer), { consolidationId })).rejects.toMatchObject({ code: 'reports.wrong_state' })

    world.now = new Date('2026-05-29T02:00:00Z')
    const late = await give(sector.primarySchool, roundId, 500_000)
    await acceptReport.run(world.as(officer), { reportId: late, number: 1 })
    const view = await getConsolidation.run(world.as(director), { consolidationId })
    expect(view.figures.find(({ key }) => key === CELL)).toMatchObject({ value: 3_000_000 })
    expect(view.later.reports).toEqual([{ unitName: 'Trường Tiểu học Thạch Mơ', what: 'new' }])
    expect(view.later.figures).toContainEqual({ key: CELL, frozen: 3_000_000, now: 3_500_000, knownThen: 1, knownNow: 2 })
  })

  it('is refused while there is nothing to sum up, and takes waiting reports only when that is chosen', async () => {
    const roundId = await anOpenRound({ audience: { by: 'list', unitIds: [sector.highSchool] } })
    await give(sector.highSchool, roundId, 1)
    const input = { roundId, title: 'Tổng hợp', cutOff: '2026-05-27' }
    await expect(createConsolidation.run(world.as(officer), input)).rejects.toMatchObject({ code: 'reports.nothing_to_consolidate' })
    await expect(createConsolidation.run(world.as(officer), { ...input, cutOff: '2026-05-03', withSubmitted: true })).rejects.toMatchObject({ code: 'reports.nothing_to_consolidate' })
    await createConsolidation.run(world.as(officer), { ...input, withSubmitted: true })
  })

  it('fills the report of the Department to the Ministry with its figures and texts, and holds it', async () => {
    const above = await anOpenRound({ audience: { by: 'kind', levels: ['department'] } }, sector.ministry, ministryOfficer)
    const { consolidationId } = await consolidated()
    const reportId = (await listReports.run(world.as(officer), { unitId: sector.department })).find(({ round }) => round.id === above)!.id
    await expect(fillFromConsolidation.run(world.as(officer), { consolidationId, reportId })).rejects.toMatchObject({ code: 'reports.consolidation_not_frozen' })
    await freezeConsolidation.run(world.as(officer), { consolidationId })
    const filled = await fillFromConsolidation.run(world.as(officer), { consolidationId, reportId })
    expect(filled.figures).toBeGreaterThan(0)
    const report = await getReport.run(world.as(officer), { reportId })
    expect(report.state).toBe('draft')
    const cells = report.body.parts.flatMap((part) => (part.kind === 'table' ? part.cells : []))
    expect(cells.find(({ key }) => key === CELL)).toMatchObject({ value: 3_000_000, byHand: false, known: 1, units: 2 })
    expect(report.entries.texts['difficulties']).toContain('Trường THPT Sông Mơ')

    staff.set(sector.department, { head: officer, principal: director })
    const other = await anOpenRound({ window: { from: '2025-12-15', to: '2026-05-20' }, audience: { by: 'kind', levels: ['department'] } }, sector.ministry, ministryOfficer)
    const elsewhere = (await listReports.run(world.as(officer), { unitId: sector.department })).find(({ round }) => round.id === other)!.id
    await expect(fillFromConsolidation.run(world.as(officer), { consolidationId, reportId: elsewhere })).rejects.toMatchObject({ code: 'reports.other_window' })
  })
})

describe('around a round', () => {
  it('shows figures on the tree of then and of now', async () => {
    const roundId = await anOpenRound()
    const trees = await compareTrees.run(world.as(officer), { roundId })
    expect(trees.rows.length).toBeGreaterThan(20)
    expect([trees.rows[0]?.asThen, trees.rows[0]?.asNow]).toMatchObject([{ value: null, known: 0 }, { value: null, known: 0 }])
  })

  it('tells the officer how many reports wait, and that the round ends soon', async () => {
    const roundId = await anOpenRound()
    await give(sector.highSchool, roundId, 1)
    world.now = new Date('2026-05-24T02:00:00Z')
    const todos = await listTodosOperation(world).run(world.as(officer), { unitId: sector.department })
    expect(todos.filter(({ href }) => href.startsWith(`/dot-bao-cao/${roundId}`))).toMatchObject([
      { titleKey: 'reports.todo.review', params: { waiting: 1 }, href: `/dot-bao-cao/${roundId}?loc=mine` },
      { titleKey: 'reports.todo.closing', params: { days: 3 }, dueOn: '2026-05-27' },
    ])
  })

  it('stands in the calendars of the unit and of the superior by its due day', async () => {
    const roundId = await anOpenRound()
    const list = world.product.operations.find(({ contract }) => contract.name === 'agenda.list')!
    const agenda = (actor: Actor, unitId: string) => list.run(world.as(actor), { unitId, from: '2026-05-01', to: '2026-05-31' })
    const reportId = await reportOf(sector.highSchool, roundId)
    const own = await agenda(staff.get(sector.highSchool)!.head, sector.highSchool)
    expect(own).toContainEqual(expect.objectContaining({ id: `reports.due:${reportId}`, kind: 'deadline', state: 'coming', day: '2026-05-27', isMine: true, href: `/bao-cao/${reportId}` }))
    const above = await agenda(officer, sector.department)
    expect(above).toContainEqual(expect.objectContaining({ id: `reports.round:${roundId}`, note: expect.stringMatching(/^0\/\d+$/), href: `/dot-bao-cao/${roundId}` }))
  })
})
