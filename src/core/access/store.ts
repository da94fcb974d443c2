import { sql, type Transaction } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import type { Level } from '#core/units/model/unit.ts'
import type { LinkPurpose } from './model/password-link.ts'
import type { Grant } from './model/policy.ts'
import type { AccessDb } from './tables.ts'
import { commandFor, queryFor } from './operation.ts'

export const command = commandFor<AccessDb>()
export const query = queryFor<AccessDb>()

type Tx = Transaction<AccessDb>

export interface AccountRow {
  readonly id: string
  readonly unitId: string
  readonly personId: string
  readonly username: string
  readonly passwordHash: string | null
  readonly state: 'invited' | 'active' | 'locked'
}

const ACCOUNT = ['id', 'unitId', 'personId', 'username', 'passwordHash', 'state'] as const

export function accountByUsername(tx: Tx, username: string): Promise<AccountRow | undefined> {
  return tx.selectFrom('access.account').select(ACCOUNT).where('username', '=', username).executeTakeFirst()
}

export function accountById(tx: Tx, id: string): Promise<AccountRow | undefined> {
  return tx.selectFrom('access.account').select(ACCOUNT).where('id', '=', id).executeTakeFirst()
}

/** The roles that an account holds on a day. */
export async function grantsOf(tx: Tx, accountId: string, today: PlainDate): Promise<Grant[]> {
  return tx
    .selectFrom('access.roleGrant')
    .select(['unitId', 'role', 'line'])
    .where('accountId', '=', accountId)
    .where(sql<boolean>`valid @> ${today}::date`)
    .orderBy('id')
    .execute()
}

export interface SessionRow {
  readonly id: string
  readonly accountId: string
  readonly personId: string
  readonly lastSeenAt: Date
  readonly expiresAt: Date
  readonly provedAt: Date | null
  readonly awaitsFactor: boolean
  /** Whether the account has a second factor. */
  readonly hasFactor: boolean
}

/** The session of a token, with its account if that is active. */
export function sessionByToken(tx: Tx, hash: Buffer): Promise<SessionRow | undefined> {
  return tx
    .selectFrom('access.session as s')
    .innerJoin('access.account as a', 'a.id', 's.accountId')
    .select(['s.id', 's.accountId', 'a.personId', 's.lastSeenAt', 's.expiresAt', 's.provedAt', 's.awaitsFactor'])
    .select(
      sql<boolean>`(exists (select from access.totp t where t.account_id = s.account_id and t.confirmed_at is not null)
        or exists (select from access.passkey p where p.account_id = s.account_id))`.as('hasFactor'),
    )
    .where('s.tokenHash', '=', hash)
    .where('a.state', '=', 'active')
    .executeTakeFirst()
}

export async function insertSession(tx: Tx, session: { tokenHash: Buffer; id: string; accountId: string; at: Date; expiresAt: Date; awaitsFactor: boolean; address: string; agent: string }): Promise<void> {
  const { at, address, agent, ...rest } = session
  await tx
    .insertInto('access.session')
    .values({ ...rest, createdAt: at, lastSeenAt: at, provedAt: null, address: address || null, agent: agent.slice(0, 200) || null })
    .execute()
}

/** Since when an app gives codes for the account; null without one. */
export async function codesSince(tx: Tx, accountId: string): Promise<Date | null> {
  const row = await tx.selectFrom('access.totp').select('confirmedAt').where('accountId', '=', accountId).executeTakeFirst()
  return row?.confirmedAt ?? null
}

export async function touchSession(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('access.session').set({ lastSeenAt: now }).where('id', '=', id).execute()
}

export async function markProved(tx: Tx, id: string, now: Date): Promise<void> {
  await tx.updateTable('access.session').set({ provedAt: now }).where('id', '=', id).execute()
}

export async function deleteSession(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('access.session').where('id', '=', id).execute()
}

export interface Throttle {
  readonly key: string
  readonly failures: number
  readonly firstAt: Date
  readonly blockedUntil: Date | null
}

export function throttles(tx: Tx, keys: readonly string[]): Promise<Throttle[]> {
  return tx.selectFrom('access.signInThrottle').select(['key', 'failures', 'firstAt', 'blockedUntil']).where('key', 'in', keys).execute()
}

