import { describe, expect, it } from 'vitest'
import type { AgendaEntry } from '#core/agenda/contract.ts'
import { hasWorkNear, lastDayOf, monthOf, monthsOf, weeksOf } from './months.ts'

function anEntry(override: Partial<AgendaEntry> = {}): AgendaEntry {
  return { id: 'x', kind: 'task', state: 'coming', day: '2026-03-09', until: null, title: 'Sinh hoạt dưới cờ', titleEn: null, note: null, isMine: false, href: null, ...override }
}
const actionMonth = anEntry({ id: 'm', kind: 'observance', state: 'none', day: '2026-11-15', until: '2026-12-15' })
const womensDay = anEntry({ id: 'w', kind: 'observance', state: 'none', day: '2026-03-08' })

describe('the months of a year', () => {
  it('show what lasts as a band in every month that it touches', () => {
    const months = monthsOf(2026, [actionMonth])
    expect(months.filter(({ bands }) => bands.length > 0).map(({ key }) => key)).toEqual(['2026-11', '2026-12'])
    expect(months.flatMap(({ entries }) => entries)).toEqual([])
  })

  it('hold a work that lasts on the day when it is due, and count works alone', () => {
    const month = monthOf('2026-03', [womensDay, anEntry({ day: '2026-01-05', until: '2026-03-31' })])
    expect(month.entries.map(({ id }) => id)).toEqual(['w', 'x'])
    expect(month.works).toBe(1)
    expect(monthOf('2026-01', [anEntry({ day: '2026-01-05', until: '2026-03-31' })]).entries).toEqual([])
  })

  it('end on their last day', () => {
    expect([lastDayOf('2026-02'), lastDayOf('2028-02'), lastDayOf('2026-12'), lastDayOf('2026-04')]).toEqual(['2026-02-28', '2028-02-29', '2026-12-31', '2026-04-30'])
  })

  it('have weeks from Monday to Sunday that hold every day of them', () => {
    for (const { key, from, to } of monthsOf(2026, [])) {
      const weeks = weeksOf(key)
      expect(weeks.every((week) => week.length === 7 && new Date(`${week[0]}T00:00:00Z`).getUTCDay() === 1)).toBe(true)
      expect(weeks.flat()).toContain(from)
      expect(weeks.flat()).toContain(to)
      expect(weeks[0]![6]! >= from && weeks.at(-1)![0]! <= to).toBe(true)
    }
  })
})

describe('an observance', () => {
  it('has work when some is planned in its days or a week around them', () => {
    expect(hasWorkNear(womensDay, [anEntry({ day: '2026-03-01' })])).toBe(true)
    expect(hasWorkNear(womensDay, [anEntry({ day: '2026-02-28' })])).toBe(false)
    expect(hasWorkNear(actionMonth, [anEntry({ day: '2026-12-22' })])).toBe(true)
  })

  it('is not served by a deadline or by another observance', () => {
    expect(hasWorkNear(womensDay, [anEntry({ kind: 'deadline' }), { ...womensDay, id: 'other' }])).toBe(false)
  })
})
