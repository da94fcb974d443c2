import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { buildServer } from '#app/server.ts'
import type { Actor } from '#core/access/request.ts'
import { SESSION_COOKIE } from '#core/access/session.ts'
import { newToken, tokenHash } from '#core/access/token.ts'
import { freeze } from '#core/facts/freeze.ts'
import { asSystem } from '#core/access/operation.ts'
import { defineKind, type Kind } from '#core/records/model/kind.ts'
import { uuidv7 } from '#platform/ids.ts'
import { readTypedSheets } from '#platform/sheets.ts'
import { testServices } from '#testing/services.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import type { Values } from './contract.ts'
import type { AttendanceAnswer } from './attendance-contract.ts'
import type { ImportAnswer } from './sheet-contract.ts'
import { KINDS } from './kinds/all.ts'
import getActivity from './operations/get-activity.ts'
import listActivities from './operations/list-activities.ts'
import removeActivity from './operations/remove-activity.ts'
import saveActivity from './operations/save-activity.ts'

let world: World
let app: FastifyInstance
let unitId: string
let head: Actor
let cookie: string
let officer: string

/** A kind as a new file would declare it: nothing else is written for it. */
const garden = defineKind({
  code: 'garden', version: 3, titleKey: 'activities.title', icon: 'activity',
  fields: [{ id: 'trees', type: 'number', required: true }, { id: 'style', type: 'choice', choices: ['round', 'square'] }, { id: 'planted_on', type: 'date' }, { id: 'plants', type: 'list' }, { id: 'prize', type: 'money' }, { id: 'keeper', type: 'person' }],
  audiences: ['pupils', 'parents'], counting: 'repeated', ask: ['ethnicity'], evidence: { min: 3, what: 'photo' }, measures: ['count', 'contacts', 'persons', 'trees', 'prize'], detail: 'style',
})

beforeAll(async () => {
  ;(KINDS as Map<string, Kind>).set(garden.code, garden)
  world = await aWorld(new Date('2026-05-20T02:00:00Z'))
  const services = testServices(world)
  const sector = await aSector(world)
  unitId = sector.highSchool
  head = await world.person(unitId, ['committee_head'])
  app = await buildServer({ config: services.config, db: world.db, jobs: world.jobs, product: world.product, services, clock: () => world.now })
  cookie = await sessionOf(head)
  officer = await sessionOf(await world.person(sector.department, ['department_officer']))
})
afterAll(async () => {
  ;(KINDS as Map<string, Kind>).delete(garden.code)
  await app.close()
})

async function sessionOf(actor: Actor): Promise<string> {
  const token = newToken()
  await sql`insert into access.session (token_hash, id, account_id, created_at, last_seen_at, expires_at)
    values (${tokenHash(token)}, ${actor.sessionId}, ${actor.accountId}, ${world.now}, ${world.now}, ${new Date(world.now.getTime() + 3_600_000)})`.execute(world.db)
  return `${SESSION_COOKIE}=${token}`
}

async function save(kind: string, changes: Partial<Values>): Promise<string> {
  const recordId = uuidv7()
  const values = { onDay: '2026-05-18', untilDay: null, title: `Mẫu ${kind}`, place: null, result: null, fields: {}, headCounts: [], cost: null, costSource: null, taskId: null, planId: null, nodeId: null, ...changes }
  await saveActivity.run(world.as(head), { unitId, recordId, kind, kindVersion: KINDS.get(kind)!.version, revision: 0, state: 'recorded', values })
  return recordId
}

async function workbook(search = ''): Promise<Buffer> {
  const answer = await app.inject({ url: `/api/units/${unitId}/activity-sheet.xlsx${search}`, headers: { cookie } })
  expect(answer.statusCode).toBe(200)
  return answer.rawPayload
}

async function send(bytes: Uint8Array, mode: 'thu' | 'ghi', by = cookie): Promise<{ status: number; body: ImportAnswer & { code?: string } }> {
  const form = new FormData()
  form.append('file', new File([bytes as Uint8Array<ArrayBuffer>], 'hoat-dong.xlsx'))
  const body = new Response(form)
  const answer = await app.inject({ method: 'POST', url: `/api/units/${unitId}/activity-sheet/${mode}`, headers: { cookie: by, 'content-type': body.headers.get('content-type')! }, payload: Buffer.from(await body.arrayBuffer()) })
  return { status: answer.statusCode, body: answer.json() }
}

