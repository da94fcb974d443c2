import { sql } from 'kysely'
import { dayOf } from '#platform/clock.ts'
import { halfOf } from './model/half-year.ts'
import type { Counted } from './model/tally.ts'
import { asIntake, type CaseRow, type Tx } from './store.ts'

/** Counts a case anew: under `now`, no longer under `before`. Which case it was is not kept. */
export function recount(tx: Tx, row: Pick<CaseRow, 'provinceId' | 'aboutUnitId' | 'receivedAt' | 'channel'>, { before, now }: { readonly before: readonly Counted[]; readonly now: readonly Counted[] }): Promise<void> {
  if (row.channel === 'upward') return Promise.resolve()
  const { year, half } = halfOf(dayOf(row.receivedAt))
  const changes = [...before.map((counted) => ({ ...counted, by: -1 })), ...now.map((counted) => ({ ...counted, by: 1 }))]
  return asIntake(tx, async () => {
    for (const { breakdown, value, by } of changes) {
      await sql`
        insert into cases.tally (province_id, unit_id, year, half, breakdown, value, count) values (${row.provinceId}, ${row.aboutUnitId}, ${year}, ${half}, ${breakdown}, ${value}, ${by})
        on conflict (province_id, unit_id, year, half, breakdown, value) do update set count = cases.tally.count + excluded.count`.execute(tx)
    }
  })
}
