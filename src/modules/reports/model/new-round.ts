import { addDays, type PlainDate } from '#platform/clock.ts'
import type { Level } from '#core/units/model/unit.ts'
import type { RoundFields } from '../round-contract.ts'
import type { FormCode } from './form.ts'


/**
 * What a round of a form usually asks for in a year, to be changed by its writer.
 * @source domain/reporting.md §1: half-year window 15/12–14/6, year 15/12–14/12; the deadlines of education fall earlier
 */
export function usualRound(formCode: FormCode, year: number): Pick<RoundFields, 'title' | 'period' | 'window' | 'deadline' | 'acceptLateUntil'> {
  const days = (from: PlainDate, to: PlainDate, label: string, title: string, deadline: PlainDate) => ({
    title,
    period: { from, to, label },
    window: { from, to: to < addDays(deadline, -1) ? to : addDays(deadline, -1) },
    deadline: { day: deadline, word: 'before' as const },
    acceptLateUntil: addDays(deadline, 7),
  })
  switch (formCode) {
    case 'half_year':
      return days(`${year - 1}-12-15`, `${year}-06-14`, `6 tháng đầu năm ${year}`, `Báo cáo 6 tháng đầu năm ${year}`, `${year}-05-28`)
    case 'year':
      return days(`${year - 1}-12-15`, `${year}-12-14`, `năm ${year}`, `Báo cáo năm ${year}`, `${year}-12-01`)
    case 'action_month':
      return days(`${year}-11-15`, `${year}-12-15`, `năm ${year}`, `Báo cáo Tháng hành động năm ${year}`, `${year}-12-20`)
    case 'school_violence':
      return days(`${year - 1}-09-01`, `${year}-01-15`, `học kỳ I năm học ${year - 1}-${year}`, `Báo cáo phòng, chống bạo lực học đường học kỳ I năm học ${year - 1}-${year}`, `${year}-01-25`)
    case 'ad_hoc':
      return days(`${year}-01-01`, `${year}-12-31`, `năm ${year}`, `Báo cáo đột xuất năm ${year}`, `${year}-12-31`)
  }
}

/** The round that a superior most likely wants now: half-year until June, year afterwards. */
export function newRound(level: Level, today: PlainDate): RoundFields {
  const year = Number(today.slice(0, 4))
  const formCode = today.slice(5) < '06-15' ? 'half_year' : 'year'
  return {
    formCode,
    ...usualRound(formCode, year),
    instructions: null,
    line: level === 'commune' ? 'administrative' : 'professional',
    audience: { by: 'kind', levels: level === 'ministry' ? ['department'] : ['school'], schoolLevels: [], forms: [], ownership: [] },
    remindDays: [14, 7, 3, 1, 0],
  }
}
