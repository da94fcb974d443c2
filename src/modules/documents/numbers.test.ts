import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '#core/access/operation.ts'
import type { Actor } from '#core/access/request.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import { aReading } from './model/a-reading.ts'
import changeForm from './operations/change-form.ts'
import changeSeries from './operations/change-series.ts'
import getForm from './operations/get-form.ts'
import getSeries from './operations/get-series.ts'
import reserveNumber from './operations/reserve-number.ts'
import { formChoices } from './public.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>

beforeAll(async () => {
  world = await aWorld()
  sector = await aSector(world)
})

async function aSchool(): Promise<{ unitId: string; clerk: Actor }> {
  const unitId = await world.unit({ professional: sector.department })
  return { unitId, clerk: await world.person(unitId, ['clerk']) }
}

const reserve = (clerk: Actor, unitId: string, over: { docType?: string; year?: number; number?: string } = {}) =>
  reserveNumber.run(world.as(clerk), { unitId, docType: 'Kế hoạch', year: 2026, note: 'Bản giấy', ...over })

describe('the numbers of a unit', () => {
  it('run from 01 in each year, each type and each unit', async () => {
    const { unitId, clerk } = await aSchool()
    const other = await aSchool()
    expect(await reserve(clerk, unitId)).toEqual({ numberText: '01', symbol: 'KH-SM' })
    expect((await reserve(clerk, unitId)).numberText).toBe('02')
    expect((await reserve(clerk, unitId, { docType: 'Quyết định' })).numberText).toBe('01')
    expect((await reserve(clerk, unitId, { year: 2027 })).numberText).toBe('01')
    expect((await reserve(other.clerk, other.unitId)).numberText).toBe('01')
  })

  it('run over all types when the unit says so', async () => {
    const { unitId, clerk } = await aSchool()
    await changeSeries.run(world.as(clerk), { unitId, mode: 'single', unitSymbol: 'THPTSM', year: 2026, series: [] })
    expect(await reserve(clerk, unitId)).toEqual({ numberText: '01', symbol: 'KH-THPTSM' })
    expect(await reserve(clerk, unitId, { docType: 'Công văn' })).toEqual({ numberText: '02', symbol: 'THPTSM' })
  })

  it('go on from where the paper register stands', async () => {
    const { unitId, clerk } = await aSchool()
    const view = await changeSeries.run(world.as(clerk), { unitId, mode: 'per_type', unitSymbol: null, year: 2026, series: [{ series: 'Kế hoạch', lastNumber: 36 }] })
    expect(view.series.find(({ series }) => series === 'Kế hoạch')).toMatchObject({ lastNumber: 36, next: '37' })
    expect((await reserve(clerk, unitId)).numberText).toBe('37')
  })

  it('fill the gap before a chosen one, and jump over it', async () => {
    const { unitId, clerk } = await aSchool()
    expect((await reserve(clerk, unitId, { number: '3' })).numberText).toBe('03')
    const given: string[] = []
    for (let n = 0; n < 3; n++) given.push((await reserve(clerk, unitId)).numberText)
    expect(given).toEqual(['01', '02', '04'])
  })

  it('with a letter stand beside those without', async () => {
    const { unitId, clerk } = await aSchool()
    await reserve(clerk, unitId)
    expect((await reserve(clerk, unitId, { number: '1a' })).numberText).toBe('01a')
    await expect(reserve(clerk, unitId, { number: '01A' })).rejects.toMatchObject({ kind: 'conflict', code: 'documents.number_taken', params: { number: '01a', next: '02' } })
  })

  it('are shown with what is held back', async () => {
    const { unitId, clerk } = await aSchool()
    await reserve(clerk, unitId)
    const { series } = await getSeries.run(world.as(clerk), { unitId, year: 2026 })
    expect(series.find((one) => one.series === 'Kế hoạch')).toMatchObject({ lastNumber: 1, next: '02', held: [{ numberText: '01', note: 'Bản giấy' }] })
  })

  it('are changed by clerk, principal and administrator alone', async () => {
    const { unitId } = await aSchool()
    const member = await world.person(unitId, ['member'])
    const input = { unitId, mode: 'single' as const, unitSymbol: null, year: 2026, series: [] }
    await expect(changeSeries.run(world.as(member), input)).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(reserve(member, unitId)).rejects.toMatchObject({ kind: 'forbidden' })
    const outsider = await world.person(sector.primarySchool, ['principal'])
    await expect(changeSeries.run(world.as(outsider), input)).rejects.toMatchObject({ kind: 'not_found' })
  })

  it('differ, however many ask at once', async () => {
    const request = fc.record({ number: fc.option(fc.integer({ min: 1, max: 6 }).map(String), { nil: undefined }) })
    await fc.assert(
      fc.asyncProperty(fc.array(request, { minLength: 2, maxLength: 8 }), async (requests) => {
        const { unitId, clerk } = await aSchool()
        const settled = await Promise.allSettled(requests.map(({ number }) => reserve(clerk, unitId, number ? { number } : {})))
        const given = settled.flatMap((one) => (one.status === 'fulfilled' ? [one.value.numberText] : []))
        expect(new Set(given).size).toBe(given.length)
        for (const one of settled) if (one.status === 'rejected') expect(one.reason).toMatchObject({ code: 'documents.number_taken' })
        // Who did not choose always gets one.
        expect(given.length).toBeGreaterThanOrEqual(requests.filter(({ number }) => number === undefined).length)
      }),
      { numRuns: process.env['SONGHANH_LONG'] ? 200 : 12, seed: 20260302 },
    )
  })
})

