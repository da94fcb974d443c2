import type { Transaction } from 'kysely'
import { commandFor, queryFor } from '#core/access/operation.ts'
import type { Feed } from './contract.ts'
import type { AgendaDb, AgendaTables } from './tables.ts'

export const command = commandFor<AgendaDb>()
export const query = queryFor<AgendaDb>()

type Tx = Transaction<AgendaDb>

/** Addresses of an account for one unit that still work, the newest first. */
export function feedsOf(tx: Tx, accountId: string, unitId: string): Promise<Feed[]> {
  return tx
    .selectFrom('agenda.feed')
    .select(['id', 'unitId', 'scope', 'createdAt', 'readAt'])
    .where('accountId', '=', accountId)
    .where('unitId', '=', unitId)
    .where('revokedAt', 'is', null)
    .orderBy('id', 'desc')
    .execute()
}

export async function insertFeed(tx: Tx, feed: Omit<AgendaTables['agenda.feed'], 'readAt' | 'revokedAt'>): Promise<void> {
  await tx.insertInto('agenda.feed').values({ ...feed, readAt: null, revokedAt: null }).execute()
}

/** @returns whether the account had such an address that still worked */
export async function endFeed(tx: Tx, accountId: string, id: string, at: Date): Promise<boolean> {
  const ended = await tx
    .updateTable('agenda.feed')
    .set({ revokedAt: at })
    .where('id', '=', id)
    .where('accountId', '=', accountId)
    .where('revokedAt', 'is', null)
    .executeTakeFirst()
  return ended.numUpdatedRows > 0n
}

export interface FeedOwner {
  readonly id: string
  readonly unitId: string
  readonly scope: 'mine' | 'unit'
  readonly accountId: string
  readonly personId: string
}

/** Whose calendar the address shows, while it works and the account is active. */
export function feedByToken(tx: Tx, tokenHash: Buffer): Promise<FeedOwner | undefined> {
  return tx
    .selectFrom('agenda.feed as f')
    .innerJoin('access.account as a', 'a.id', 'f.accountId')
    .select(['f.id', 'f.unitId', 'f.scope', 'f.accountId', 'a.personId'])
    .where('f.tokenHash', '=', tokenHash)
    .where('f.revokedAt', 'is', null)
    .where('a.state', '=', 'active')
    .executeTakeFirst()
}

export async function markRead(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('agenda.feed').set({ readAt: at }).where('id', '=', id).execute()
}
