import { createHash } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import { canonicalJson } from '#platform/canonical-json.ts'
import type { PlainDate } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import type { Standing } from '#core/units/model/standing.ts'
import type { Request } from './request.ts'

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

/** A command of a person under an id that their program made. */
export interface Claim {
  readonly id: string
  readonly accountId: string
  readonly operation: string
  readonly inputDigest: Buffer | null
}

/** @param input  null where it holds a secret */
export function claimOf({ operationId, actor }: Pick<Request, 'operationId' | 'actor'>, operation: string, input: unknown): Claim | null {
  if (!operationId || !actor) return null
  const inputDigest = input === null ? null : createHash('sha256').update(canonicalJson(input)).digest()
  return { id: operationId, accountId: actor.accountId, operation, inputDigest }
}

/** Takes the id for this command; false when it has been taken. Waits for a command with the same id that is under way. */
export async function claimOperation(tx: Transaction<unknown>, claim: Claim, now: Date): Promise<boolean> {
  const { id, accountId, operation, inputDigest } = claim
  const claimed = await sql`
    insert into platform.operation_log (operation_id, account_id, operation, input_digest, at)
    values (${id}, ${accountId}, ${operation}, ${inputDigest}, ${now})
    on conflict do nothing
    returning operation_id`.execute(tx)
  return claimed.rows.length > 0
}

/**
 * What the first run of a command answered.
 * @throws AppError `conflict` when the id belongs to another person's, another command or another input
 */
export async function answerOf(tx: Transaction<unknown>, { id, accountId, operation, inputDigest }: Claim): Promise<unknown> {
  const found = await sql<{ answer: unknown }>`
    select answer from platform.operation_log
    where operation_id = ${id} and account_id = ${accountId} and operation = ${operation}
      and input_digest is not distinct from ${inputDigest}::bytea`.execute(tx)
  const row = found.rows[0]
  if (!row) throw new AppError('conflict', 'access.operation_id_taken')
  return row.answer
}

export async function keepAnswer(tx: Transaction<unknown>, id: string, answer: unknown): Promise<void> {
  await sql`update platform.operation_log set answer = ${JSON.stringify(answer ?? null)}::jsonb where operation_id = ${id}`.execute(tx)
}

/**
 * Who stands above a closed unit: those of its last day, and those who stand above its successors today. A successor
 * reads what it inherited as its own. None when the unit is unknown or not closed.
 */
export async function standingsOfClosed(tx: Transaction<unknown>, unitId: string, today: PlainDate): Promise<Standing[]> {
  const found = await sql<Standing>`
    with recursive heir (unit_id) as (
      select id from units.unit where id = ${unitId} and closed_on <= ${today}::date
      union
      select s.to_id
      from heir h
      join units.unit u on u.id = h.unit_id and u.closed_on <= ${today}::date
      join units.succession s on s.from_id = h.unit_id and s.to_id <> s.from_id
    )
    select a.ancestor_id, a.line, a.depth
    from heir h
    join units.unit u on u.id = h.unit_id
    join units.unit_ancestor a on a.unit_id = h.unit_id
    where case when u.closed_on <= ${today}::date then upper(a.valid) = u.closed_on and h.unit_id = ${unitId} else a.valid @> ${today}::date end`.execute(tx)
  return found.rows
}