describe('the form of a unit’s documents', () => {
  it('is chosen within the decree, and what it does not allow is refused with its article', async () => {
    const { unitId, clerk } = await aSchool()
    const form = { unitId, bodySize: 13, letterheadSize: 12, parentLines: ['SỞ GIÁO DỤC', 'VÀ ĐÀO TẠO SÔNG MƠ'], issuerLines: [] }
    expect(await getForm.run(world.as(clerk), { unitId })).toMatchObject({ bodySize: 14, letterheadSize: 13 })
    await changeForm.run(world.as(clerk), form)
    expect(await getForm.run(world.as(clerk), { unitId })).toEqual({ bodySize: 13, letterheadSize: 12, parentLines: form.parentLines, issuerLines: [] })
    await expect(changeForm.run(world.as(clerk), { ...form, bodySize: 16 })).rejects.toMatchObject({ code: 'documents.form_refused', params: { reasons: expect.stringContaining('từ 13 đến 14') } })
    await expect(changeForm.run(world.as(clerk), { ...form, parentLines: ['SỞ GIÁO DỤC VÀ ĐÀO TẠO TỈNH SÔNG MƠ VÀ CÁC PHÒNG TRỰC THUỘC'] })).rejects.toMatchObject({ params: { reasons: expect.stringContaining('dài quá') } })
  })

  it('counts for documents that bear its names', async () => {
    const { unitId, clerk } = await aSchool()
    await changeForm.run(world.as(clerk), { unitId, bodySize: 13, letterheadSize: 12, parentLines: ['SỞ GIÁO DỤC', 'VÀ ĐÀO TẠO SÔNG MƠ'], issuerLines: [] })
    const fits = await asSystem(world.as(null), (tx) => formChoices(tx, unitId, aReading({ parentIssuer: 'Sở Giáo dục và Đào tạo Sông Mơ' })))
    expect(fits).toEqual({ bodySize: 13, letterheadSize: 12, parentLines: ['SỞ GIÁO DỤC', 'VÀ ĐÀO TẠO SÔNG MƠ'] })
    expect(await asSystem(world.as(null), (tx) => formChoices(tx, unitId, aReading()))).toEqual({ bodySize: 13, letterheadSize: 12 })
  })
})