type Rows = (string | number | boolean | Date | null)[][]

/** The sheet of a kind, without its rows: heading, and what a test writes under it by heading. */
async function filled(code: string, rows: readonly Readonly<Record<string, string | number | boolean | Date | null>>[]): Promise<{ name: string; rows: Rows }> {
  const sheets = await readTypedSheets(await workbook('?q=khong-co-gi'), 2000)
  const sheet = sheets.find(({ rows: [title] }) => String(title?.[0]).includes(`[${code}/`))!
  const heading = sheet.rows[0]!.map(String)
  const known = rows.flatMap((row) => Object.keys(row)).filter((name) => !heading.includes(name))
  expect(known).toEqual([])
  return { name: sheet.name, rows: [heading, ...rows.map((row) => heading.map((name) => row[name] ?? null))] }
}

const talk = { 'Từ ngày': '08/03/2026', 'Tên hoạt động': 'Tọa đàm 8/3' }

describe('the workbook', () => {
  it('has a sheet for every kind, and comes back without changing anything', async () => {
    const cell = { audience: 'pupils' as const, sex: 'F' as const, ageGroup: '' as const, ethnicity: '' as const, contacts: 12, persons: 5 }
    await save('communication', { untilDay: '2026-05-19', place: 'Sân trường', result: 'Vui\nvẻ', fields: { channel: 'talk', speaker: 'Cô Mẫu' }, headCounts: [{ ...cell, ethnicity: 'minority' }, { ...cell, sex: '' }], cost: 1_500_000, costSource: 'union' })
    await save('counselling', { fields: { concern: 'friendship' }, headCounts: [{ ...cell, ageGroup: '15_17' }, { ...cell, sex: 'M', ageGroup: '11_14', ethnicity: 'majority' }] })
    await save('garden', { fields: { trees: 12, style: 'round', planted_on: '2026-03-08', plants: ['Hoa hồng', 'Cây bàng'], prize: 200_000, keeper: 'Thầy Thử' }, headCounts: [cell] })
    const bytes = await workbook()
    expect((await readTypedSheets(bytes, 2000)).length).toBe(KINDS.size)
    expect((await send(bytes, 'thu')).body).toMatchObject({ fresh: 0, changed: 0, same: 3, faults: [], isDry: true })
    const before = await world.rows(sql`select id, revision from records.record order by id`)
    expect((await send(bytes, 'ghi')).body).toMatchObject({ fresh: 0, changed: 0, same: 3, faults: [] })
    expect(await world.rows(sql`select id, revision from records.record order by id`)).toEqual(before)
  })

  it('writes new rows once, however often it is sent, after a trial that writes nothing', async () => {
    const bytes = await writeXlsx({ sheets: [await filled('communication', [{ ...talk, 'Học sinh, trẻ em – Nữ': 30, 'Học sinh, trẻ em – Nam': '1.025', 'Kinh phí': 500000, 'Hình thức, kênh': 'noi chuyen, toa dam' }])] })
    expect((await send(bytes, 'thu')).body).toMatchObject({ fresh: 1, isDry: true, sample: [{ title: 'Tọa đàm 8/3', onDay: '2026-03-08', what: 'fresh' }] })
    expect((await listActivities.run(world.as(head), { unitId, q: 'toa dam 8/3' })).rows).toEqual([])
    expect((await send(bytes, 'ghi')).body).toMatchObject({ fresh: 1, faults: [], isDry: false })
    expect((await send(bytes, 'ghi')).body).toMatchObject({ fresh: 0, same: 1 })
    const { rows } = await listActivities.run(world.as(head), { unitId, q: 'toa dam 8/3' })
    expect(rows).toMatchObject([{ onDay: '2026-03-08', female: 30, male: 1025, cost: 500_000, detail: 'talk', state: 'recorded' }])
  })

  it('changes only what differs, and what it does not show stays', async () => {
    const planId = uuidv7()
    const recordId = await save('communication', { title: 'Cũ', planId, fields: { channel: 'talk' } })
    const [sheet] = await readTypedSheets(await workbook('?q=Cũ'), 2000)
    const rows = sheet!.rows.map((row) => [...row]) as Rows
    rows[1]![rows[0]!.indexOf('Tên hoạt động')] = 'Mới'
    expect((await send(await writeXlsx({ sheets: [{ name: 'A', rows }] }), 'ghi')).body).toMatchObject({ changed: 1, faults: [] })
    expect((await getActivity.run(world.as(head), { recordId })).values).toMatchObject({ title: 'Mới', planId, fields: { channel: 'talk' } })
    // The same file is older than the activity now.
    rows[1]![rows[0]!.indexOf('Tên hoạt động')] = 'Mới nữa'
    expect((await send(await writeXlsx({ sheets: [{ name: 'A', rows }] }), 'ghi')).body.faults).toMatchObject([{ code: 'sheet_newer', cell: 'A2' }])
  })
})

