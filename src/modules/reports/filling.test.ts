import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#core/access/request.ts'
import saveActivity from '#modules/activities/operations/save-activity.ts'
import { uuidv7 } from '#platform/ids.ts'
import { aRound } from '#testing/rounds.ts'
import { drainJobs, testServices } from '#testing/services.ts'
import listTodosOperation from '#testing/todos.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import createRound from './operations/create-round.ts'
import correctReport from './operations/correct-report.ts'
import getReport from './operations/get-report.ts'
import listReports from './operations/list-reports.ts'
import openRound from './operations/open-round.ts'
import presentReport from './operations/present-report.ts'
import printReport from './operations/print-report.ts'
import recallReport from './operations/recall-report.ts'
import saveReport from './operations/save-report.ts'
import signReport from './operations/sign-report.ts'
import startReport from './operations/start-report.ts'
import submitReport from './operations/submit-report.ts'
import type { Body } from './model/body.ts'
import { cellsOf } from './model/body.ts'
import { figureSheets } from './model/sheet.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let services: ReturnType<typeof testServices>
let officer: Actor
let head: Actor
let principal: Actor
let reportId: string
const activityId = uuidv7()

beforeAll(async () => {
  world = await aWorld(new Date('2026-05-04T02:00:00Z'))
  sector = await aSector(world)
  services = testServices(world)
  officer = await world.person(sector.department, ['department_officer'], { name: 'Đỗ Quang Minh' })
  head = await world.person(sector.highSchool, ['committee_head'], { name: 'Lê Thị Mơ' })
  principal = await world.person(sector.highSchool, ['principal'], { name: 'Phạm Văn Sông' })
  await record(0, 212)
  const { roundId } = await createRound.run(world.as(officer), aRound(sector.department))
  await openRound.run(world.as(officer), { roundId })
  reportId = (await listReports.run(world.as(head), { unitId: sector.highSchool }))[0]!.id
})

/** Records the session, or changes it when `revision` names what stands. */
async function record(revision: number, girls: number, reason?: string): Promise<void> {
  const headCounts = [
    { audience: 'pupils', sex: 'F', ageGroup: '', ethnicity: '', contacts: girls, persons: null },
    { audience: 'pupils', sex: 'M', ageGroup: '', ethnicity: '', contacts: 198, persons: null },
  ] as const
  const values = { onDay: '2026-03-09', untilDay: null, title: 'Tình bạn đẹp', place: 'Sân trường', result: null, fields: { channel: 'flag_ceremony' }, headCounts: [...headCounts], cost: null, costSource: null, taskId: null, planId: null, nodeId: null }
  await saveActivity.run(world.as(head), { unitId: sector.highSchool, recordId: activityId, kind: 'communication', kindVersion: 1, revision, state: 'recorded', values, ...(reason ? { reason } : {}) } as Parameters<typeof saveActivity.run>[1])
}

const valueAt = (body: Body, key: string) => cellsOf(body).find((cell) => cell.key === key)?.value
const view = () => getReport.run(world.as(head), { reportId })

