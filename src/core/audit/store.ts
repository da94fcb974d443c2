import { createHash } from 'node:crypto'
import { sql, type Transaction } from 'kysely'
import { canonical } from '#platform/canonical-json.ts'
import { AppError } from '#platform/errors.ts'

export interface AuditEntry {
  readonly unitId: string
  readonly accountId: string | null
  readonly at: Date
  readonly action: string
  readonly entity: string
  readonly before?: unknown
  readonly after?: unknown
}

/**
 * Names a thing whose very existence is confidential: its entries stand in the chain, lists leave them out. Who may see
 * them has a log of their own.
 */
export function sealedEntity(id: string): string {
  return `${SEALED}${id}`
}

export const SEALED = 'sealed:'

/** What the first entry of a unit follows. */
export const GENESIS = Buffer.alloc(32)

/**
 * Appends to the chain of the unit: each entry's hash covers the one before, so that a changed or missing entry shows.
 * Commands of one unit queue here for the rest of their transaction; those of different units do not meet.
 * @throws AppError `not_found` when there is no such unit
 */
export async function writeAudit(tx: Transaction<unknown>, entry: AuditEntry): Promise<void> {
  const last = await sql<{ number: number; hash: Buffer }>`select number, hash from audit.take_turn(${entry.unitId}::uuid)`.execute(tx)
  const number = (last.rows[0]?.number ?? 0) + 1
  const previous = last.rows[0]?.hash ?? GENESIS
  const hash = hashOf(previous, number, entry)
  const inserted = await sql`
    insert into audit.entry (province_id, unit_id, number, at, account_id, action, entity, before, after, previous_hash, hash)
    select province_id, id, ${number}, ${entry.at}, ${entry.accountId}, ${entry.action}, ${entry.entity},
      ${json(entry.before)}::jsonb, ${json(entry.after)}::jsonb, ${previous}, ${hash}
    from units.unit where id = ${entry.unitId}`.execute(tx)
  if (inserted.numAffectedRows !== 1n) throw new AppError('not_found', 'units.not_found')
}

/** Whether the same person has done the same to the same thing since an instant. */
export async function isNotedSince(tx: Transaction<unknown>, { unitId, accountId, action, entity }: Pick<AuditEntry, 'unitId' | 'accountId' | 'action' | 'entity'>, since: Date): Promise<boolean> {
  const found = await sql`
    select 1 from audit.entry
    where entity = ${entity} and unit_id = ${unitId} and account_id is not distinct from ${accountId}::uuid and action = ${action} and at > ${since}
    limit 1`.execute(tx)
  return found.rows.length > 0
}

function json(value: unknown): string | null {
  return value === undefined ? null : JSON.stringify(value)
}

/** SHA-256 over the previous hash and the entry as canonical text. */
export function hashOf(previous: Buffer, number: number, entry: AuditEntry): Buffer {
  const { unitId, accountId, at, action, entity } = entry
  const text = JSON.stringify([number, unitId, accountId, at.toISOString(), action, entity, canonical(entry.before), canonical(entry.after)])
  return createHash('sha256').update(previous).update(text).digest()
}