describe('a cell that cannot be', () => {
  it.each([
    ['negative', { 'Học sinh, trẻ em – Nữ': -3 }],
    ['not_whole', { 'Học sinh, trẻ em – Nam': 2.5 }],
    ['too_large', { 'Kinh phí': 1e12 }],
    ['not_number', { 'Giáo viên – Nữ': 'khoảng ba mươi' }],
    ['not_day', { 'Từ ngày': '31/02/2026' }],
    ['not_day', { 'Từ ngày': 46000 }],
    ['not_day', { 'Đến ngày': 'cuối tháng' }],
    ['days_reversed', { 'Đến ngày': '01/03/2026' }],
    ['required', { 'Tên hoạt động': null }],
    ['required', { 'Từ ngày': null }],
    ['not_choice', { 'Hình thức, kênh': 'Thả diều' }],
    ['sheet_id_unknown', { 'Mã bản ghi (không sửa) [communication/1]': uuidv7() }],
  ] as const)('is named with its address: %s', async (code, cells) => {
    const sheet = await filled('communication', [{ ...talk, 'Tên hoạt động': `Sai ${code}`, ...cells }])
    const { body } = await send(await writeXlsx({ sheets: [sheet] }), 'ghi')
    const column = sheet.rows[0]!.indexOf(Object.keys(cells)[0]!)
    const letters = column < 26 ? String.fromCharCode(65 + column) : `A${String.fromCharCode(39 + column)}`
    expect(body).toMatchObject({ isDry: true, faults: [{ code, sheet: sheet.name, row: 2, cell: `${letters}2`, column: Object.keys(cells)[0] }] })
  })

  it('keeps the whole file from being written', async () => {
    const sheet = await filled('communication', [{ ...talk, 'Tên hoạt động': 'Dòng đúng' }, { ...talk, 'Tên hoạt động': 'Dòng sai', 'Học sinh, trẻ em – Nữ': -1 }])
    await send(await writeXlsx({ sheets: [sheet] }), 'ghi')
    expect((await listActivities.run(world.as(head), { unitId, q: 'dong dung' })).rows).toEqual([])
  })

  it('is a formula or joined with others', async () => {
    const sheet = await filled('communication', [{ ...talk, 'Học sinh, trẻ em – Nữ': 3 }])
    const at = sheet.rows[0]!.indexOf('Học sinh, trẻ em – Nữ')
    const calculated = await writeXlsx({ sheets: [{ ...sheet, cells: new Map([[`1,${at}`, { formula: '1+2', formulaResult: 3 }]]) }] })
    expect((await send(calculated, 'ghi')).body.faults).toMatchObject([{ code: 'sheet_formula', row: 2 }])
    const joined = await writeXlsx({ sheets: [{ ...sheet, merges: [{ startRow: 1, endRow: 1, startCol: at, endCol: at + 1 }] }] })
    expect((await send(joined, 'ghi')).body.faults).toMatchObject([{ code: 'sheet_merged' }, { code: 'sheet_merged' }])
  })
})

