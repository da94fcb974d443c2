import { beforeAll, describe, expect, it } from 'vitest'
import { drainTotals } from '#core/facts/drain.ts'
import type { Actor } from '#core/access/request.ts'
import { readSheet, writeSheets } from '#platform/sheets.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import words from './i18n/vi.json' with { type: 'json' }
import { tableSheets } from './model/table-sheet.ts'
import exportTable from './operations/export-table.ts'
import getTable from './operations/get-table.ts'
import listBelow from './operations/list-below.ts'
import saveHandFigure from './operations/save-hand-figure.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let other: string
let gone: string
let officer: Actor
let ministry: Actor

beforeAll(async () => {
  world = await aWorld(new Date('2026-11-21T02:00:00Z'))
  sector = await aSector(world)
  other = await world.unit({ level: 'department', name: 'Sở Giáo dục Đồng Lúa', professional: sector.ministry })
  gone = await world.unit({ level: 'department', name: 'Sở Giáo dục Bến Cũ', professional: sector.ministry, until: '2025-07-01' })
  const otherSchool = await world.unit({ name: 'Trường THPT Đồng Lúa', professional: other })
  const goneSchool = await world.unit({ name: 'Trường THPT Bến Cũ', professional: gone, until: '2025-07-01' })
  officer = await world.person(sector.department, ['department_officer'])
  ministry = await world.person(sector.ministry, ['ministry_officer'])
  const enter = async (unitId: string, code: string, values: object, to: string) => {
    const head = await world.person(unitId, ['committee_head'])
    await saveHandFigure.run(world.as(head), { unitId, code, to, ...values })
  }
  await enter(sector.highSchool, 'A07', { part: '9', whole: '20' }, '2026-12-31')
  await enter(sector.primarySchool, 'A07', { part: '3', whole: '4' }, '2026-12-31')
  await enter(otherSchool, 'A07', { part: '1', whole: '10' }, '2026-12-31')
  await enter(sector.highSchool, 'D11', { value: '5', valueWomen: '3' }, '2026-12-31')
  await enter(otherSchool, 'D11', { value: '2', valueWomen: '2' }, '2026-12-31')
  await enter(sector.highSchool, 'D01', { yes: true }, '2026-12-31')
  await enter(sector.primarySchool, 'D01', { yes: false }, '2026-12-31')
  world.now = new Date('2025-05-21T02:00:00Z')
  await enter(goneSchool, 'A07', { part: '2', whole: '2' }, '2025-12-31')
  world.now = new Date('2026-11-21T02:00:00Z')
  await drainTotals(world.as(null))
})

const tableOf = (actor: Actor, unitId: string, asked: { codes: string; years?: string; sex?: 'whole' | 'F' | 'M' | 'all'; q?: string; sort?: string; descending?: boolean; page?: number }) =>
  getTable.run(world.as(actor), { unitId, years: '2026', sex: 'whole', page: 1, ...asked })

