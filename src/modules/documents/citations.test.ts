import { beforeAll, describe, expect, it } from 'vitest'
import { asSystem } from '#core/access/operation.ts'
import type { Actor } from '#core/access/request.ts'
import clearReference from '#core/citations/operations/clear-reference.ts'
import setReference from '#core/citations/operations/set-reference.ts'
import { registerFor } from '#core/citations/store.ts'
import { aSector, aWorld, type World } from '#testing/world.ts'
import type { CitationEntry } from './citation-contract.ts'
import { aReading } from './model/a-reading.ts'
import confirmReading from './operations/confirm-reading.ts'
import listCitations from './operations/list-citations.ts'
import registerIncoming from './operations/register-incoming.ts'

let world: World
let sector: Awaited<ReturnType<typeof aSector>>
let clerk: Actor
let administrator: Actor
let officer: Actor

beforeAll(async () => {
  world = await aWorld()
  sector = await aSector(world)
  clerk = await world.person(sector.highSchool, ['clerk'])
  administrator = await world.person(sector.highSchool, ['administrator'])
  officer = await world.person(sector.department, ['department_officer'])
  await taken('11', 'Căn cứ Quyết định số 283/QĐ-BGDĐT ngày 26/01/2022 của Bộ Giáo dục và Đào tạo về việc ban hành Kế hoạch hành động về bình đẳng giới của ngành Giáo dục giai đoạn 2021-2030;')
  await taken('12', 'Thực hiện Kế hoạch số 605/KH-SGDĐT ngày 11/3/2022 về triển khai công tác vì sự tiến bộ phụ nữ năm 2022;')
  await taken('13', 'Thực hiện Kế hoạch số 605/KH-BVSTBPN ngày 11/3/2022 về triển khai công tác vì sự tiến bộ phụ nữ năm 2022;')
  await taken('14', 'Thực hiện Kế hoạch số 605/KH-BVSTBPN ngày 11/3/2022 về triển khai công tác vì sự tiến bộ phụ nữ năm 2022;')
})

let files = 0
async function taken(number: string, basis: string): Promise<void> {
  const reading = { ...aReading({ number, issuer: 'TRƯỜNG THPT MẪU', issuerName: 'Trường THPT Mẫu', symbol: 'KH-THPTM' }), preamble: [basis] }
  const file = { name: 'a.docx', mediaType: 'application/pdf', digest: (++files).toString(16).padStart(64, 'c'), bytes: 9 }
  const { documentId } = await registerIncoming.run(world.as(clerk), { unitId: sector.highSchool, file, found: { reading, readText: '' } })
  await confirmReading.run(world.as(clerk), { documentId, version: 1, reading })
}

const list = (input: { q?: string; show?: 'all' | 'contradicted' | 'ended' | 'field' } = {}, actor = clerk) => listCitations.run(world.as(actor), { unitId: sector.highSchool, ...input })
const told = ({ contradictions }: CitationEntry) => contradictions.map(({ aspect, variants, likely }) => [aspect, variants.map(({ value, citedIn }) => `${value} ${citedIn}`), likely && variants[likely.variant]!.value, likely?.because])

describe('the register of citations', () => {
  it('tells the same document under two numbers, and what the register of the field says', async () => {
    const { entries } = await list({ q: '383' })
    expect(entries).toMatchObject([{ key: '383/qd-bgddt', citedIn: 1, standing: 'in_force' }])
    expect(told(entries[0]!)).toEqual([['number', ['383 0', '283 1'], '383', 'register']])
    expect((await list({ q: '283/QĐ' })).entries).toMatchObject([{ key: '383/qd-bgddt' }])
  })

  it('tells the same document under two symbols, and how many documents have which', async () => {
    const { entries, contradicted } = await list({ show: 'contradicted' })
    expect(contradicted).toBe(2)
    const plan = entries.find(({ number }) => number === '605')!
    expect(told(plan)).toEqual([['symbol', ['KH-BVSTBPN 2', 'KH-SGDĐT 1'], 'KH-BVSTBPN', 'more']])
    expect(plan.contradictions[0]!.variants.map(({ sources }) => sources.map(({ name }) => name).toSorted())).toEqual([['Kế hoạch 13/KH-THPTM', 'Kế hoạch 14/KH-THPTM'], ['Kế hoạch 12/KH-THPTM']])
  })

  it('is searched without diacritics', async () => {
    expect((await list({ q: 'ke hoach hanh dong nganh giao duc' })).entries.map(({ key }) => key)).toEqual(['383/qd-bgddt'])
    expect((await list({ q: 'khong co gi' })).found).toBe(0)
  })

  it('is a matter of the unit itself', async () => {
    await expect(list({}, await world.person(sector.primarySchool, ['clerk']))).rejects.toMatchObject({ kind: 'not_found' })
  })
})

describe('a correction of the register', () => {
  const changeId = '018f0000-0000-7000-8000-00000000c001'
  const decree = { type: 'Nghị định', number: '30/2020', symbol: 'NĐ-CP', date: '2020-03-05', issuer: 'Chính phủ', title: 'Công tác văn thư', from: '2020-03-05', until: '2026-02-28', replacedBy: 'Nghị định số 99/2026/NĐ-CP', source: 'Công báo', sure: 'verified' as const, dropped: false }
  const standing = async () => (await list({ q: '30/2020' })).entries.find(({ key }) => key === '30/2020/nd-cp')!

  it('by a Department holds for its schools, for the checker too, until it is taken back', async () => {
    await setReference.run(world.as(officer), { unitId: sector.department, changeId, ...decree })
    expect(await standing()).toMatchObject({ standing: 'ended', reference: { replacedBy: 'Nghị định số 99/2026/NĐ-CP', byUnitId: sector.department, checkedOn: '2026-03-02' } })
    const known = await asSystem(world.as(null), (tx) => registerFor(tx, sector.highSchool, '2026-03-02'))
    expect(known.find(({ symbol }) => symbol === '2020/NĐ-CP')).toMatchObject({ until: '2026-02-28' })
    await clearReference.run(world.as(officer), { unitId: sector.department, changeId })
    expect(await standing()).toMatchObject({ standing: 'in_force', reference: { changeId: null } })
  })

  it('by the school goes before that of the Department, and is in the audit', async () => {
    await setReference.run(world.as(officer), { unitId: sector.department, changeId, ...decree })
    await setReference.run(world.as(administrator), { unitId: sector.highSchool, changeId: changeId.replace('c001', 'c002'), ...decree, until: null, replacedBy: null })
    expect(await standing()).toMatchObject({ standing: 'in_force', reference: { byUnitId: sector.highSchool } })
    await clearReference.run(world.as(administrator), { unitId: sector.highSchool, changeId: changeId.replace('c001', 'c002') })
    expect(await standing()).toMatchObject({ standing: 'ended' })
  })

  it('is refused to others, without its symbol, and with its days the wrong way round', async () => {
    await expect(setReference.run(world.as(clerk), { unitId: sector.highSchool, changeId, ...decree })).rejects.toMatchObject({ kind: 'forbidden' })
    await expect(setReference.run(world.as(administrator), { unitId: sector.highSchool, changeId, ...decree, until: '2019-01-01' })).rejects.toMatchObject({ code: 'citations.ends_before_it_begins' })
    await expect(clearReference.run(world.as(administrator), { unitId: sector.highSchool, changeId })).rejects.toMatchObject({ kind: 'not_found' })
  })
})
