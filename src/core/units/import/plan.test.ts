import { describe, expect, it } from 'vitest'
import { findHeading } from './columns.ts'
import { planImport, type Known, type KnownUnit } from './plan.ts'
import type { ImportRow } from './rows.ts'
import { readDay, readForm, readLevel, readOwnership, readSchoolLevels } from './values.ts'

const body = { schoolLevels: [], form: null, ownership: null, symbol: null, place: null, areaId: null, administrativeParentId: null, professionalParentId: null }
const aUnit = (unit: Partial<KnownUnit> & Pick<KnownUnit, 'id' | 'name' | 'level'>): KnownUnit => ({
  ...body, code: null, provinceId: '01', valid: '[2020-01-01,)', from: '2020-01-01', isOwn: true, mayChange: true, ...unit,
})
const department = aUnit({ id: 'department', name: 'Sở Giáo dục Sông Mơ', level: 'department', mayChange: false })
const commune = aUnit({ id: 'commune', name: 'Phường Thạch Mơ', level: 'commune', professionalParentId: 'department' })
const school = aUnit({
  id: 'school', code: 'TH-1', name: 'Trường Tiểu học Thạch Mơ', level: 'school', schoolLevels: ['primary'], form: 'ordinary', ownership: 'public', administrativeParentId: 'commune', professionalParentId: 'department',
})

const known = (changes: Partial<Known> = {}): Known => {
  let count = 0
  return { units: [department, commune, school], areas: [], today: '2026-03-02', newId: () => `new-${++count}`, mayFound: false, ...changes }
}
const plan = (rows: ImportRow['cells'][], changes?: Partial<Known>) => planImport(rows.map((cells, at) => ({ row: at + 2, cells })), known(changes))
const faultsOf = (rows: ImportRow['cells'][], changes?: Partial<Known>) => plan(rows, changes).faults.map(({ row, column, code }) => [row, column, code])

const kindergarten = { name: 'Trường Mầm non Hoa Sữa', administrative: 'Phường Thạch Mơ', professional: 'Sở Giáo dục Sông Mơ' }

describe('headings', () => {
  it('are found below a title, in any order and spelling', () => {
    const found = findHeading([['DANH SÁCH TRƯỜNG', ''], ['STT', 'MÃ TRƯỜNG', 'Tên  trường (đầy đủ) *', 'don vi quan ly chuyen mon', 'Ghi chú']])
    expect(found?.index).toBe(1)
    expect([...found!.places]).toEqual([['code', 1], ['name', 2], ['professional', 3]])
  })

  it('are not seen in a row of data', () => {
    expect(findHeading([['1', 'Trường Mầm non Hoa Sữa']])).toBeNull()
  })
})

describe('cells', () => {
  it.each([
    [readLevel, 'UBND phường', 'commune'], [readLevel, 'TRƯỜNG', 'school'], [readLevel, 'Sở GDĐT Hà Nội', 'department'], [readLevel, 'Phòng GD&ĐT', 'district_office'], [readLevel, 'x', undefined],
    [readForm, 'Phổ thông dân tộc nội trú', 'boarding'], [readForm, 'GDNN-GDTX', 'continuing'], [readForm, 'Thông thường', 'ordinary'], [readForm, 'x', undefined],
    [readOwnership, 'Ngoài công lập', 'private'], [readOwnership, 'Công lập', 'public'], [readOwnership, 'Dân lập', 'people_founded'], [readOwnership, '?', undefined],
    [readDay, '1/9/2025', '2025-09-01'], [readDay, '2025-09-01', '2025-09-01'], [readDay, '31/02/2025', undefined], [readDay, '1/9', undefined],
  ])('%o of “%s” is %s', (read, text, value) => {
    expect(read(text)).toBe(value)
  })

  it.each([
    ['TH, THCS', ['primary', 'lower_secondary']], ['THCS - THPT', ['lower_secondary', 'upper_secondary']], ['Mẫu giáo', ['kindergarten']],
    ['Trường Tiểu học và THCS Nậm Mơ', ['primary', 'lower_secondary']], ['Trường Trung học phổ thông A', ['upper_secondary']],
  ])('levels of schooling in “%s”', (text, levels) => {
    expect(readSchoolLevels(text)).toEqual(levels)
  })
})

