import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#core/access/request.ts'
import { frozenBy } from '#core/facts/freeze.ts'
import { totalsOf } from '#core/facts/totals.ts'
import { aRound } from '#testing/rounds.ts'
import listTodosOperation from '#testing/todos.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import acceptReport from './operations/accept-report.ts'
import addRecipient from './operations/add-recipient.ts'
import closeRound from './operations/close-round.ts'
import correctReport from './operations/correct-report.ts'
import createRound from './operations/create-round.ts'
import exemptReport from './operations/exempt-report.ts'
import extendReport from './operations/extend-report.ts'
import getReport from './operations/get-report.ts'
import getReportVersion from './operations/get-report-version.ts'
import issueReport from './operations/issue-report.ts'
import listReports from './operations/list-reports.ts'
import openRound from './operations/open-round.ts'
import presentReport from './operations/present-report.ts'
import previewRound from './operations/preview-round.ts'
import printReport from './operations/print-report.ts'
import recallReport from './operations/recall-report.ts'
import requireReport from './operations/require-report.ts'
import returnReport from './operations/return-report.ts'
import saveReport from './operations/save-report.ts'
import sendBackReport from './operations/send-back-report.ts'
import signReport from './operations/sign-report.ts'
import startReport from './operations/start-report.ts'
import submitReport from './operations/submit-report.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let officer: Actor
let head: Actor
let principal: Actor
let clerk: Actor

const TEXTS = {
  highlights: 'Nhà trường tổ chức được ngày hội sân trường an toàn cho tất cả các khối lớp.',
  difficulties: 'Chưa có báo cáo viên về giới; giáo viên kiêm nhiệm nên khó sắp xếp thời gian.',
  next: 'Tập huấn cho giáo viên chủ nhiệm trước khai giảng.',
  proposals: 'Sở tổ chức một lớp bồi dưỡng báo cáo viên.',
}

beforeAll(async () => {
  world = await aWorld(new Date('2026-05-04T02:00:00Z'))
  sector = await aSector(world)
  officer = await world.person(sector.department, ['department_officer'], { name: 'Đỗ Quang Minh' })
  head = await world.person(sector.highSchool, ['committee_head'], { name: 'Lê Thị Mơ' })
  principal = await world.person(sector.highSchool, ['principal'], { name: 'Phạm Văn Sông' })
  clerk = await world.person(sector.highSchool, ['clerk'])
})

async function aReport(patch: Parameters<typeof aRound>[1] = {}): Promise<{ roundId: string; reportId: string }> {
  world.now = new Date('2026-05-04T02:00:00Z')
  const { roundId } = await createRound.run(world.as(officer), aRound(sector.department, patch))
  await openRound.run(world.as(officer), { roundId })
  const { id: reportId } = (await listReports.run(world.as(head), { unitId: sector.highSchool })).find(({ round }) => round.id === roundId)!
  await startReport.run(world.as(head), { reportId })
  return { roundId, reportId }
}

async function write(reportId: string, texts: Record<string, string>): Promise<void> {
  const { entries } = await getReport.run(world.as(head), { reportId })
  await saveReport.run(world.as(head), { reportId, changes: Object.entries(texts).map(([key, after]) => ({ kind: 'texts', key, before: entries.texts[key] ?? null, after })) })
}

/** Says to every doubt why it is so, as a careful writer does. */
async function settle(reportId: string): Promise<void> {
  const { checks } = await getReport.run(world.as(head), { reportId })
  const doubts = checks.filter(({ severity, note }) => severity === 'doubt' && note === null)
  if (doubts.length > 0) await saveReport.run(world.as(head), { reportId, changes: doubts.map(({ id }) => ({ kind: 'notes', key: id, before: null, after: 'Đã kiểm tra, đúng như vậy.' })) })
}

async function sign(reportId: string): Promise<void> {
  await settle(reportId)
  await presentReport.run(world.as(head), { reportId })
  const { digest } = await getReport.run(world.as(principal), { reportId })
  await signReport.run(world.as(principal), { reportId, digest })
}

