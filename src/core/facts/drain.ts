import { sql } from 'kysely'
import { asSystem } from '#core/access/operation.ts'
import type { Request } from '#core/access/request.ts'

/** Marks that one transaction takes: enough for a deadline hour, few enough to be done in a moment. */
const MOST_MARKS = 5_000

/** Makes every total right that a commit has left behind, and the totals of new periods; safe to run twice or side by side. */
export async function drainTotals(request: Pick<Request, 'db' | 'now'>): Promise<void> {
  while (await drainOnce(request)) continue
}

/** @returns whether there was something to do */
async function drainOnce(request: Pick<Request, 'db' | 'now'>): Promise<boolean> {
  const waiting = await asSystem<unknown, { marks: boolean; periods: boolean } | undefined>(request, async (tx) => {
    const found = await sql<{ marks: boolean; periods: boolean }>`
      select exists (select from facts.dirty) as marks, exists (select from facts.period where computed_at is null) as periods`.execute(tx)
    return found.rows[0]
  })
  if (waiting?.marks) {
    await asSystem(request, (tx) => sql`select facts.drain(${MOST_MARKS})`.execute(tx))
    return true
  }
  if (waiting?.periods) {
    await asSystem(request, (tx) => sql`select facts.compute_new_period(${request.now})`.execute(tx))
    return true
  }
  return false
}