/** Keeps the counts of these keys for the rest of the transaction, whether or not there are any yet. */
export async function lockThrottles(tx: Tx, keys: readonly string[]): Promise<void> {
  for (const key of [...keys].sort()) await sql`select pg_advisory_xact_lock(hashtextextended(${`throttle:${key}`}, 0))`.execute(tx)
}

export async function saveThrottle(tx: Tx, throttle: Throttle): Promise<void> {
  const { key: _key, ...rest } = throttle
  await tx
    .insertInto('access.signInThrottle')
    .values(throttle)
    .onConflict((conflict) => conflict.column('key').doUpdateSet(rest))
    .execute()
}

export async function clearThrottle(tx: Tx, key: string): Promise<void> {
  await tx.deleteFrom('access.signInThrottle').where('key', '=', key).execute()
}

export interface PostRow {
  readonly unitId: string
  readonly unitName: string
  readonly unitLevel: Level
  readonly unitClosedOn: PlainDate | null
}

/** Units as of a day, in the order of `unitIds`; a closed one as it last was. */
export async function postsOf(tx: Tx, unitIds: readonly string[], today: PlainDate): Promise<PostRow[]> {
  const found = await sql<PostRow>`
    select distinct on (v.unit_id)
      v.unit_id, v.name as unit_name, v.level as unit_level, case when u.closed_on <= ${today}::date then u.closed_on end as unit_closed_on
    from units.unit_version v
    join units.unit u on u.id = v.unit_id
    where v.unit_id = any (${unitIds}::uuid[]) and lower(v.valid) <= ${today}::date
    order by v.unit_id, lower(v.valid) desc`.execute(tx)
  return unitIds.flatMap((id) => found.rows.filter((row) => row.unitId === id))
}

export function personById(tx: Tx, id: string): Promise<{ id: string; fullName: string; address: string } | undefined> {
  return tx.selectFrom('people.person').select(['id', 'fullName', 'address']).where('id', '=', id).executeTakeFirst()
}

/** A link that is neither spent nor too old. */
export function openPasswordLink(tx: Tx, hash: Buffer, now: Date): Promise<{ accountId: string; purpose: LinkPurpose; expiresAt: Date } | undefined> {
  return tx
    .selectFrom('access.passwordLink')
    .select(['accountId', 'purpose', 'expiresAt'])
    .where('tokenHash', '=', hash)
    .where('usedAt', 'is', null)
    .where('expiresAt', '>', now)
    .forUpdate()
    .executeTakeFirst()
}

export async function insertPasswordLink(tx: Tx, link: { tokenHash: Buffer; accountId: string; purpose: LinkPurpose; createdAt: Date; expiresAt: Date }): Promise<void> {
  await tx.insertInto('access.passwordLink').values({ ...link, usedAt: null }).execute()
}

export async function spendPasswordLinks(tx: Tx, accountId: string, now: Date): Promise<void> {
  await tx.updateTable('access.passwordLink').set({ usedAt: now }).where('accountId', '=', accountId).where('usedAt', 'is', null).execute()
}

export async function storePassword(tx: Tx, accountId: string, passwordHash: string, now: Date): Promise<void> {
  await tx.updateTable('access.account').set({ passwordHash, state: 'active', passwordSetAt: now }).where('id', '=', accountId).execute()
}

/** @returns how many ended; `except` stays */
export async function deleteSessionsOf(tx: Tx, accountId: string, except?: string): Promise<number> {
  const sessions = tx.deleteFrom('access.session').where('accountId', '=', accountId)
  const result = await (except ? sessions.where('id', '<>', except) : sessions).executeTakeFirst()
  return Number(result.numDeletedRows)
}

/** Sessions that have not reached their end; the most recently used first. */
export function sessionsOf(tx: Tx, accountId: string, now: Date): Promise<{ id: string; createdAt: Date; lastSeenAt: Date; address: string | null; agent: string | null }[]> {
  return tx
    .selectFrom('access.session')
    .select(['id', 'createdAt', 'lastSeenAt', 'address', 'agent'])
    .where('accountId', '=', accountId)
    .where('expiresAt', '>', now)
    .orderBy('lastSeenAt', 'desc')
    .execute()
}

/** Whether it was one of the account's. */
export async function deleteSessionOf(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const result = await tx.deleteFrom('access.session').where('id', '=', id).where('accountId', '=', accountId).executeTakeFirst()
  return result.numDeletedRows > 0n
}
