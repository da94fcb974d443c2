import { describe, expect, it } from 'vitest'
import { ObservanceCode } from '../contract.ts'
import { nationalObservances } from '../reference/observances.ts'
import { dayIn, observancesOf, type National, type Word } from './observances.ts'

const actionMonth: National = { code: 'action_month', name: 'Tháng hành động', nameEn: 'Action Month', fromDay: '11-15', toDay: '12-15', certainty: 'stated', source: 'Nghị định', theme: null, themeSource: null }
const womensDay: National = { code: 'womens_day', name: 'Ngày Quốc tế Phụ nữ', nameEn: 'Women’s Day', fromDay: '03-08', toDay: '03-08', certainty: 'stated', source: 'Thông lệ', theme: null, themeSource: null }

function aWord(override: Partial<Word> = {}): Word {
  return { id: 'w', unitId: 'department', distance: 1, code: 'action_month', year: 2026, name: 'Tháng hành động', fromDay: '11-09', toDay: '12-15', theme: null, dropped: false, certainty: 'stated', source: 'Công văn 12/SGDĐT', ...override }
}

const only = (words: Word[], year = 2026) => observancesOf(year, [actionMonth], words)[0]!

describe('the list of the nation', () => {
  const list = nationalObservances(2025)

  it('has every observance that templates and offers name, each with its days and its source', () => {
    expect(list.map(({ code }) => code).sort()).toEqual([...ObservanceCode.options].sort())
    for (const { code, fromDay, toDay, source, nameEn } of list) {
      expect(fromDay <= toDay, code).toBe(true)
      expect([source, nameEn], code).not.toContain('')
    }
  })

  it('gives the theme of a year with the guidance that says so, and none for a year whose guidance is not known', () => {
    expect(list.find(({ code }) => code === 'action_month')).toMatchObject({ theme: expect.stringContaining('kỷ nguyên số'), themeSource: expect.stringContaining('8935') })
    expect(nationalObservances(2026).filter(({ theme }) => theme !== null)).toEqual([])
  })
})

describe('the observances of a unit', () => {
  it('are those of the nation, by day, when nobody says otherwise', () => {
    expect(observancesOf(2026, [actionMonth, womensDay], []).map(({ code, from }) => [code, from])).toEqual([['womens_day', '2026-03-08'], ['action_month', '2026-11-15']])
  })

  it('follow the word of the nearest superior', () => {
    const words = [aWord({ id: 'far', unitId: 'ministry', distance: 2, theme: 'Của Bộ' }), aWord({ id: 'near', fromDay: '11-10', theme: 'Của Sở' })]
    expect(only(words)).toMatchObject({ changeId: 'near', from: '2026-11-10', theme: 'Của Sở', byUnitId: 'department' })
  })

  it('of one unit follow the word for the year before that for every year', () => {
    const words = [aWord({ id: 'always', year: null, theme: 'Hằng năm' }), aWord({ id: 'this-year', theme: 'Riêng 2026' })]
    expect(only(words).theme).toBe('Riêng 2026')
    expect(only(words, 2027).theme).toBe('Hằng năm')
  })

  it('keep the name in English while the name is the same', () => {
    expect(only([aWord()]).nameEn).toBe('Action Month')
    expect(only([aWord({ name: 'Tháng cao điểm' })]).nameEn).toBeNull()
  })

  it('that are not kept come marked', () => {
    expect(only([aWord({ dropped: true })]).dropped).toBe(true)
  })

  it('hold those that a unit added', () => {
    const added = observancesOf(2026, [actionMonth], [aWord({ code: null, name: 'Ngày hội bạn gái', fromDay: '04-12', toDay: '04-12', year: null })])
    expect(added[0]).toMatchObject({ code: null, name: 'Ngày hội bạn gái', from: '2026-04-12' })
    expect(added).toHaveLength(2)
  })

  it('fall on a day that exists', () => {
    expect(dayIn(2026, '02-29')).toBe('2026-02-28')
    expect(dayIn(2028, '02-29')).toBe('2028-02-29')
    expect(dayIn(2100, '02-29')).toBe('2100-02-28')
  })
})
