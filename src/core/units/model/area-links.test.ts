import { describe, expect, it } from 'vitest'
import { linkAreas, type FormedArea, type OldArea } from './area-links.ts'

const place = (level: OldArea['level'], code: string, type: string, name: string, parentCode: string | null): OldArea => ({ level, code, type, name, fullName: `${type} ${name}`, parentCode })
const old = [
  place('province', '01', 'Tỉnh', 'Mơ', null),
  place('district', '001', 'Huyện', 'Thượng', '01'),
  place('district', '002', 'Huyện', 'Hạ', '01'),
  place('commune', '00001', 'Xã', 'Hòa', '001'),
  place('commune', '00002', 'Xã', 'Bình', '001'),
  place('commune', '00003', 'Xã', 'Hòa', '002'),
  place('commune', '00004', 'Thị trấn', 'EaBar', '002'),
  place('commune', '00005', 'Xã', 'Yên', '002'),
]
const links = (formed: Record<string, string>) => {
  const areas: FormedArea[] = [{ code: '01', fullName: 'Tỉnh Mơ', parentCode: null, formedFrom: 'giữ nguyên' }, ...Object.entries(formed).map(([code, formedFrom]) => ({ code, fullName: `Xã Mới ${code}`, parentCode: '01', formedFrom }))]
  return linkAreas(old, areas).links.filter((link) => link.from.level !== 'province').map((link) => [link.from.code, link.share, link.toCode])
}

describe('who came from whom', () => {
  it('is told by the district in brackets where two share a name', () => {
    expect(links({ n1: 'Xã Hoà (huyện Hạ), Xã Bình' })).toEqual([['00003', 'whole', 'n1'], ['00002', 'whole', 'n1']])
  })

  it('is told by the neighbours, else by what went elsewhere', () => {
    expect(links({ n1: 'Xã Hòa, Xã Bình' })[0]).toEqual(['00001', 'whole', 'n1'])
    expect(links({ n1: 'Xã Hòa, Xã Bình', n2: 'Xã Hòa' })).toContainEqual(['00003', 'whole', 'n2'])
  })

  it('is found through another spelling', () => {
    expect(links({ n1: 'Thị trấn Ea Bar, Xã Yen' })).toEqual([['00004', 'whole', 'n1'], ['00005', 'whole', 'n1']])
  })

  it('does not give the whole of a unit to two others', () => {
    expect(links({ n1: 'Xã Bình', n2: 'Xã Bình (phần còn lại sau khi sáp nhập vào xã n1)' })).toEqual([['00002', 'part', 'n1'], ['00002', 'rest', 'n2']])
    expect(links({ n1: 'Xã Bình', n2: 'một phần diện tích tự nhiên, quy mô dân số của Xã Bình' })).toEqual([['00002', 'rest', 'n1'], ['00002', 'part', 'n2']])
    expect(links({ n1: 'Xã Bình', n2: 'Xã Bình' })).toEqual([['00002', 'part', 'n1'], ['00002', 'part', 'n2']])
  })

  it('takes every commune of a district that is named as a whole', () => {
    expect(links({ n1: 'Huyện Thượng' }).map(([code]) => code)).toEqual(['001', '00001', '00002'])
  })

  it('lists what nobody names, and names that no list has', () => {
    const areas: FormedArea[] = [{ code: '01', fullName: 'Tỉnh Mơ', parentCode: null, formedFrom: 'giữ nguyên' }, { code: 'n1', fullName: 'Xã Mới', parentCode: '01', formedFrom: 'Xã Bình, Trường bắn TB1' }]
    const { unlinked, unknown } = linkAreas(old, areas)
    expect(unlinked.map((area) => area.code)).toEqual(['00001', '00003', '00004', '00005'])
    expect(unknown).toEqual([{ toCode: 'n1', name: 'Trường bắn TB1' }])
  })
})