describe('a file that is not ours', () => {
  it('is told from another version of the form, another form, and one with columns gone', async () => {
    const sheet = await filled('garden', [{ 'Từ ngày': '08/03/2026' }])
    const withHead = (title: string) => writeXlsx({ sheets: [{ name: 'A', rows: [[title, ...sheet.rows[0]!.slice(1)], ...sheet.rows.slice(1)] }] })
    expect((await send(await withHead('Mã bản ghi (không sửa) [garden/2]'), 'thu')).body.faults).toMatchObject([{ code: 'sheet_version', params: { file: 2, now: 3 } }])
    expect((await send(await withHead('Mã [party/1]'), 'thu')).body.faults).toMatchObject([{ code: 'sheet_kind_unknown' }])
    expect((await send(await withHead('STT'), 'thu')).body.faults).toMatchObject([{ code: 'sheet_unknown', cell: 'A1' }])
    const less = sheet.rows.map((row) => row.filter((_, at) => at !== 5))
    expect((await send(await writeXlsx({ sheets: [{ name: 'A', rows: less }] }), 'thu')).body.faults).toMatchObject([{ code: 'sheet_column_missing' }])
  })

  it.each([['wrong_type', 'a,b\n1,2'], ['legacy_xls', '\xd0\xcf\x11\xe0xx'], ['broken', 'PK\x03\x04xx']])('is refused as %s', async (fault, text) => {
    expect(await send(Buffer.from(text, 'latin1'), 'thu')).toMatchObject({ status: 422, body: { code: `activities.workbook_${fault}` } })
  })

  it('is taken from nobody who may not write', async () => {
    expect(await send(await writeXlsx({ sheets: [{ name: 'A', rows: [['x']] }] }), 'ghi', officer)).toMatchObject({ status: 403 })
  })
})

describe('an activity that a report was submitted with', () => {
  it('asks for a reason, shows every report, keeps the old version and tells', async () => {
    const recordId = await save('garden', { title: 'Vườn đã báo cáo', fields: { trees: 5 } })
    const holder = { holderTable: 'reports.report', holderId: uuidv7(), unitId, title: 'Báo cáo 6 tháng đầu năm 2026' }
    await asSystem(world.as(null), (tx) => freeze(tx, { ...holder, sources: [{ sourceTable: 'records.record', sourceId: recordId, digest: 'a'.repeat(64) }] }))
    const { values, frozenBy } = await getActivity.run(world.as(head), { recordId })
    expect(frozenBy).toEqual([{ title: holder.title, unitId, unitName: 'Trường THPT Sông Mơ' }])
    const change = { unitId, recordId, kind: 'garden', kindVersion: 3, revision: 1, state: 'recorded', values: { ...values, fields: { trees: 8 } } }
    await expect(saveActivity.run(world.as(head), change)).rejects.toMatchObject({ kind: 'conflict', code: 'activities.frozen', params: { reports: 1, first: holder.title } })
    await expect(removeActivity.run(world.as(head), { recordId })).rejects.toMatchObject({ code: 'activities.frozen' })
    const [sheet] = await readTypedSheets(await workbook('?q=vuon+da+bao+cao'), 2000)
    const rows = sheet!.rows.map((row) => [...row]) as Rows
    rows[1]![rows[0]!.indexOf('activities.field_trees')] = 9
    expect((await send(await writeXlsx({ sheets: [{ name: 'A', rows }] }), 'ghi')).body.faults).toMatchObject([{ code: 'sheet_frozen' }])
    expect(await saveActivity.run(world.as(head), { ...change, reason: 'Đếm sót ba cây' })).toMatchObject({ revision: 2 })
    const versions = await world.rows(sql<{ trees: number; reason: string | null }>`select (values->'fields'->>'trees')::int as trees, reason from records.record_version where record_id = ${recordId} order by revision`)
    expect(versions).toEqual([{ trees: 5, reason: null }, { trees: 8, reason: 'Đếm sót ba cây' }])
  })
})

it('a new kind needs nothing but its declaration: it is saved, listed, counted', async () => {
  const recordId = await save('garden', { title: 'Vườn trường', onDay: '2026-01-05', fields: { trees: 7, style: 'square', prize: 50_000 }, headCounts: [{ audience: 'parents', sex: 'M', ageGroup: '', ethnicity: '', contacts: 9, persons: 4 }] })
  expect((await listActivities.run(world.as(head), { unitId, kind: 'garden', month: '2026-01', audience: 'parents', q: 'vuon' })).rows).toMatchObject([{ id: recordId, male: 9, persons: 4, evidenceMissing: 3 }])
  const facts = await world.rows(sql<{ fact: string }>`select concat_ws('|', measure, sex, audience, detail, value::int) as fact from activities.fact where source_id = ${recordId} order by 1`)
  expect(facts.map(({ fact }) => fact)).toEqual(['garden.contacts|M|parents|square|9', 'garden.count|||square|1', 'garden.persons|M|parents|square|4', 'garden.prize|||square|50000', 'garden.trees|||square|7'])
  const dirty = await world.rows(sql`select from_day from facts.dirty where unit_id = ${unitId} and from_day = '2026-01-05'`)
  expect(dirty).toHaveLength(1)
})

