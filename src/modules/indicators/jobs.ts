import { parse } from '@songhanh/formula/parse'
import { asSystem } from '#core/access/operation.ts'
import { trackPeriods } from '#core/facts/store.ts'
import type { Services } from '#core/services.ts'
import { dayOf } from '#platform/clock.ts'
import type { JobHandler } from '#platform/jobs.ts'
import { spansOfFormulas } from './model/until.ts'
import { yearSpan } from './model/year.ts'
import { CATALOGUE } from './reference/catalogue.ts'

const KEEP_YEARS = 'indicators.keep-years'

/** Years that a screen shows side by side: this one and those before it. */
const YEARS = 5

export const indicatorQueues: readonly string[] = [KEEP_YEARS]

export function indicatorJobs(services: Services): readonly JobHandler[] {
  return [{ name: KEEP_YEARS, everyHours: 24, run: () => keepYears(services) }]
}

/** Has the totals kept that the figures of these years are worked out from; otherwise each look would add up all facts. */
async function keepYears(services: Services): Promise<void> {
  const request = services.systemRequest()
  const thisYear = Number(dayOf(request.now).slice(0, 4))
  const formulas = CATALOGUE.map(({ formula }) => parse(formula))
  const years = Array.from({ length: YEARS }, (_, back) => yearSpan(thisYear - back))
  await asSystem(request, (tx) => trackPeriods(tx, years.flatMap((year) => [year, ...spansOfFormulas(formulas, year)])))
}
