import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '#core/access/operation.ts'
import type { Actor } from '#core/access/request.ts'
import { freeze } from '#core/facts/freeze.ts'
import { asPerson } from '#core/access/operation.ts'
import { writeSheets } from '#platform/sheets.ts'
import { drainTotals } from '#core/facts/drain.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { COLUMNS, HEADINGS, sheetRows } from './model/hand-sheet.ts'
import { attachEvidenceOf } from './operations/attach-evidence.ts'
import checkFormula from './operations/check-formula.ts'
import compareIndicator from './operations/compare-indicator.ts'
import getEvidence from './operations/get-evidence.ts'
import getIndicator from './operations/get-indicator.ts'
import giveTargets from './operations/give-targets.ts'
import importHandFigures from './operations/import-hand-figures.ts'
import listBelow from './operations/list-below.ts'
import listDefinitions from './operations/list-definitions.ts'
import listHandFigures from './operations/list-hand-figures.ts'
import listIndicators from './operations/list-indicators.ts'
import previewSplit from './operations/preview-split.ts'
import removeHandFigure from './operations/remove-hand-figure.ts'
import removeTarget from './operations/remove-target.ts'
import saveDefinition from './operations/save-definition.ts'
import saveHandFigure from './operations/save-hand-figure.ts'
import setTarget from './operations/set-target.ts'
import traceFigure from './operations/trace-figure.ts'
import withdrawDefinition from './operations/withdraw-definition.ts'
import { rowsOf } from './http.ts'
import { figuresOf } from './public.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let head: Actor
let otherHead: Actor
let teacher: Actor
let officer: Actor
let ministry: Actor

beforeAll(async () => {
  world = await aWorld(new Date('2026-11-21T02:00:00Z'))
  sector = await aSector(world)
  head = await world.person(sector.highSchool, ['committee_head'], { name: 'Lê Thị Mơ' })
  otherHead = await world.person(sector.primarySchool, ['committee_head'])
  teacher = await world.person(sector.highSchool, ['teacher'])
  officer = await world.person(sector.department, ['department_officer'])
  ministry = await world.person(sector.ministry, ['ministry_officer'])
})

const enter = (actor: Actor, unitId: string, code: string, values: { part?: string; whole?: string; value?: string; partWomen?: string; wholeWomen?: string; valueWomen?: string; yes?: boolean }, to = '2026-12-31') => saveHandFigure.run(world.as(actor), { unitId, code, to, ...values })
const rowOf = async (actor: Actor, unitId: string, code: string, year = 2026) => (await listIndicators.run(world.as(actor), { unitId, year })).indicators.find((row) => row.code === code)

describe('the list of a school', () => {
  it('has what its own level of schooling is asked for, and not what others are', async () => {
    const codes = async (actor: Actor, unitId: string) => (await listIndicators.run(world.as(actor), { unitId, year: 2026 })).indicators.map(({ code }) => code)
    const atHighSchool = await codes(head, sector.highSchool)
    const atPrimarySchool = await codes(otherHead, sector.primarySchool)
    expect(atHighSchool).toContain('A07')
    expect(atHighSchool).not.toContain('B15')
    expect(atPrimarySchool).toContain('B15')
    expect(atPrimarySchool).not.toContain('B16')
  })
})