describe('planning an import', () => {
  it('creates what is unknown and reads level and levels of schooling from the name', () => {
    expect(plan([kindergarten]).good).toMatchObject([
      { action: 'create', from: '2026-01-01', provinceId: '01', facts: { level: 'school', schoolLevels: ['kindergarten'], form: 'ordinary', ownership: 'public', administrativeParentId: 'commune', professionalParentId: 'department' } },
    ])
  })

  it('leaves a known unit that the file says alike, changes one that it says otherwise, and keeps what is left empty', () => {
    expect(plan([{ code: 'TH-1', name: 'Trường Tiểu học Thạch Mơ' }]).good).toMatchObject([{ action: 'same', id: 'school' }])
    expect(plan([{ code: 'th-1', name: 'Trường Tiểu học Sông Mơ', from: '01/01/2026' }]).good).toMatchObject([
      { action: 'change', id: 'school', from: '2026-01-01', facts: { name: 'Trường Tiểu học Sông Mơ', administrativeParentId: 'commune' } },
    ])
    expect(plan([{ name: 'Trường tiểu học  THẠCH MƠ', administrative: 'Phường Thạch Mơ' }]).good).toMatchObject([{ action: 'change', id: 'school' }])
  })

  it('lets rows stand below other rows in any order', () => {
    const { good, faults } = plan([{ ...kindergarten, administrative: 'Xã Hiệp Mơ' }, { name: 'Xã Hiệp Mơ', professional: 'Sở Giáo dục Sông Mơ' }])
    expect(faults).toEqual([])
    expect(good.map((row) => [row.row, row.wave])).toEqual([[2, 1], [3, 0]])
    expect(good[0]!.facts.administrativeParentId).toBe(good[1]!.id)
  })

  it('gives a row below a faulty row a fault of its own', () => {
    expect(faultsOf([{ ...kindergarten, administrative: 'Xã Hiệp Mơ' }, { name: 'Xã Hiệp Mơ', professional: 'Sở Nào Đó' }])).toEqual([
      [2, 'administrative', 'parent_faulty'],
      [3, 'professional', 'parent_unknown'],
    ])
  })

  it.each([
    [{ ...kindergarten, name: '' }, 'name', 'name_missing'],
    [{ ...kindergarten, name: 'Hoa Sữa' }, 'level', 'level_unknown'],
    [{ ...kindergarten, name: 'Trường Hoa Sữa' }, 'schoolLevels', 'school_levels_missing'],
    [{ ...kindergarten, schoolLevels: 'Đại học' }, 'schoolLevels', 'school_levels_unknown'],
    [{ ...kindergarten, from: 'mùa thu' }, 'from', 'day_unknown'],
    [{ ...kindergarten, from: '01/09/2019' }, 'from', 'before_parent'],
    [{ ...kindergarten, administrative: 'Trường Tiểu học Thạch Mơ' }, 'professional', 'parent_not_above'],
    [{ name: kindergarten.name }, 'professional', 'parent_missing'],
    [{ name: 'Bộ Giáo dục', level: 'Bộ' }, 'level', 'ministry_is_founded'],
    [{ code: 'TH-1', name: 'Phường Thạch Mơ', level: 'Phường' }, 'level', 'level_differs'],
    [{ name: 'Sở Giáo dục Sông Mơ', place: 'Mơ' }, 'name', 'not_yours'],
    [{ code: 'TH-1', name: 'X', level: 'Trường', from: '01/01/2019' }, 'from', 'before_last_change'],
  ])('names the cell that is wrong: %o', (cells, column, code) => {
    expect(faultsOf([cells])).toContainEqual([2, column, code])
  })

  it('refuses rows that say the same unit twice, and a name that two units bear', () => {
    expect(faultsOf([kindergarten, kindergarten])).toEqual([[3, 'name', 'row_twice']])
    expect(faultsOf([{ ...kindergarten, code: 'A' }, { ...kindergarten, code: 'A' }])).toEqual([[2, 'code', 'code_twice'], [3, 'code', 'code_twice']])
    const twin = aUnit({ ...commune, id: 'twin' })
    expect(faultsOf([kindergarten], { units: [department, commune, twin] })).toEqual([[2, 'administrative', 'parent_ambiguous']])
  })

  it('finds a commune by its name within the province', () => {
    const areas = [
      { id: 'here', code: '00004', name: 'Thạch Bàn', fullName: 'Phường Thạch Bàn', provinceId: '01' },
      { id: 'there', code: '04001', name: 'Thạch Bàn', fullName: 'Xã Thạch Bàn', provinceId: '40' },
    ]
    expect(plan([{ ...kindergarten, area: 'thạch bàn' }], { areas }).good[0]!.facts.areaId).toBe('here')
    expect(faultsOf([{ ...kindergarten, area: 'Xã Thạch Bàn' }], { areas })).toEqual([[2, 'area', 'area_unknown']])
  })

  it('goes in no circle when rows name each other', () => {
    const rows = [{ name: 'Xã A', professional: 'Xã B' }, { name: 'Xã B', professional: 'Xã A' }]
    expect(faultsOf(rows).map(([, , code]) => code).sort()).toEqual(['circle', 'parent_faulty'])
  })
})
