import { beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import type { Actor } from '#core/access/request.ts'
import { aRound } from '#testing/rounds.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import changeRound from './operations/change-round.ts'
import createRound from './operations/create-round.ts'
import getReport from './operations/get-report.ts'
import getRound from './operations/get-round.ts'
import listReports from './operations/list-reports.ts'
import openRound from './operations/open-round.ts'
import previewRound from './operations/preview-round.ts'
import saveReport from './operations/save-report.ts'
import startReport from './operations/start-report.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let officer: Actor
let communeOfficer: Actor
let head: Actor

beforeAll(async () => {
  world = await aWorld(new Date('2026-05-04T02:00:00Z'))
  sector = await aSector(world)
  officer = await world.person(sector.department, ['department_officer'])
  communeOfficer = await world.person(sector.commune, ['commune_officer'])
  head = await world.person(sector.highSchool, ['committee_head'], { name: 'Lê Thị Mơ' })
})

async function anOpenRound(patch: Parameters<typeof aRound>[1] = {}, exempt: { unitId: string; reason: string }[] = []) {
  const { roundId } = await createRound.run(world.as(officer), aRound(sector.department, patch))
  const opened = await openRound.run(world.as(officer), { roundId, exempt })
  return { roundId, opened }
}

const reportOf = async (actor: Actor, unitId: string, roundId: string) =>
  (await listReports.run(world.as(actor), { unitId })).find((report) => report.round.id === roundId)

describe('a round of reports', () => {
  it('asks schools of a level along a line, and is due the day before the day that it names', async () => {
    const preview = await previewRound.run(world.as(officer), aRound(sector.department, { audience: { by: 'kind', levels: ['school'], schoolLevels: ['primary'] } }))
    expect(preview).toMatchObject({ dueOn: '2026-05-27', treeOn: '2026-05-04', recipients: [{ unitId: sector.primarySchool }], gone: [], reuse: [] })
    expect(preview.figures).toBeGreaterThan(100)
  })

  it('asks along the administrative line what the commune manages alone', async () => {
    const preview = await previewRound.run(world.as(communeOfficer), aRound(sector.commune, { line: 'administrative' }))
    expect(preview.recipients.map(({ unitId }) => unitId)).toEqual([sector.primarySchool])
  })

  it('opens with a report for every recipient, the exempted one visible with its reason', async () => {
    const { roundId, opened } = await anOpenRound({}, [{ unitId: sector.primarySchool, reason: 'Trường đang sửa chữa, nghỉ cả kỳ' }])
    expect(opened).toEqual({ roundId, reports: 2, exempt: 1 })
    expect(await getRound.run(world.as(officer), { roundId })).toMatchObject({ state: 'open', counts: { not_started: 1, exempt: 1 }, actions: ['manage', 'close'] })
    expect(await reportOf(head, sector.highSchool, roundId)).toMatchObject({ state: 'not_started', dueOn: '2026-05-27' })
    const exempted = await reportOf(communeOfficer, sector.primarySchool, roundId)
    expect(exempted).toMatchObject({ state: 'exempt', exemptReason: 'Trường đang sửa chữa, nghỉ cả kỳ' })
  })

  it('is opened once', async () => {
    const { roundId } = await anOpenRound()
    await expect(openRound.run(world.as(officer), { roundId })).rejects.toMatchObject({ code: 'reports.wrong_state' })
    await expect(changeRound.run(world.as(officer), { ...aRound(sector.department), roundId })).rejects.toMatchObject({ code: 'reports.wrong_state' })
  })

  it('is not opened after its own due day, nor for nobody', async () => {
    const late = await createRound.run(world.as(officer), aRound(sector.department, { deadline: { day: '2026-05-04', word: 'before' } }))
    await expect(openRound.run(world.as(officer), { roundId: late.roundId })).rejects.toMatchObject({ code: 'reports.due_passed' })
    const nobody = await createRound.run(world.as(officer), aRound(sector.department, { audience: { by: 'kind', levels: ['district_office'] } }))
    await expect(openRound.run(world.as(officer), { roundId: nobody.roundId })).rejects.toMatchObject({ code: 'reports.no_recipients' })
  })

  it('refuses days that contradict each other', async () => {
    const refused = async (patch: Parameters<typeof aRound>[1], code: string) =>
      expect(createRound.run(world.as(officer), aRound(sector.department, patch))).rejects.toMatchObject({ kind: 'invalid', code })
    await refused({ period: { from: '2026-06-14', to: '2025-12-15', label: 'x' } }, 'reports.period_reversed')
    await refused({ window: { from: '2025-01-01', to: '2026-05-31' } }, 'reports.window_outside')
    await refused({ acceptLateUntil: '2026-05-01' }, 'reports.late_before_due')
    await refused({ audience: { by: 'list', unitIds: [sector.ministry] } }, 'reports.recipient_elsewhere')
  })

  it('is made by officers of the superior alone', async () => {
    await expect(createRound.run(world.as(head), aRound(sector.highSchool))).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(createRound.run(world.as(communeOfficer), aRound(sector.department))).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('is unknown below before it opens, and to those whom it does not ask', async () => {
    const draft = await createRound.run(world.as(officer), aRound(sector.department))
    await expect(getRound.run(world.as(head), draft)).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('keeps its own form when the product has a newer one', async () => {
    const { roundId } = await anOpenRound()
    const older = sql`update reports.round set form = jsonb_set(form, '{version}', '0') where id = ${roundId}`
    await world.rows(older as ReturnType<typeof sql<unknown>>)
    expect((await getRound.run(world.as(officer), { roundId })).form.version).toBe(0)
  })

  it('asks the unit that carries on, not the one that was merged after the period', async () => {
    const closed = await world.unit({ name: 'Trường THPT Cũ', professional: sector.department, until: '2026-04-20' })
    const merged = await world.unit({ name: 'Trường THPT Hợp Nhất', professional: sector.department, from: '2026-04-20' })
    await world.succeed(closed, merged, '2026-04-20')
    const preview = await previewRound.run(world.as(officer), aRound(sector.department, { period: { from: '2025-12-15', to: '2026-03-31', label: 'Quý I' }, window: { from: '2025-12-15', to: '2026-03-31' } }))
    expect(preview.treeOn).toBe('2026-03-31')
    expect(preview.recipients.map(({ name }) => name)).toContain('Trường THPT Hợp Nhất')
    expect(preview.gone.map(({ name }) => name)).toEqual(['Trường THPT Cũ'])
  })
})

describe('the report of a unit', () => {
  it('is begun, written field by field, and counts what is filled', async () => {
    const { roundId } = await anOpenRound()
    const { id: reportId } = (await reportOf(head, sector.highSchool, roundId))!
    expect(await startReport.run(world.as(head), { reportId })).toMatchObject({ state: 'draft', taken: 0 })
    const before = await getReport.run(world.as(head), { reportId })
    expect(before.actions).toEqual(['edit', 'present'])
    expect(before.checks.filter(({ code }) => code === 'text_missing')).toHaveLength(4)

    const saved = await saveReport.run(world.as(head), {
      reportId,
      changes: [
        { kind: 'texts', key: 'difficulties', before: null, after: 'Thiếu báo cáo viên.' },
        { kind: 'cells', key: 'b15/all/spent', before: null, after: { state: 'value', value: 3_000_000, estimate: 5_000_000, note: null } },
      ],
    })
    expect(saved).toMatchObject({ revision: 2, conflicts: [] })
    const after = await getReport.run(world.as(head), { reportId })
    expect(after.filled).toBe(before.filled! + 1)
    expect(after.body.parts.find(({ key }) => key === 'b15')).toMatchObject({ cells: expect.arrayContaining([expect.objectContaining({ key: 'b15/all/spent', state: 'value', value: 3_000_000, estimate: 5_000_000, byHand: true })]) })
  })

  it('refuses a second beginning, strange fields and numbers that cannot be', async () => {
    const { roundId } = await anOpenRound()
    const { id: reportId } = (await reportOf(head, sector.highSchool, roundId))!
    await startReport.run(world.as(head), { reportId })
    await expect(startReport.run(world.as(head), { reportId })).rejects.toMatchObject({ code: 'reports.wrong_state' })
    const cell = (key: string, value: number) => saveReport.run(world.as(head), { reportId, changes: [{ kind: 'cells', key, before: null, after: { state: 'value', value, estimate: null, note: null } }] })
    await expect(cell('b99/all/total', 1)).rejects.toMatchObject({ code: 'reports.field_unknown' })
    await expect(cell('b8/enrolled/share', 1)).rejects.toMatchObject({ code: 'reports.field_unknown' })
    await expect(cell('b8/enrolled/total', -1)).rejects.toMatchObject({ code: 'reports.figure_negative' })
    await expect(cell('b8/enrolled/total', 1.5)).rejects.toMatchObject({ code: 'reports.figure_decimal' })
    await expect(cell('b8/enrolled/total', 1e12)).rejects.toMatchObject({ code: 'reports.figure_too_big' })
  })

  it('says what a colleague changed meanwhile and keeps it', async () => {
    const { roundId } = await anOpenRound()
    const { id: reportId } = (await reportOf(head, sector.highSchool, roundId))!
    await startReport.run(world.as(head), { reportId })
    const write = (after: string) => saveReport.run(world.as(head), { reportId, changes: [{ kind: 'texts', key: 'next', before: null, after }] })
    await write('Câu của cô Hà.')
    expect(await write('Câu của tôi.')).toMatchObject({ conflicts: [{ kind: 'texts', key: 'next', theirs: 'Câu của cô Hà.' }], entries: { texts: { next: 'Câu của cô Hà.' } } })
  })

  it('takes over what another report over the same window says already', async () => {
    const first = await anOpenRound()
    const one = (await reportOf(head, sector.highSchool, first.roundId))!.id
    await startReport.run(world.as(head), { reportId: one })
    await saveReport.run(world.as(head), { reportId: one, changes: [{ kind: 'texts', key: 'proposals', before: null, after: 'Xin thêm tài liệu.' }] })
    const second = await anOpenRound()
    const two = (await reportOf(head, sector.highSchool, second.roundId))!.id
    expect((await startReport.run(world.as(head), { reportId: two })).taken).toBeGreaterThan(0)
    expect((await getReport.run(world.as(head), { reportId: two })).entries.texts['proposals']).toBe('Xin thêm tài liệu.')
  })

  it('is its own while it is written: the superior sees that it is begun, not what it says', async () => {
    const { roundId } = await anOpenRound()
    const { id: reportId } = (await reportOf(head, sector.highSchool, roundId))!
    await startReport.run(world.as(head), { reportId })
    expect(await getRound.run(world.as(officer), { roundId })).toMatchObject({ counts: { draft: 1 } })
    await expect(getReport.run(world.as(officer), { reportId })).rejects.toMatchObject({ code: 'reports.not_given_yet' })
  })

  it('is not known to a unit beside it', async () => {
    const { roundId } = await anOpenRound()
    const { id: reportId } = (await reportOf(head, sector.highSchool, roundId))!
    const stranger = await world.person(sector.primarySchool, ['committee_head'])
    await expect(getReport.run(world.as(stranger), { reportId })).rejects.toMatchObject({ kind: 'not_found' })
    await expect(startReport.run(world.as(stranger), { reportId })).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('cannot go on in a unit that was merged in the middle of the round; the sentence says who carries on', async () => {
    const school = await world.unit({ name: 'Trường THPT Sắp Nhập', professional: sector.department })
    const writer = await world.person(school, ['committee_head'])
    const { roundId } = await anOpenRound()
    const { id: reportId } = (await reportOf(writer, school, roundId))!
    await startReport.run(world.as(writer), { reportId })
    const successor = await world.unit({ name: 'Trường THPT Tiếp Nhận', professional: sector.department })
    await world.rows(sql<unknown>`update units.unit set closed_on = '2026-05-03' where id = ${school}`)
    await world.rows(sql<unknown>`update units.unit_version set valid = '[2020-01-01,2026-05-03)' where unit_id = ${school}`)
    await world.rows(sql<unknown>`select units.derive_ancestors(array[${school}]::uuid[])`)
    await world.succeed(school, successor, '2026-05-03')
    await expect(saveReport.run(world.as(writer), { reportId, changes: [{ kind: 'texts', key: 'next', before: null, after: 'a' }] })).rejects.toMatchObject({
      code: 'reports.unit_closed',
      params: { on: '03/05/2026', successors: 'Trường THPT Tiếp Nhận' },
    })
  })
})