describe('figures that are entered by hand', () => {
  it('stand in the list with value, part and whole, marked as such', async () => {
    await enter(head, sector.highSchool, 'A07', { part: '9', whole: '20' })
    expect(await rowOf(head, sector.highSchool, 'A07')).toMatchObject({ value: 45, part: 9, whole: 20, known: 1, units: 1, byHand: true, figure: 'known' })
  })

  it('are told apart by sex where the indicator is, and count together all the same', async () => {
    await enter(head, sector.highSchool, 'D11', { value: '5', valueWomen: '3' })
    expect(await rowOf(head, sector.highSchool, 'D11')).toMatchObject({ value: 5, known: 1 })
    const { breakdowns } = await getIndicator.run(world.as(head), { unitId: sector.highSchool, code: 'D11', year: 2026 })
    expect(breakdowns).toMatchObject([{ split: 'sex', rows: [{ key: 'F', value: 3 }, { key: 'M', value: 2 }] }])
    const traced = async () => (await traceFigure.run(world.as(head), { unitId: sector.highSchool, code: 'D11', year: 2026 })).facts.map(({ of, value }) => [of, value])
    expect(await traced()).toEqual([[['F'], 3], [['M'], 2]])
    await enter(head, sector.highSchool, 'D11', { value: '5' })
    expect(await traced()).toEqual([[['whole'], 5]])
    const untold = await getIndicator.run(world.as(head), { unitId: sector.highSchool, code: 'D11', year: 2026 })
    expect([untold.row.value, untold.breakdowns]).toEqual([5, []])
  })

  it('are unknown, not 0, until somebody enters them', async () => {
    expect(await rowOf(head, sector.highSchool, 'A05')).toMatchObject({ value: null, figure: 'unknown', state: 'no_data', known: 0 })
  })

  it('have not arisen when the whole is 0', async () => {
    await enter(head, sector.highSchool, 'A12', { part: '0', whole: '0' })
    expect(await rowOf(head, sector.highSchool, 'A12')).toMatchObject({ value: null, figure: 'none', state: 'none' })
  })

  it('are added up for the superior: the ratio of the sums, with n of N and the missing by name', async () => {
    await enter(otherHead, sector.primarySchool, 'A07', { part: '3', whole: '4' })
    expect(await rowOf(officer, sector.department, 'A07')).toMatchObject({ value: 50, part: 12, whole: 24, known: 2, units: 2 })
    const trace = await traceFigure.run(world.as(officer), { unitId: sector.department, code: 'A12', year: 2026 })
    expect(trace.missing.map(({ name }) => name)).toEqual(['Trường Tiểu học Thạch Mơ'])
  })

  it('count yes and no in units', async () => {
    await enter(head, sector.highSchool, 'D01', { yes: true })
    await enter(otherHead, sector.primarySchool, 'D01', { yes: false })
    expect(await rowOf(officer, sector.department, 'D01')).toMatchObject({ value: 50, part: 1, whole: 2 })
    expect(await rowOf(ministry, sector.ministry, 'D01')).toMatchObject({ value: 50, part: 1, whole: 2 })
  })

  it('of a later day take the place of the earlier, not add to it', async () => {
    await enter(head, sector.highSchool, 'E01', { value: '2' }, '2026-06-30')
    expect(await rowOf(head, sector.highSchool, 'E01')).toMatchObject({ value: 2 })
    await enter(head, sector.highSchool, 'E01', { value: '5' })
    expect(await rowOf(head, sector.highSchool, 'E01')).toMatchObject({ value: 5 })
  })

  it('are marked as an estimate while the span lasts', async () => {
    const { rows } = await listHandFigures.run(world.as(head), { unitId: sector.highSchool, year: 2026 })
    const spans = rows.find(({ code }) => code === 'E01')!.spans
    expect(spans.map(({ to, figure }) => [to, figure?.isEstimate])).toEqual([['2026-06-30', false], ['2026-12-31', true]])
  })

  it.each([
    ['a part above the whole', 'A07', { part: '5', whole: '4' }, '2026-12-31', 'indicators.hand_part_above_whole'],
    ['more women than there are', 'D11', { value: '2', valueWomen: '3' }, '2026-12-31', 'indicators.hand_women_above_all'],
    ['women where the indicator is not broken down by sex', 'A07', { part: '1', whole: '2', partWomen: '1' }, '2026-12-31', 'indicators.hand_women_not_asked'],
    ['one side of a share alone', 'A07', { part: '5' }, '2026-12-31', 'indicators.hand_incomplete'],
    ['a number where a yes is wanted', 'D01', { value: '1' }, '2026-12-31', 'indicators.hand_incomplete'],
    ['half a person', 'D11', { value: '1.5' }, '2026-12-31', 'indicators.hand_not_whole'],
    ['a negative number', 'E01', { value: '-1' }, '2026-12-31', 'indicators.hand_negative'],
    ['a day that ends no span of the indicator', 'A07', { part: '1', whole: '2' }, '2026-06-30', 'indicators.span_unknown'],
    ['an indicator that is counted, not entered', 'C01', { value: '3' }, '2026-12-31', 'indicators.not_by_hand'],
    ['an indicator that is none', 'Z99', { value: '3' }, '2026-12-31', 'indicators.not_found'],
  ])('refuse %s', async (_what, code, values, to, error) => {
    await expect(enter(head, sector.highSchool, code, values, to)).rejects.toMatchObject({ code: error })
  })

  it('are entered by those who answer for them, in their own unit', async () => {
    await expect(enter(teacher, sector.highSchool, 'A07', { part: '1', whole: '2' })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(enter(officer, sector.highSchool, 'A07', { part: '1', whole: '2' })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(enter(otherHead, sector.highSchool, 'A07', { part: '1', whole: '2' })).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('that stand in a report change with a reason alone', async () => {
    const { id } = await enter(head, sector.highSchool, 'F02', { value: '1' })
    await asSystem(world.as(null), (tx) =>
      freeze(tx, { holderTable: 'reports.report', holderId: randomUUID(), unitId: sector.highSchool, title: 'Báo cáo năm 2026', sources: [{ sourceTable: 'indicators.hand_figure', sourceId: id, digest: 'a'.repeat(64) }] }),
    )
    await expect(enter(head, sector.highSchool, 'F02', { value: '2' })).rejects.toMatchObject({ code: 'indicators.reason_needed', params: { count: 1, title: 'Báo cáo năm 2026' } })
    await expect(removeHandFigure.run(world.as(head), { figureId: id })).rejects.toMatchObject({ code: 'indicators.reason_needed' })
    await saveHandFigure.run(world.as(head), { unitId: sector.highSchool, code: 'F02', to: '2026-12-31', value: '2', reason: 'Đếm sót một tập thể' })
    expect(await rowOf(head, sector.highSchool, 'F02')).toMatchObject({ value: 2 })
  })

  it('are unknown again when they are taken back', async () => {
    const { id } = await enter(head, sector.highSchool, 'B14', { value: '7' })
    await removeHandFigure.run(world.as(head), { figureId: id })
    expect(await rowOf(head, sector.highSchool, 'B14')).toMatchObject({ value: null, figure: 'unknown' })
  })

  it('lead from the superior’s figure to the unit, the entry and its evidence', async () => {
    const { id } = await saveHandFigure.run(world.as(head), { unitId: sector.highSchool, code: 'A04', to: '2026-12-31', part: '1', whole: '2', note: 'Theo QĐ 112' })
    await attachEvidenceOf({ digest: 'b'.repeat(64), bytes: 10, name: 'QĐ 112.pdf', mediaType: 'application/pdf' }).run(world.as(head), { figureId: id })
    const above = await traceFigure.run(world.as(officer), { unitId: sector.department, code: 'A04', year: 2026 })
    expect(above.sources).toEqual([{ unitId: sector.highSchool, unitName: 'Trường THPT Sông Mơ', isOwn: false, measures: [{ code: 'hand.A04.part', value: '1' }, { code: 'hand.A04.whole', value: '2' }] }])
    expect(above.explain).toMatchObject({ operator: '/', children: [{ measure: 'hand.A04.part', value: '1', known: 1 }, { measure: 'hand.A04.whole', value: '2' }] })
    const own = await traceFigure.run(world.as(officer), { unitId: sector.highSchool, code: 'A04', year: 2026 })
    expect(own.facts[0]).toMatchObject({ sourceId: id, title: 'Theo QĐ 112', by: 'Lê Thị Mơ', evidence: [{ name: 'QĐ 112.pdf', href: `/api/hand-figures/${id}/file` }] })
    expect(await getEvidence.run(world.as(officer), { figureId: id })).toMatchObject({ name: 'QĐ 112.pdf' })
    await expect(getEvidence.run(world.as(otherHead), { figureId: id })).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('go out as a workbook that comes in again unchanged', async () => {
    const { rows } = await listHandFigures.run(world.as(head), { unitId: sector.highSchool, year: 2026 })
    const bytes = await writeSheets([{ name: 'SoLieu', columns: COLUMNS.map((column) => ({ header: HEADINGS[column], width: 12 })), rows: sheetRows(rows) }])
    const read = await rowsOf(bytes)
    const preview = await importHandFigures.run(world.as(head), { unitId: sector.highSchool, mode: 'preview', digest: 'x', rows: read })
    expect(preview).toMatchObject({ changed: 0, faults: [], written: false })
    expect(preview.same).toBeGreaterThan(4)
    const changed = read.map((row) => (row.cells['code'] === 'A05' ? { ...row, cells: { ...row.cells, part: '3', whole: '1.250' } } : row))
    expect(await importHandFigures.run(world.as(head), { unitId: sector.highSchool, mode: 'write', digest: 'x', rows: changed })).toMatchObject({ changed: 1, written: true })
    expect(await rowOf(head, sector.highSchool, 'A05')).toMatchObject({ value: 0.2, whole: 1250 })
  })

  it('name every cell of a workbook that is wrong, and write nothing then', async () => {
    const row = (number: number, cells: Record<string, string>) => ({ row: number, cells: { to: '31/12/2026', ...cells } })
    const rows = [
      row(2, { code: 'A05', part: '1', whole: '9' }),
      row(3, { code: 'Z01', value: '1' }),
      row(4, { code: 'A05', to: '30/06/2026', part: '1', whole: '2' }),
      row(5, { code: 'A03', part: 'hai', whole: '2' }),
      row(6, { code: 'D01', yes: 'chắc là có' }),
      row(7, { code: 'A07', part: '7', whole: '2' }),
      row(8, { code: 'A07', part: '7' }),
      row(9, { code: 'F02', value: '9' }),
      row(10, { code: 'D11', value: '2', valueWomen: '3' }),
    ]
    const outcome = await importHandFigures.run(world.as(head), { unitId: sector.highSchool, mode: 'write', digest: 'x', rows })
    expect(outcome.faults.map(({ row: at, column, code }) => [at, column, code])).toEqual([
      [3, 'code', 'code_unknown'], [4, 'to', 'span_unknown'], [5, 'part', 'number_wrong'], [6, 'yes', 'yes_wrong'], [7, 'part', 'part_above_whole'], [8, 'part', 'incomplete'], [10, 'valueWomen', 'women_wrong'], [9, 'code', 'frozen'],
    ])
    expect(outcome.written).toBe(false)
    expect(await rowOf(head, sector.highSchool, 'A05')).toMatchObject({ whole: 1250 })
  })
})

describe('targets', () => {
  it('come from the instrument, then from the superior, then from the unit’s own decision', async () => {
    expect((await rowOf(head, sector.highSchool, 'A07', 2030))!.target).toMatchObject({ value: 50, source: { kind: 'official', sure: 'verified' } })
    await setTarget.run(world.as(officer), { unitId: sector.department, code: 'A07', year: 2026, value: '48' })
    expect((await rowOf(head, sector.highSchool, 'A07'))!.target).toMatchObject({ value: 48, source: { kind: 'inherited', unitName: 'Sở Giáo dục Sông Mơ' } })
    await setTarget.run(world.as(head), { unitId: sector.highSchool, code: 'A07', year: 2026, value: '50' })
    expect(await rowOf(head, sector.highSchool, 'A07')).toMatchObject({ target: { value: 50, source: { kind: 'own' } }, state: expect.stringMatching(/at_risk|late/) })
  })

  it('that ask less than the superior need a decision', async () => {
    const lower = { unitId: sector.highSchool, code: 'A07', year: 2026, value: '40' }
    await expect(setTarget.run(world.as(head), lower)).rejects.toMatchObject({ code: 'indicators.decision_needed', params: { value: '48' } })
    await setTarget.run(world.as(head), { ...lower, decisionNumber: '12/QĐ-SGDĐT', decisionOn: '2026-02-01' })
    expect(await rowOf(head, sector.highSchool, 'A07')).toMatchObject({ state: 'met' })
    await removeTarget.run(world.as(head), { unitId: sector.highSchool, code: 'A07', year: 2026, kind: 'own' })
    await expect(removeTarget.run(world.as(head), { unitId: sector.highSchool, code: 'A07', year: 2026, kind: 'own' })).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('are refused beyond all, and from those who may not set them', async () => {
    await expect(setTarget.run(world.as(head), { unitId: sector.highSchool, code: 'A07', year: 2026, value: '101' })).rejects.toMatchObject({ code: 'indicators.target_impossible' })
    await expect(setTarget.run(world.as(teacher), { unitId: sector.highSchool, code: 'A07', year: 2026, value: '60' })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(setTarget.run(world.as(head), { unitId: sector.highSchool, code: 'A07', year: 2026, value: '60', baseline: '3' })).rejects.toMatchObject({ code: 'indicators.baseline_incomplete' })
  })

  it('are shared out so that together they reach the target, and seen as given', async () => {
    const split = await previewSplit.run(world.as(officer), { unitId: sector.department, code: 'A07', year: 2026, by: 'size', value: '50' })
    const schools = split.units.filter(({ value }) => value !== null)
    expect(Object.fromEntries(schools.map(({ unitName, value }) => [unitName, value]))).toMatchObject({ 'Trường THPT Sông Mơ': '50', 'Trường Tiểu học Thạch Mơ': '50' })
    expect(split.sum).toBe(50)
    await giveTargets.run(world.as(officer), { unitId: sector.department, code: 'A07', year: 2026, targets: schools.map(({ unitId, value }) => ({ unitId, value: value! })) })
    expect((await rowOf(head, sector.highSchool, 'A07'))!.target).toMatchObject({ value: 50, source: { kind: 'given' } })
    const below = await listBelow.run(world.as(officer), { unitId: sector.department, code: 'A07', year: 2026 })
    expect(below).toMatchObject({ target: 48, committed: 50, committedUnits: 2, gap: 2 })
  })

  it('are given to units below alone', async () => {
    await expect(giveTargets.run(world.as(officer), { unitId: sector.department, code: 'A07', year: 2026, targets: [{ unitId: sector.ministry, value: '50' }] })).rejects.toMatchObject({ kind: 'not_found' })
    await expect(giveTargets.run(world.as(head), { unitId: sector.highSchool, code: 'A07', year: 2026, targets: [{ unitId: sector.primarySchool, value: '50' }] })).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('lie on the straight line from the last figure to 2030', async () => {
    await enter(head, sector.highSchool, 'A07', { part: '8', whole: '20' }, '2025-12-31')
    const view = await getIndicator.run(world.as(head), { unitId: sector.highSchool, code: 'A07', year: 2026 })
    expect(view.years.find(({ year }) => year === 2025)).toMatchObject({ value: 40, target: { value: 40, source: { kind: 'official' } } })
    expect(view.years.find(({ year }) => year === 2028)!.target).toEqual({ value: 46, source: { kind: 'line' } })
    expect(view.targets).toMatchObject([{ year: 2026, kind: 'given', givenByName: 'Sở Giáo dục Sông Mơ' }])
  })
})

describe('units that are nearly all women', () => {
  it('are not compared by women among the staff; men are shown', async () => {
    await enter(otherHead, sector.primarySchool, 'A13', { part: '39', whole: '40' }, '2026-05-31')
    await enter(otherHead, sector.primarySchool, 'A14', { part: '3', whole: '3' })
    expect(await rowOf(otherHead, sector.primarySchool, 'A14')).toMatchObject({ value: 100, state: 'not_compared' })
    expect(await getIndicator.run(world.as(otherHead), { unitId: sector.primarySchool, code: 'A13', year: 2026 })).toMatchObject({ menShare: 2.5 })
  })
})

describe('indicators of a Department', () => {
  const own = {
    code: 'X01', name: { vi: 'Tỷ lệ nữ trong Ban biên tập', en: '' }, unit: 'percent' as const, formula: 'hand.X01.part / hand.X01.whole', periods: ['year' as const], levels: ['school' as const, 'department' as const],
    givers: ['school' as const], direction: 'up' as const, isFlow: false, source: 'Kế hoạch của Sở', validFrom: '2026-11-21', reason: 'Theo dõi riêng của tỉnh',
    hand: { kind: 'share' as const, number: 'persons' as const, part: { vi: 'Nữ', en: 'Women' }, whole: { vi: 'Tất cả', en: 'All' } },
  }

  it('are tried on its own figures before they are stored', async () => {
    const tried = await checkFormula.run(world.as(officer), { unitId: sector.department, code: 'X02', unit: 'percent', formula: '1 - hand.A07.part / hand.A07.whole', year: 2026 })
    expect(tried).toMatchObject({ problem: null, figure: { value: 50, known: 2 } })
    const wrong = await checkFormula.run(world.as(officer), { unitId: sector.department, code: 'X02', unit: 'percent', formula: 'hand.A07.prt / hand.A07.whole', year: 2026 })
    expect(wrong).toMatchObject({ problem: { fault: 'unknown_measure', from: 0, to: 12, params: { suggestion: 'hand.A07.part' } }, figure: null })
  })

  it('are refused with a wrong formula, a strange code, or a day that is past', async () => {
    await expect(saveDefinition.run(world.as(officer), { ...own, unitId: sector.department, formula: 'hand.X01.part' })).rejects.toMatchObject({ code: 'indicators.formula_other_number_wanted', params: { found: 'persons' } })
    await expect(saveDefinition.run(world.as(officer), { ...own, unitId: sector.department, formula: 'hand.X01.part /' })).rejects.toMatchObject({ code: 'indicators.formula_expected', params: { position: 16 } })
    await expect(saveDefinition.run(world.as(officer), { ...own, unitId: sector.department, code: 'Q01' })).rejects.toMatchObject({ code: 'indicators.code_form' })
    await expect(saveDefinition.run(world.as(officer), { ...own, unitId: sector.department, validFrom: '2026-01-01' })).rejects.toMatchObject({ code: 'indicators.valid_from_past' })
    await expect(saveDefinition.run(world.as(head), { ...own, unitId: sector.highSchool })).rejects.toMatchObject({ kind: 'forbidden' })
  })

  it('hold for the schools below, and for no other Department', async () => {
    await saveDefinition.run(world.as(officer), { ...own, unitId: sector.department })
    await enter(head, sector.highSchool, 'X01', { part: '2', whole: '5' })
    expect(await rowOf(head, sector.highSchool, 'X01')).toMatchObject({ value: 40, version: 1, byHand: true })
    expect(await rowOf(officer, sector.department, 'X01')).toMatchObject({ value: 40 })
    const elsewhere = await world.unit({ level: 'department', professional: sector.ministry, name: 'Sở Giáo dục Bến Mơ' })
    const stranger = await world.person(elsewhere, ['department_officer'])
    expect(await rowOf(stranger, elsewhere, 'X01')).toBeUndefined()
  })

  it('take the place of one of the catalogue, version by version, until they are withdrawn', async () => {
    const replacing = { ...own, code: 'A03', name: { vi: 'Tỷ lệ nữ hiệu trưởng (không tính quyền)', en: '' }, formula: 'hand.A03.part / hand.A03.whole' }
    expect(await saveDefinition.run(world.as(officer), { ...replacing, unitId: sector.department })).toMatchObject({ version: 2 })
    expect(await saveDefinition.run(world.as(officer), { ...replacing, unitId: sector.department })).toMatchObject({ version: 3 })
    expect(await rowOf(officer, sector.department, 'A03')).toMatchObject({ version: 3, name: { vi: 'Tỷ lệ nữ hiệu trưởng (không tính quyền)' } })
    expect((await listDefinitions.run(world.as(officer), { unitId: sector.department })).own.map(({ code, version }) => `${code}.${version}`)).toEqual(['A03.3', 'A03.2', 'X01.1'])
    await withdrawDefinition.run(world.as(officer), { unitId: sector.department, code: 'A03' })
    expect(await rowOf(officer, sector.department, 'A03')).toMatchObject({ version: 1 })
    await expect(withdrawDefinition.run(world.as(officer), { unitId: sector.department, code: 'A03' })).rejects.toMatchObject({ kind: 'not_found' })
  })
})

describe('other modules', () => {
  it('get figures with version, n of N, the missing and the way they were worked out', async () => {
    const [figure] = await asPerson(world.as(officer), null, (tx) =>
      figuresOf(tx, { unitId: sector.department, from: '2026-01-01', to: '2026-12-31', codes: ['A04'], scope: 'below', line: 'professional', tree: 'then' }),
    )
    expect(figure).toMatchObject({ code: 'A04', version: 1, number: 'percent', value: 50, part: 1, whole: 2, known: 1, units: 2, byHand: true, missing: [{ name: 'Trường Tiểu học Thạch Mơ' }] })
    expect(figure!.explain.children).toHaveLength(2)
  })
})

describe('comparison with similar units', () => {
  it('tells the place among schools of its kind without a name, and nothing about few or about violence', async () => {
    expect(await compareIndicator.run(world.as(head), { unitId: sector.highSchool, code: 'A04', year: 2026 })).toMatchObject({ isTooFew: true, lowest: null })
    for (const [part, whole] of [['1', '4'], ['2', '4'], ['3', '4'], ['4', '4'], ['0', '4']] as const) {
      const school = await world.unit({ professional: sector.department })
      const person = await world.person(school, ['committee_head'])
      await enter(person, school, 'A04', { part, whole })
    }
    expect(await compareIndicator.run(world.as(head), { unitId: sector.highSchool, code: 'A04', year: 2026 })).toEqual({ value: 50, similar: 5, known: 5, lowest: 0, median: 50, highest: 100, rank: 3, isTooFew: false })
    expect(await compareIndicator.run(world.as(head), { unitId: sector.highSchool, code: 'E01', year: 2026 })).toMatchObject({ isTooFew: true, known: 0 })
  })
})

describe('the account', () => {
  it('is written for every change', async () => {
    const rows = await world.rows(sql<{ action: string }>`select distinct action from audit.entry where action like 'indicators.%' order by 1`)
    expect(rows.map(({ action }) => action)).toEqual([
      'indicators.attachEvidence', 'indicators.giveTargets', 'indicators.importHandFigures', 'indicators.removeHandFigure', 'indicators.removeTarget',
      'indicators.saveDefinition', 'indicators.saveHandFigure', 'indicators.setTarget', 'indicators.withdrawDefinition',
    ])
  })
})

it('a trace leads down step by step: from the Ministry to the Department, from there to the school', async () => {
  await enter(head, sector.highSchool, 'A04', { part: '1', whole: '2' })
  const traceOf = (actor: Actor, unitId: string) => traceFigure.run(world.as(actor), { unitId, code: 'A04', year: 2026 })
  const fromFacts = (await traceOf(officer, sector.department)).sources
  await drainTotals(world.as(null))
  expect((await traceOf(officer, sector.department)).sources, 'from the kept totals').toEqual(fromFacts)
  const [department, ...others] = (await traceOf(ministry, sector.ministry)).sources
  expect(others).toEqual([])
  const sum = (code: string) => String(fromFacts.reduce((total, { measures }) => total + Number(measures.find((one) => one.code === code)?.value ?? 0), 0))
  expect(department).toMatchObject({ unitId: sector.department, isOwn: false, measures: [{ code: 'hand.A04.part', value: sum('hand.A04.part') }, { code: 'hand.A04.whole', value: sum('hand.A04.whole') }] })
})