describe('the table of the Ministry', () => {
  it('has each Department in a row with n of N, and all together above them', async () => {
    const table = await tableOf(ministry, sector.ministry, { codes: 'A07' })
    expect(table.columns).toMatchObject([{ key: 'A07-2026', code: 'A07', year: 2026, sex: '', unit: 'percent' }])
    expect(table.rows.map(({ unitName, cells }) => [unitName, cells[0]!.value, cells[0]!.known, cells[0]!.units])).toEqual([
      ['Sở Giáo dục Đồng Lúa', 10, 1, 1],
      ['Sở Giáo dục Sông Mơ', 50, 2, 2],
    ])
    expect(table.total.cells).toMatchObject([{ value: 38.2, part: 13, whole: 34, known: 3, units: 3 }])
  })

  it('begins with what most units have figures of in the years that are shown', async () => {
    const codes = async (years: string) => (await tableOf(ministry, sector.ministry, { codes: '', years })).indicators.map(({ code }) => code)
    expect((await codes('2026')).filter((code) => ['A07', 'D01', 'D11'].includes(code))).toEqual(['A07', 'D01', 'D11'])
    expect(await codes('2025')).toEqual(['A07'])
    expect(await codes('2024')).toHaveLength(5)
  })

  it('says the same as the list of one indicator', async () => {
    for (const code of ['A07', 'D01', 'D05', 'D11', 'B01', 'C05']) {
      const table = await tableOf(ministry, sector.ministry, { codes: code })
      const below = await listBelow.run(world.as(ministry), { unitId: sector.ministry, code, year: 2026 })
      const fields = ({ value, figure, part, whole, known, units }: { value: number | null; figure: string; part: number | null; whole: number | null; known: number; units: number }) => ({ value, figure, part, whole, known, units })
      expect(Object.fromEntries(table.rows.map((row) => [row.unitId, fields(row.cells[0]!)])), code).toEqual(Object.fromEntries(below.units.map((row) => [row.unitId, fields(row)])))
    }
  })

  it('tells women and men apart where the indicator does, and gives the others as a whole', async () => {
    const table = await tableOf(ministry, sector.ministry, { codes: 'D11,A07', sex: 'all' })
    expect(table.columns.map(({ key }) => key)).toEqual(['D11-2026', 'D11-2026-F', 'D11-2026-M', 'A07-2026'])
    expect(table.rows.map(({ cells }) => cells.map(({ value }) => value))).toEqual([[2, 2, 0, 10], [5, 3, 2, 50]])
    expect(table.total.cells.map(({ value }) => value)).toEqual([7, 5, 2, 38.2])
  })

  it('is sorted by a column with the unknown last either way, and found without diacritics', async () => {
    const names = async (asked: object) => (await tableOf(ministry, sector.ministry, { codes: 'A07,D01', ...asked })).rows.map(({ unitName }) => unitName.replace('Sở Giáo dục ', ''))
    expect(await names({ sort: 'A07-2026', descending: true })).toEqual(['Sông Mơ', 'Đồng Lúa'])
    expect(await names({ sort: 'A07-2026' })).toEqual(['Đồng Lúa', 'Sông Mơ'])
    expect(await names({ sort: 'D01-2026' })).toEqual(['Sông Mơ', 'Đồng Lúa'])
    expect(await names({ sort: 'D01-2026', descending: true })).toEqual(['Sông Mơ', 'Đồng Lúa'])
    expect(await names({ q: 'dong lua' })).toEqual(['Đồng Lúa'])
    expect(await names({ q: 'khong co' })).toEqual([])
  })

  it('keeps a Department that was closed in the years in which it had figures', async () => {
    const table = await tableOf(ministry, sector.ministry, { codes: 'A07', years: '2025,2026' })
    const row = table.rows.find(({ unitId }) => unitId === gone)!
    expect(row).toMatchObject({ closedOn: '2025-07-01', cells: [{ value: 100 }, { value: null, known: 0, units: 0 }] })
    expect(table.total.cells[0]).toMatchObject({ value: 100, known: 1 })
  })

  it('is a workbook with every unit that was found and what the codes mean', async () => {
    const table = await exportTable.run(world.as(ministry), { unitId: sector.ministry, codes: 'A07', years: '2026', sex: 'whole' })
    const rows = await readSheet(await writeSheets(tableSheets(table, words)))
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['Đơn vị', 'A07 · 2026 · %', 'A07 · 2026 · số đơn vị có số liệu'],
      ['Bộ Giáo dục Mẫu', '38.2', '3/3'],
      ['Sở Giáo dục Đồng Lúa', '10', '1/1'],
      ['Sở Giáo dục Sông Mơ', '50', '2/2'],
    ])
  })
})

describe('the table of a Department', () => {
  it('has its schools, page by page', async () => {
    const table = await tableOf(officer, sector.department, { codes: 'A07' })
    expect(table.rows.map(({ unitName, cells }) => [unitName, cells[0]!.value])).toEqual([['Trường THPT Sông Mơ', 45], ['Trường Tiểu học Thạch Mơ', 75]])
    expect(table.levels).toEqual(['primary', 'upper_secondary'])
    expect((await tableOf(officer, sector.department, { codes: 'A07', page: 2 })).rows).toEqual([])
  })

  it('says who is not asked, and has a row for a commune where something is asked of itself', async () => {
    const table = await tableOf(officer, sector.department, { codes: 'B10,D09' })
    expect(table.rows.map(({ unitName, cells }) => [unitName, ...cells.map(({ units }) => units)])).toEqual([
      ['Phường Thạch Mơ', 0, 1],
      ['Trường THPT Sông Mơ', 1, 0],
      ['Trường Tiểu học Thạch Mơ', 0, 0],
    ])
  })

  it('is not shown to the schools, nor that of the Ministry to a Department', async () => {
    const head = await world.person(sector.highSchool, ['committee_head'])
    await expect(tableOf(head, sector.highSchool, { codes: 'A07' })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(tableOf(officer, sector.ministry, { codes: 'A07' })).rejects.toMatchObject({ kind: /forbidden|not_found/ })
  })

  it('refuses more years or indicators than it holds', async () => {
    await expect(tableOf(officer, sector.department, { codes: 'A07', years: '2021,2022,2023,2024,2025,2026' })).rejects.toMatchObject({ kind: 'invalid' })
    await expect(tableOf(officer, sector.department, { codes: 'a07' })).rejects.toMatchObject({ kind: 'invalid' })
  })
})