describe('a report over what a school has recorded', () => {
  it('has its figures and sentences from the records, with their sources', async () => {
    await startReport.run(world.as(head), { reportId })
    const { body } = await view()
    expect(['sessions/number', 'all/total', 'pupils/female', 'pupils/male'].map((place) => valueAt(body, `b10/${place}`))).toEqual([1, 410, 212, 198])
    expect(cellsOf(body).find(({ key }) => key === 'communication_figures/C01')).toMatchObject({ value: 1, formulaVersion: 1 })
    const told = body.parts.find(({ key }) => key === 'communication_told')
    expect(told).toMatchObject({ sentences: [{ text: 'Tổ chức 01 cuộc truyền thông, phổ biến về bình đẳng giới với 410 lượt học sinh (212 nữ, 198 nam).', sources: [{ id: activityId }] }, {}] })
  })

  it('asks about the activity without evidence, and goes on with a note', async () => {
    const texts = { highlights: 'Ngày hội an toàn.', difficulties: 'Thiếu báo cáo viên.', next: 'Tập huấn giáo viên.', proposals: 'Không có.' }
    await saveReport.run(world.as(head), { reportId, changes: Object.entries(texts).map(([key, after]) => ({ kind: 'texts', key, before: null, after })) })
    await expect(presentReport.run(world.as(head), { reportId })).rejects.toMatchObject({ code: 'reports.not_ready', params: { count: 1, field: 'communication_told' } })
    await saveReport.run(world.as(head), { reportId, changes: [{ kind: 'notes', key: 'evidence_missing:communication_told', before: null, after: 'Ảnh lưu ở văn phòng Đoàn.' }] })
    await presentReport.run(world.as(head), { reportId })
  })

  it('is not signed over records that have changed since it was read, and goes out as it was signed: what changed between is shown to both sides', async () => {
    const { digest } = await getReport.run(world.as(principal), { reportId })
    await record(1, 214)
    await expect(signReport.run(world.as(principal), { reportId, digest })).rejects.toMatchObject({ code: 'reports.changed_meanwhile' })
    await signReport.run(world.as(principal), { reportId, digest: (await getReport.run(world.as(principal), { reportId })).digest })
    await record(2, 213)
    expect((await view()).differences).toContainEqual({ key: 'b10/pupils/female', given: 214, now: 213 })
    expect(await submitReport.run(world.as(head), { reportId })).toMatchObject({ number: 1 })
    await drainJobs(world, services)
    expect(await view()).toMatchObject({ corrections: [{ number: 1, reason: expect.stringContaining('sau khi ký') }] })
    expect(valueAt((await getReport.run(world.as(officer), { reportId })).body, 'b10/pupils/female')).toBe(214)
  })

  it('is held by the database as it was signed, and goes out like that', async () => {
    await recallReport.run(world.as(head), { reportId })
    await record(3, 214)
    await presentReport.run(world.as(head), { reportId })
    await signReport.run(world.as(principal), { reportId, digest: (await getReport.run(world.as(principal), { reportId })).digest })
    const change = sql`update reports.report set signed = jsonb_set(signed, '{window,to}', '"2026-05-26"') where id = ${reportId}`.execute(world.db)
    await expect(change).rejects.toMatchObject({ code: 'RP001' })
    await expect(sql`update reports.report set signed_digest = repeat('0', 64) where id = ${reportId}`.execute(world.db)).rejects.toMatchObject({ code: 'RP001' })
    expect(await submitReport.run(world.as(head), { reportId })).toMatchObject({ number: 2 })
  })

  it('prints in the official form with its appendix, and gives its figures as sheets', async () => {
    const { model, form, body } = await printReport.run(world.as(officer), { reportId })
    expect(model.header).toMatchObject({ docType: 'Báo cáo', issuer: 'TRƯỜNG THPT SÔNG MƠ', addressees: ['Sở Giáo dục Sông Mơ'], title: 'Kết quả công tác bình đẳng giới và vì sự tiến bộ của phụ nữ 6 tháng đầu năm 2026' })
    expect(model.signer).toEqual({ authority: null, position: 'HIỆU TRƯỞNG', name: 'Phạm Văn Sông' })
    expect(model.sections.filter(({ kind }) => kind === 'appendix').map(({ label }) => label)).toEqual(['Phụ lục I', 'Phụ lục II', 'Phụ lục III', 'Phụ lục IV', 'Phụ lục V', 'Phụ lục VI', 'Phụ lục VII', 'Phụ lục VIII'])
    expect((await services.writer.docx(model)).length).toBeGreaterThan(5_000)
    expect(figureSheets(form, body).find(({ name }) => name === 'B10')!.rows[2]).toEqual([expect.any(String), 'Trong đó: cán bộ, giáo viên, nhân viên', null, 'Chưa có số liệu', 'Chưa có số liệu', 'Chưa có số liệu', null, null, ''])
  })

  it('stays as it was given when a record under it is corrected; both sides are told, and the difference is shown', async () => {
    await expect(record(4, 200)).rejects.toMatchObject({ code: 'activities.frozen' })
    await record(4, 200, 'Đếm nhầm lớp 10A2')
    await drainJobs(world, services)
    const seen = await view()
    expect(valueAt(seen.body, 'b10/pupils/female')).toBe(214)
    expect(seen.corrections).toMatchObject([{ number: 2, sourceUnitName: 'Trường THPT Sông Mơ', reason: 'Đếm nhầm lớp 10A2' }])
    expect(seen.differences).toContainEqual({ key: 'b10/pupils/female', given: 214, now: 200 })
    const todos = await listTodosOperation(world).run(world.as(head), { unitId: sector.highSchool })
    expect(todos.map(({ id }) => id)).toContain(`reports.correct:${reportId}`)
    expect((await getReport.run(world.as(officer), { reportId })).corrections).toHaveLength(1)
  })

  it('agrees again with a second version that names the reason', async () => {
    await correctReport.run(world.as(head), { reportId, reason: 'Sửa số học sinh nữ lớp 10A2.' })
    await presentReport.run(world.as(head), { reportId })
    await signReport.run(world.as(principal), { reportId, digest: (await getReport.run(world.as(principal), { reportId })).digest })
    expect(await submitReport.run(world.as(head), { reportId })).toMatchObject({ number: 3, isLate: false })
    const seen = await view()
    expect([valueAt(seen.body, 'b10/pupils/female'), seen.corrections, seen.differences]).toEqual([200, [], []])
  })
})
