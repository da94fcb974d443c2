import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Actor } from '#core/access/request.ts'
import { aRound } from '#testing/rounds.ts'
import { handIn, signReady } from '#testing/simulate/report.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { partsOf } from './model/form.ts'
import createRound from './operations/create-round.ts'
import getReport from './operations/get-report.ts'
import listReports from './operations/list-reports.ts'
import openRound from './operations/open-round.ts'
import saveReport from './operations/save-report.ts'
import startReport from './operations/start-report.ts'
import writeApart from './operations/write-apart.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let writer: Actor
let head: Actor

beforeAll(async () => {
  world = await aWorld(new Date('2026-05-04T02:00:00Z'))
  sector = await aSector(world)
})

/** The same half-year asked by the Department and by the commune: two reports of one school, both begun. */
async function twoDrafts() {
  const school = await world.unit({ schoolLevels: ['primary'], administrative: sector.commune, professional: sector.department })
  writer = await world.person(school, ['committee_head'])
  head = await world.person(school, ['principal'])
  const ask = async (unitId: string, role: 'department_officer' | 'commune_officer', patch: object) => {
    const officer = await world.person(unitId, [role])
    const { roundId } = await createRound.run(world.as(officer), aRound(unitId, { audience: { by: 'list', unitIds: [school] }, ...patch }))
    await openRound.run(world.as(officer), { roundId })
    const { id } = (await listReports.run(world.as(writer), { unitId: school })).find(({ round }) => round.id === roundId)!
    await startReport.run(world.as(writer), { reportId: id })
    return id
  }
  return { one: await ask(sector.department, 'department_officer', {}), other: await ask(sector.commune, 'commune_officer', { line: 'administrative', title: 'Báo cáo gửi phường' }) }
}

const view = (reportId: string) => getReport.run(world.as(writer), { reportId })
const textOf = async (reportId: string, key = 'highlights') => (await view(reportId)).entries.texts[key] ?? null
const write = (reportId: string, before: string | null, after: string | null, key = 'highlights') => saveReport.run(world.as(writer), { reportId, changes: [{ kind: 'texts', key, before, after }] })
/** Writes every text that is wanted. */
async function fill(reportId: string) {
  const { form, entries } = await view(reportId)
  const missing = partsOf(form).filter((part) => part.kind === 'text' && part.required && !entries.texts[part.key])
  for (const { key } of missing) await write(reportId, null, `Nội dung mẫu của mục ${key}, viết riêng cho kỳ này.`, key)
}

const cell = (value: number) => ({ state: 'value' as const, value, estimate: null, note: null })

describe('two drafts over the same time for two superiors', () => {
  it('have one text and one figure by hand, whichever of them is written in', async () => {
    const { one, other } = await twoDrafts()
    const before = await textOf(one)
    await write(one, before, 'Ngày hội an toàn.')
    expect(await textOf(other)).toBe('Ngày hội an toàn.')
    await write(other, 'Ngày hội an toàn.', 'Ngày hội an toàn cho 410 em.')
    expect(await textOf(one)).toBe('Ngày hội an toàn cho 410 em.')
    await saveReport.run(world.as(writer), { reportId: one, changes: [{ kind: 'cells', key: 'b15/all/spent', before: (await view(one)).entries.cells['b15/all/spent'] ?? null, after: cell(3_000_000) }] })
    expect((await view(other)).entries.cells['b15/all/spent']).toEqual(cell(3_000_000))
    expect((await view(one)).inStep).toMatchObject([{ reportId: other, title: 'Báo cáo gửi phường', superiorName: 'Phường Thạch Mơ', apart: 0 }])
  })

  it('go their own ways from when one of them is handed to the head', async () => {
    const { one, other } = await twoDrafts()
    await fill(one)
    await write(one, await textOf(one), 'Chung cho cả hai nơi.')
    await signReady(world, { writer, head }, one)
    expect([(await view(other)).inStep, await textOf(other)]).toEqual([[], 'Chung cho cả hai nơi.'])
    await write(other, 'Chung cho cả hai nơi.', 'Riêng cho phường.')
    expect([await textOf(one), await textOf(other)]).toEqual(['Chung cho cả hai nơi.', 'Riêng cho phường.'])
  })

  it('keep apart what was written otherwise for one of them', async () => {
    const { one, other } = await twoDrafts()
    await saveReport.run(world.as(writer), { reportId: one, changes: [{ kind: 'texts', key: 'difficulties', before: await textOf(one, 'difficulties'), after: 'Thiếu báo cáo viên.' }] })
    await world.rows(sql`update reports.report set entries = jsonb_set(entries, '{texts,difficulties}', '"Chỉ gửi phường."') where id = ${other}`)
    await write(one, 'Thiếu báo cáo viên.', 'Thiếu hai báo cáo viên.', 'difficulties')
    expect([await textOf(one, 'difficulties'), await textOf(other, 'difficulties'), (await view(one)).inStep[0]!.apart]).toEqual(['Thiếu hai báo cáo viên.', 'Chỉ gửi phường.', 1])
  })

  it('are written apart when the unit wants that, and together again, and lose nothing either way', async () => {
    const { one, other } = await twoDrafts()
    await write(one, await textOf(one), 'Chung cho cả hai nơi.')
    await writeApart.run(world.as(writer), { reportId: one, isApart: true })
    await write(one, 'Chung cho cả hai nơi.', 'Riêng cho Sở.')
    await write(other, 'Chung cho cả hai nơi.', 'Riêng cho phường.')
    expect([await textOf(one), await textOf(other)]).toEqual(['Riêng cho Sở.', 'Riêng cho phường.'])
    expect([(await view(one)).isApart, (await view(other)).inStep]).toMatchObject([true, [{ reportId: one, isApart: true, apart: 1 }]])
    await writeApart.run(world.as(writer), { reportId: one, isApart: false })
    const next = await textOf(one, 'next')
    await write(one, 'Riêng cho Sở.', 'Vẫn riêng cho Sở.')
    await write(one, next, 'Tập huấn giáo viên.', 'next')
    expect([await textOf(other), await textOf(other, 'next')]).toEqual(['Riêng cho phường.', 'Tập huấn giáo viên.'])
  })

  it('do not carry over an edit that met another one, nor one into a submitted report', async () => {
    const { one, other } = await twoDrafts()
    const before = await textOf(one)
    await write(one, before, 'Bản thứ nhất.')
    expect((await write(one, before ?? 'khác', 'Bản đến sau.')).conflicts).toHaveLength(1)
    expect(await textOf(other)).toBe('Bản thứ nhất.')
    await fill(other)
    await handIn(world, { writer, head }, other)
    await write(one, 'Bản thứ nhất.', 'Bản sau khi nộp.')
    expect(await textOf(other)).toBe('Bản thứ nhất.')
  })

  it('are saved side by side without waiting for each other for good', async () => {
    const { one, other } = await twoDrafts()
    const [a, b] = [await textOf(one, 'next'), await textOf(other, 'proposals')]
    await Promise.all([write(one, a, 'Tập huấn giáo viên.', 'next'), write(other, b, 'Cấp thêm tài liệu.', 'proposals')])
    for (const id of [one, other]) expect([await textOf(id, 'next'), await textOf(id, 'proposals')]).toEqual(['Tập huấn giáo viên.', 'Cấp thêm tài liệu.'])
  })
})