async function given(patch: Parameters<typeof aRound>[1] = {}) {
  const ids = await aReport(patch)
  await write(ids.reportId, TEXTS)
  await sign(ids.reportId)
  const receipt = await submitReport.run(world.as(clerk), { reportId: ids.reportId })
  return { ...ids, receipt }
}

describe('a report on its way', () => {
  it('is not handed to the head while something must be written', async () => {
    const { reportId } = await aReport()
    await expect(presentReport.run(world.as(head), { reportId })).rejects.toMatchObject({ code: 'reports.not_ready' })
  })

  it('is written, signed, submitted with a receipt, and accepted', async () => {
    const { reportId, receipt } = await given()
    expect(receipt).toMatchObject({ state: 'submitted', number: 1, isLate: false })
    expect(receipt.digest).toMatch(/^[0-9a-f]{64}$/)
    const seen = await getReport.run(world.as(officer), { reportId })
    expect(seen).toMatchObject({ state: 'submitted', actions: ['return', 'accept'], receipt: { number: 1, digest: receipt.digest } })
    expect(seen.body.parts.find(({ key }) => key === 'proposals')).toMatchObject({ text: TEXTS.proposals })
    expect(seen.steps.map(({ action, personName }) => `${action} ${personName}`)).toContain('sign Phạm Văn Sông')
    expect(await acceptReport.run(world.as(officer), { reportId, number: 1 })).toMatchObject({ state: 'accepted' })
  })

  it('is signed by the head alone, and only as the head has read it', async () => {
    const { reportId } = await aReport()
    await write(reportId, TEXTS)
    await settle(reportId)
    await presentReport.run(world.as(head), { reportId })
    const { digest } = await getReport.run(world.as(principal), { reportId })
    await expect(signReport.run(world.as(head), { reportId, digest })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(signReport.run(world.as(principal), { reportId, digest: '0'.repeat(64) })).rejects.toMatchObject({ code: 'reports.changed_meanwhile' })
    await expect(submitReport.run(world.as(clerk), { reportId })).rejects.toMatchObject({ code: 'reports.wrong_state' })
    await sendBackReport.run(world.as(principal), { reportId, reason: 'Bổ sung số liệu khối 10.' })
    expect(await getReport.run(world.as(head), { reportId })).toMatchObject({ state: 'draft', signedAt: null })
  })

  it('keeps its receipt when the button is pressed twice', async () => {
    const { reportId, receipt } = await given()
    expect(await submitReport.run(world.as(clerk), { reportId })).toEqual(receipt)
    expect(await getReportVersion.run(world.as(officer), { reportId, number: 1 })).toMatchObject({ digest: receipt.digest })
    await expect(getReportVersion.run(world.as(officer), { reportId, number: 2 })).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('is late after the due day and marked, and not taken at all after the last day', async () => {
    const { reportId } = await aReport()
    await write(reportId, TEXTS)
    await sign(reportId)
    world.now = new Date('2026-06-06T02:00:00Z')
    await expect(submitReport.run(world.as(clerk), { reportId })).rejects.toMatchObject({ code: 'reports.too_late', params: { due: '27/05/2026', until: '05/06/2026' } })
    world.now = new Date('2026-05-28T02:00:00Z')
    expect(await submitReport.run(world.as(clerk), { reportId })).toMatchObject({ isLate: true })
  })

  it('is in time on the next working day when the due day is a Sunday', async () => {
    const { reportId } = await aReport({ deadline: { day: '2026-05-31', word: 'by' } })
    await write(reportId, TEXTS)
    await sign(reportId)
    expect((await getReport.run(world.as(head), { reportId })).dueDay).toEqual({ day: '2026-05-31', isHoliday: true, workingDayBefore: '2026-05-29', inTimeUntil: '2026-06-01' })
    world.now = new Date('2026-06-01T02:00:00Z')
    expect(await submitReport.run(world.as(clerk), { reportId })).toMatchObject({ isLate: false })
  })

  it('is in time within its own extension, also when the round has closed', async () => {
    const { roundId, reportId } = await aReport()
    await write(reportId, TEXTS)
    await expect(extendReport.run(world.as(officer), { reportId, until: '2026-05-20', reason: 'Mưa lũ' })).rejects.toMatchObject({ code: 'reports.extension_too_short' })
    await extendReport.run(world.as(officer), { reportId, until: '2026-06-20', reason: 'Mưa lũ' })
    await closeRound.run(world.as(officer), { roundId })
    world.now = new Date('2026-06-18T02:00:00Z')
    await sign(reportId)
    expect(await submitReport.run(world.as(clerk), { reportId })).toMatchObject({ isLate: false })
  })

  it('cannot go on in a closed round without an extension', async () => {
    const { roundId, reportId } = await aReport()
    await closeRound.run(world.as(officer), { roundId })
    await expect(write(reportId, TEXTS)).rejects.toMatchObject({ code: 'reports.round_closed' })
    expect((await getReport.run(world.as(head), { reportId })).actions).toEqual([])
  })
})

describe('a returned report', () => {
  it('opens again exactly where the superior commented, and comes back as a second version', async () => {
    const { reportId } = await given()
    await returnReport.run(world.as(officer), { reportId, number: 1, reason: 'Nêu rõ nguyên nhân.', comments: [{ field: 'difficulties', text: 'Thiếu nguyên nhân khách quan.' }], answerBy: '2026-05-15' })
    const back = await getReport.run(world.as(head), { reportId })
    expect(back).toMatchObject({ state: 'returned', openFields: ['difficulties'], returnReason: 'Nêu rõ nguyên nhân.', answerBy: '2026-05-15', comments: [{ field: 'difficulties', number: 1 }] })

    await expect(write(reportId, { next: 'Việc khác.' })).rejects.toMatchObject({ code: 'reports.field_closed' })
    await write(reportId, { difficulties: 'Chưa có báo cáo viên về giới do chưa có lớp đào tạo tại địa phương.' })
    await sign(reportId)
    expect(await submitReport.run(world.as(clerk), { reportId })).toMatchObject({ number: 2, isLate: false })
    expect((await getReportVersion.run(world.as(officer), { reportId, number: 2 })).reason).toBe('Nêu rõ nguyên nhân.')
    expect((await getReportVersion.run(world.as(officer), { reportId, number: 1 })).body.parts.find(({ key }) => key === 'difficulties')).toMatchObject({ text: TEXTS.difficulties })
  })

  it('is late when it comes after the day that was asked for', async () => {
    const { reportId } = await given()
    await returnReport.run(world.as(officer), { reportId, number: 1, reason: 'Bổ sung số liệu.', answerBy: '2026-05-15' })
    world.now = new Date('2026-05-16T02:00:00Z')
    await sign(reportId)
    expect(await submitReport.run(world.as(clerk), { reportId })).toMatchObject({ isLate: true })
  })

  it('is not returned unseen: a newer version or one that was taken back is refused with its sentence', async () => {
    const { reportId } = await given()
    await expect(returnReport.run(world.as(officer), { reportId, number: 2, reason: 'Bổ sung.' })).rejects.toMatchObject({ code: 'reports.version_moved' })
    await recallReport.run(world.as(head), { reportId })
    await expect(acceptReport.run(world.as(officer), { reportId, number: 1 })).rejects.toMatchObject({ code: 'reports.taken_back' })
    await expect(returnReport.run(world.as(officer), { reportId, number: 1, reason: 'Bổ sung.' })).rejects.toMatchObject({ code: 'reports.taken_back' })
  })

  it('meets a submission at the same moment: one of the two is told', async () => {
    const { reportId } = await given()
    const outcomes = await Promise.allSettled([
      returnReport.run(world.as(officer), { reportId, number: 1, reason: 'Bổ sung số liệu.' }),
      recallReport.run(world.as(head), { reportId }),
    ])
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    const refused = outcomes.find((outcome) => outcome.status === 'rejected') as PromiseRejectedResult
    expect(['reports.wrong_state', 'reports.taken_back']).toContain(refused.reason.code)
  })

  it('is decided by the superior that asked, not by the one beside it', async () => {
    const { reportId } = await given()
    const other = await world.person(sector.commune, ['commune_officer'])
    await expect(acceptReport.run(world.as(other), { reportId, number: 1 })).rejects.toMatchObject({ kind: 'not_found' })
    await expect(acceptReport.run(world.as(head), { reportId, number: 1 })).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('names fields of the form alone', async () => {
    const { reportId } = await given()
    await expect(returnReport.run(world.as(officer), { reportId, number: 1, reason: 'Bổ sung.', comments: [{ field: 'nowhere', text: 'Sửa' }] })).rejects.toMatchObject({ code: 'reports.field_unknown' })
  })
})

describe('a submitted report', () => {
  it('is issued once per version as a numbered document, with its number on the print and a copy for the superior', async () => {
    const { reportId } = await aReport()
    await write(reportId, TEXTS)
    await sign(reportId)
    await expect(issueReport.run(world.as(clerk), { reportId, issuedOn: '2026-05-05' })).rejects.toMatchObject({ code: 'reports.nothing_to_issue' })
    await submitReport.run(world.as(clerk), { reportId })
    await expect(issueReport.run(world.as(head), { reportId, issuedOn: '2026-05-05' })).rejects.toMatchObject({ kind: 'forbidden' })
    expect((await getReport.run(world.as(clerk), { reportId })).actions).toContain('issue')
    const todos = await listTodosOperation(world).run(world.as(clerk), { unitId: sector.highSchool })
    expect(todos.map(({ id }) => id)).toContain(`reports.issue:${reportId}`)

    const issued = await issueReport.run(world.as(clerk), { reportId, number: 31, issuedOn: '2026-05-05' })
    expect(issued).toMatchObject({ number: 1, numberText: '31/BC-SM' })
    const seen = await getReport.run(world.as(clerk), { reportId })
    expect([seen.document, seen.actions.includes('issue')]).toEqual([{ documentId: issued.documentId, numberText: '31/BC-SM', issuedOn: '2026-05-05' }, false])
    expect((await printReport.run(world.as(officer), { reportId })).model.header).toMatchObject({ number: '31', symbol: 'BC-SM', date: '2026-05-05', addressees: ['Sở Giáo dục Sông Mơ'] })
    await expect(issueReport.run(world.as(clerk), { reportId, issuedOn: '2026-05-05' })).rejects.toMatchObject({ code: 'reports.issued_already', params: { number: '31/BC-SM' } })
    const [kept] = await world.rows(sql<{ direction: string; state: string; to: string }>`
      select d.direction, d.state, r.recipient_unit_id as "to" from documents.document d left join documents.document_recipient r on r.document_id = d.id where d.id = ${issued.documentId}`)
    expect(kept).toEqual({ direction: 'outgoing', state: 'issued', to: sector.department })

    await correctReport.run(world.as(head), { reportId, reason: 'Đếm nhầm lượt phụ huynh.' })
    await sign(reportId)
    await submitReport.run(world.as(clerk), { reportId })
    const second = await issueReport.run(world.as(clerk), { reportId, issuedOn: '2026-05-06' })
    expect(second).toMatchObject({ number: 2, numberText: expect.stringMatching(/^\d+\/BC-SM$/) })
    expect(second.documentId).not.toBe(issued.documentId)
  })
})

describe('a correction', () => {
  it('is a new version with its reason, also in a closed round; the accepted one stays', async () => {
    const { roundId, reportId } = await given()
    await acceptReport.run(world.as(officer), { reportId, number: 1 })
    await closeRound.run(world.as(officer), { roundId })
    await correctReport.run(world.as(head), { reportId, reason: 'Đếm nhầm lượt phụ huynh.' })
    await write(reportId, { highlights: 'Ngày hội có 210 phụ huynh tham dự, đã đối chiếu danh sách.' })
    await sign(reportId)
    expect(await submitReport.run(world.as(clerk), { reportId })).toMatchObject({ number: 2 })
    expect(await getReportVersion.run(world.as(officer), { reportId, number: 2 })).toMatchObject({ reason: 'Đếm nhầm lượt phụ huynh.' })
    expect((await getReportVersion.run(world.as(officer), { reportId, number: 1 })).body.parts.find(({ key }) => key === 'highlights')).toMatchObject({ text: TEXTS.highlights })
  })

  it('cannot touch a submitted version in the database', async () => {
    const { reportId } = await given()
    await expect(
      world.db.transaction().execute(async (tx) => {
        await sql`set local role songhanh_app`.execute(tx)
        await sql`update reports.report_version set digest = ${'0'.repeat(64)} where report_id = ${reportId}`.execute(tx)
      }),
    ).rejects.toThrow(/permission denied/)
  })
})

describe('recipients of an open round', () => {
  it('are let off and asked after all, with what they had written', async () => {
    const { reportId } = await aReport()
    await write(reportId, { next: 'Kế hoạch quý III.' })
    await exemptReport.run(world.as(officer), { reportId, reason: 'Trường đang sửa chữa' })
    await expect(write(reportId, { next: 'Khác.' })).rejects.toMatchObject({ code: 'reports.wrong_state' })
    expect(await requireReport.run(world.as(officer), { reportId })).toMatchObject({ state: 'draft' })
    expect((await getReport.run(world.as(head), { reportId })).entries.texts['next']).toBe('Kế hoạch quý III.')
  })

  it('are joined by a unit that was formed in the middle of the round, once', async () => {
    const { roundId } = await aReport()
    const formed = await world.unit({ name: 'Trường THPT Mới', professional: sector.department, from: '2026-05-04' })
    await addRecipient.run(world.as(officer), { roundId, unitId: formed })
    await expect(addRecipient.run(world.as(officer), { roundId, unitId: formed })).rejects.toMatchObject({ code: 'reports.asked_already' })
    await expect(addRecipient.run(world.as(officer), { roundId, unitId: sector.ministry })).rejects.toMatchObject({ code: 'reports.recipient_elsewhere' })
  })

  it('are told how much of a new round they have given already', async () => {
    const ids = await aReport()
    await write(ids.reportId, TEXTS)
    await saveReport.run(world.as(head), { reportId: ids.reportId, changes: [{ kind: 'cells', key: 'b15/all/spent', before: null, after: { state: 'value', value: 5, estimate: null, note: null } }] })
    await sign(ids.reportId)
    await submitReport.run(world.as(clerk), { reportId: ids.reportId })
    const { reuse } = await previewRound.run(world.as(officer), aRound(sector.department, { formCode: 'year' }))
    expect(reuse.find(({ roundId }) => roundId === ids.roundId)).toMatchObject({ units: 1, unitName: 'Sở Giáo dục Sông Mơ' })
  })
})

describe('what is counted', () => {
  it('are reports due and those in time, an exempted one not at all', async () => {
    const { reportId } = await given({ deadline: { day: '2026-05-10', word: 'by' } })
    const other = await aReport({ deadline: { day: '2026-05-10', word: 'by' } })
    await exemptReport.run(world.as(officer), { reportId: other.reportId, reason: 'Đã báo cáo' })
    const totals = await world.db.transaction().execute((tx) =>
      totalsOf(tx, { unitId: sector.highSchool, from: '2026-05-10', to: '2026-05-10', scope: 'own', line: 'professional', tree: 'then', measures: ['reports.due', 'reports.in_time'] }),
    )
    const valueOf = (measure: string) => totals.measures.find((one) => one.measure === measure)?.value
    expect([valueOf('reports.due'), valueOf('reports.in_time')]).toEqual([1, 1])
    expect(await getReport.run(world.as(officer), { reportId })).toMatchObject({ isLate: false })
  })

  it('holds its sources down while it is given', async () => {
    const { reportId } = await given()
    const held = () => world.rows(sql<{ title: string }>`select title from facts.frozen where holder_table = 'reports.report' and holder_id = ${reportId}`)
    expect(await held()).toHaveLength(1)
    await recallReport.run(world.as(head), { reportId })
    expect(await held()).toHaveLength(0)
    expect(await world.db.transaction().execute((tx) => frozenBy(tx, 'reports.report', reportId))).toEqual([])
  })
})
