import { addDays, type PlainDate } from '#platform/clock.ts'
import { solarDay } from './lunar.ts'
import { isWeekend } from './working-days.ts'

/** law: the day itself stands in the law; decision: announced by the competent body; expected: our reckoning until it is. */
export const BASES = ['law', 'decision', 'expected'] as const
export type Basis = (typeof BASES)[number]

/** A day on which the ordinary week does not hold: a day off, or a Saturday that is worked in exchange. */
export interface Holiday {
  readonly day: PlainDate
  readonly kind: 'off' | 'working'
  readonly name: string
  readonly basis: Basis
  readonly source: string
}

const LABOUR_CODE = 'Bộ luật Lao động 45/2019/QH14, Điều 112'
const COMPENSATION = 'Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3'

/**
 * The public holidays of a year as the law and the lunar calendar give them, by day.
 *
 * Certain: 1/1, the days of Tết themselves, Giỗ Tổ (10/3 lunar), 30/4, 1/5, 2/9. Decided every year anew, hence expected:
 * how many of the five days of Tết come before it (one here, as in 2026) and which neighbour of 2/9 is the second day
 * (the one that makes the longer rest). A holiday on a weekend is made up for on the next working day.
 */
export function expectedHolidays(year: number): Holiday[] {
  const tet = solarDay(year, 1, 1)
  const law = (day: PlainDate, name: string, source = LABOUR_CODE): Holiday => ({ day, kind: 'off', name, basis: 'law', source })
  const expected = (day: PlainDate, name: string, source = LABOUR_CODE): Holiday => ({ day, kind: 'off', name, basis: 'expected', source })
  const legal = [
    law(`${year}-01-01`, 'Tết Dương lịch'),
    expected(addDays(tet, -1), 'Tết Âm lịch (ngày cuối tháng Chạp)'),
    ...[0, 1, 2].map((after) => law(addDays(tet, after), `Tết Âm lịch (mùng ${after + 1})`)),
    expected(addDays(tet, 3), 'Tết Âm lịch (mùng 4)'),
    law(solarDay(year, 3, 10), 'Giỗ Tổ Hùng Vương (10/3 âm lịch)'),
    law(`${year}-04-30`, 'Ngày Chiến thắng'),
    law(`${year}-05-01`, 'Ngày Quốc tế Lao động'),
    law(`${year}-09-02`, 'Quốc khánh'),
    expected(secondNationalDay(year), 'Quốc khánh (ngày liền kề)'),
    expected(`${year}-11-24`, 'Ngày Văn hóa Việt Nam', 'Nghị quyết 80-NQ/TW của Bộ Chính trị (2026)'),
  ]
  return withCompensation(legal).sort((a, b) => a.day.localeCompare(b.day))
}

/** The neighbour of 2 September that lengthens the rest: towards the weekend, else the day before. */
function secondNationalDay(year: number): PlainDate {
  const weekday = new Date(`${year}-09-02T00:00:00Z`).getUTCDay()
  return [0, 1, 4].includes(weekday) ? `${year}-09-03` : `${year}-09-01`
}

/** “Nếu ngày nghỉ hằng tuần trùng với ngày nghỉ lễ, tết … được nghỉ bù … vào ngày làm việc kế tiếp.” */
function withCompensation(legal: readonly Holiday[]): Holiday[] {
  const taken = new Set(legal.map(({ day }) => day))
  const all = [...legal]
  for (const holiday of [...legal].sort((a, b) => a.day.localeCompare(b.day)).filter(({ day }) => isWeekend(day))) {
    let day = addDays(holiday.day, 1)
    let movesWithOthers = false
    while (isWeekend(day) || taken.has(day)) {
      movesWithOthers ||= taken.has(day)
      day = addDays(day, 1)
    }
    taken.add(day)
    // Behind days that are still to be decided it is a guess as well.
    const basis = movesWithOthers ? 'expected' : holiday.basis
    all.push({ day, kind: 'off', name: `Nghỉ bù: ${holiday.name}`, basis, source: COMPENSATION })
  }
  return all
}
