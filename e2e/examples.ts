import type { z } from 'zod/mini'
import type { saveActivity } from '#modules/activities/contract.ts'
import type { createRound } from '#modules/reports/round-contract.ts'

// What people of the journeys write down, as the operations take it.

/** A talk that 212 girls and 198 boys heard, recorded today. */
export function anActivity(unitId: string, recordId: string): z.input<typeof saveActivity.input> {
  const heard = (sex: 'F' | 'M', contacts: number) => ({ audience: 'pupils' as const, sex, ageGroup: '' as const, ethnicity: '' as const, contacts, persons: null })
  return {
    unitId,
    recordId,
    kind: 'communication',
    kindVersion: 1,
    revision: 0,
    state: 'recorded',
    values: {
      onDay: new Intl.DateTimeFormat('sv', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date()),
      untilDay: null,
      title: 'Chuyên đề Tình bạn đẹp',
      place: 'Sân trường',
      result: 'Học sinh nêu được ba cách từ chối khi bị bạn bè ép buộc.',
      fields: {},
      headCounts: [heard('F', 212), heard('M', 198)],
      cost: 1_500_000,
      costSource: null,
      taskId: null,
      planId: null,
      nodeId: null,
    },
  }
}

/** The half-year reports of the schools, whose figures reach into the days of the journey; due at the end of the year. */
export function aHalfYearRound(year: string): Omit<z.input<typeof createRound.input>, 'unitId'> {
  const [from, to] = [`${Number(year) - 1}-12-15`, `${year}-12-31`]
  return {
    formCode: 'half_year',
    title: `Báo cáo kết quả đến hết năm ${year}`,
    period: { from, to, label: `năm ${year}` },
    window: { from, to },
    deadline: { day: to, word: 'by' },
    line: 'professional',
    audience: { by: 'kind', levels: ['school'] },
  }
}
