import { sql, type Transaction } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'

/** Whether one of the grants stands at the Ministry, which sees the nation. */
export async function nationalGrant(tx: Transaction<unknown>, grants: readonly { unitId: string }[], today: PlainDate): Promise<boolean> {
  if (grants.length === 0) return false
  const ids = grants.map((grant) => grant.unitId)
  const found = await sql`
    select 1 from units.unit_version
    where unit_id = any (${ids}::uuid[]) and level = 'ministry' and valid @> ${today}::date
    limit 1`.execute(tx)
  return found.rows.length > 0
}

/** Takes the id for this command; false when it has been taken. Waits for a command with the same id that is under way. */
export async function claimOperation(tx: Transaction<unknown>, id: string, accountId: string, operation: string, now: Date): Promise<boolean> {
  const claimed = await sql`
    insert into platform.operation_log (operation_id, account_id, operation, at)
    values (${id}, ${accountId}, ${operation}, ${now})
    on conflict do nothing
    returning operation_id`.execute(tx)
  return claimed.rows.length > 0
}

/**
 * What the first run of a command answered.
 * @throws AppError `conflict` when the id belongs to another person's or another command
 */
export async function answerOf(tx: Transaction<unknown>, id: string, accountId: string, operation: string): Promise<unknown> {
  const found = await sql<{ answer: unknown }>`
    select answer from platform.operation_log
    where operation_id = ${id} and account_id = ${accountId} and operation = ${operation}`.execute(tx)
  const row = found.rows[0]
  if (!row) throw new AppError('conflict', 'access.operation_id_taken')
  return row.answer
}

export async function keepAnswer(tx: Transaction<unknown>, id: string, answer: unknown): Promise<void> {
  await sql`update platform.operation_log set answer = ${JSON.stringify(answer ?? null)}::jsonb where operation_id = ${id}`.execute(tx)
}
