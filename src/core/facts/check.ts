import { sql } from 'kysely'
import { asSystem } from '#core/access/operation.ts'
import type { Request } from '#core/access/request.ts'
import { drainTotals } from './drain.ts'
import { factTables } from './store.ts'

/**
 * Computes all totals anew from the facts, names every one that differs in `facts.difference` and sets it right; one
 * transaction for each period, so that the totals of a moment ago go on being made in between.
 *
 * @returns the id of the run
 */
export async function checkTotals(request: Pick<Request, 'db' | 'now' | 'newId'>): Promise<string> {
  await drainTotals(request)
  const id = request.newId()
  const periods = await asSystem<unknown, number[]>(request, async (tx) => {
    await factTables(tx).insertInto('facts.checkRun').values({ id, beganAt: request.now, endedAt: null }).execute()
    const found = await sql<{ id: number }>`select id from facts.period where computed_at is not null order by id`.execute(tx)
    return found.rows.map((row) => row.id)
  })
  for (const period of periods) {
    await asSystem(request, (tx) => sql`update facts.check_run set totals = totals + facts.check_period(${id}, ${period}) where id = ${id}`.execute(tx))
  }
  await asSystem(request, (tx) => sql`
    update facts.check_run set ended_at = clock_timestamp(), differences = (select count(*) from facts.difference where check_id = ${id}) where id = ${id}`.execute(tx))
  return id
}
