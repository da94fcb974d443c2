import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { asSystem } from '#core/access/operation.ts'
import type { PlainDate } from '#platform/clock.ts'
import { aWorld } from '#testing/world.ts'
import { indicatorJobs } from './jobs.ts'

const world = await aWorld()

test('the totals of this year and the four before it are kept, whole and up to 31 March', async () => {
  const request = world.as(null)
  for (const job of indicatorJobs({ systemRequest: () => request } as Parameters<typeof indicatorJobs>[0])) await job.run({})
  const kept = await asSystem(request, (tx) => sql<{ from: PlainDate; to: PlainDate }>`select from_day as "from", to_day as "to" from facts.period order by 1, 2`.execute(tx))
  const year = request.now.getUTCFullYear()
  const wanted = Array.from({ length: 5 }, (_, at) => year - 4 + at).flatMap((one) => [{ from: `${one}-01-01`, to: `${one}-03-31` }, { from: `${one}-01-01`, to: `${one}-12-31` }])
  expect(kept.rows).toEqual(wanted)
})