describe('a list of participants', () => {
  const names = [
    { fullName: 'Lò Thị Mẫu', audience: 'pupils' as const, sex: 'F' as const, ageGroup: '15_17' as const, ethnicity: 'minority' as const, group: '10A1' },
    { fullName: 'Trần Văn Thử', audience: 'teachers' as const, sex: 'M' as const, ageGroup: '' as const, ethnicity: 'majority' as const, group: null },
  ]
  const read = async (bytes: Uint8Array, by = cookie) => {
    const form = new FormData()
    form.append('file', new File([bytes as Uint8Array<ArrayBuffer>], 'danh-sach.xlsx'))
    const body = new Response(form)
    const answer = await app.inject({ method: 'POST', url: `/api/units/${unitId}/attendance-sheet/communication`, headers: { cookie: by, 'content-type': body.headers.get('content-type')! }, payload: Buffer.from(await body.arrayBuffer()) })
    return { status: answer.statusCode, body: answer.json() as AttendanceAnswer }
  }
  const list = (search: string, by = cookie) => app.inject({ url: `/api/units/${unitId}/attendance-sheet.xlsx?kind=communication${search}`, headers: { cookie: by } })

  it('goes out and comes back the same; the form to fill in is an empty one', async () => {
    const recordId = await save('communication', {})
    const { values, revision } = await getActivity.run(world.as(head), { recordId })
    await saveActivity.run(world.as(head), { unitId, recordId, kind: 'communication', kindVersion: 1, revision, state: 'recorded', values, attendance: names })
    const file = await list(`&recordId=${recordId}`)
    expect(file.statusCode).toBe(200)
    expect((await read(file.rawPayload)).body).toEqual({ attendees: names, faults: [] })
    expect((await readTypedSheets((await list('')).rawPayload, 10))[0]!.rows).toEqual([['Họ và tên', 'Đối tượng', 'Giới tính', 'Độ tuổi', 'Dân tộc', 'Lớp, đơn vị']])
  })

  it('of a class as schools have it is understood, and whom it is of', async () => {
    const rows = [['LỚP 10A1'], ['STT', 'Họ tên', 'Nam/Nữ', 'Dân tộc', 'Lớp'], [1, 'Vàng Thị Mẫu', 'nữ', 'Mông', '10A1'], [2, 'Nguyễn Văn Thử', 'Nam', 'Kinh', '10A1']]
    const { attendees, faults } = (await read(await writeXlsx({ sheets: [{ name: 'Lop', rows }] }))).body
    expect(faults).toEqual([])
    expect(attendees.map(({ fullName, audience, sex, ethnicity, group }) => [fullName, audience, sex, ethnicity, group])).toEqual([
      ['Vàng Thị Mẫu', 'pupils', 'F', 'minority', '10A1'],
      ['Nguyễn Văn Thử', 'pupils', 'M', 'majority', '10A1'],
    ])
  })

  it('with cells that cannot be is answered cell by cell', async () => {
    const rows = [['Họ và tên', 'Giới tính', 'Đối tượng'], ['Lò Thị Mẫu', 'gái?', null], [null, 'Nữ', 'Ông bà']]
    const { attendees, faults } = (await read(await writeXlsx({ sheets: [{ name: 'A', rows }] }))).body
    expect(attendees).toEqual([])
    expect(faults.map(({ cell, code }) => [cell, code])).toEqual([['B2', 'not_choice'], ['A3', 'required'], ['C3', 'not_choice']])
    expect((await read(await writeXlsx({ sheets: [{ name: 'A', rows: [['Tên trường'], ['x']] }] }))).body.faults).toMatchObject([{ code: 'list_unknown' }])
  })

  it('is given to nobody above, and taken from nobody there', async () => {
    expect((await list('', officer)).statusCode).toBe(403)
    expect((await read(await writeXlsx({ sheets: [{ name: 'A', rows: [['Họ và tên'], ['A']] }] }), officer)).status).toBe(403)
  })
})
