import { sql, type Transaction } from 'kysely'
import type { Difference, Run } from './contract.ts'
import type { FactTables } from './tables.ts'

type Tx = Transaction<FactTables>

const MOST_RUNS = 30

/** The latest first. */
export function latestRuns(tx: Tx): Promise<Run[]> {
  return tx.selectFrom('facts.checkRun').select(['id', 'beganAt', 'endedAt', 'totals', 'differences']).orderBy('beganAt', 'desc').orderBy('id', 'desc').limit(MOST_RUNS).execute()
}

/** What a check found, in reach of the person. */
export async function differencesOf(tx: Tx, checkId: string): Promise<Difference[]> {
  const found = await sql<Difference>`
    select d.unit_id, coalesce(v.name, '') as unit_name, d.line, d.from_day as "from", d.to_day as "to", d.measure, d.breakdown,
      d.stored::float8 as stored, d.computed::float8 as computed
    from facts.difference d
    left join lateral (select name from units.unit_version v where v.unit_id = d.unit_id order by v.valid desc limit 1) v on true
    where d.check_id = ${checkId}
    order by unit_name, d.measure, d.breakdown, d.line
    limit 500`.execute(tx)
  return found.rows
}
