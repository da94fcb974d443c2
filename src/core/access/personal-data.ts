import { sql, type Transaction } from 'kysely'
import type { z } from 'zod'
import { untyped } from '#platform/db/connect.ts'
import type { PlainDate } from '#platform/clock.ts'
import { personOf } from '#core/people/store.ts'
import type { PersonalData } from './contract.ts'
import { passkeysOf } from './factor-store.ts'
import { codesSince, sessionsOf } from './store.ts'
import type { AccessDb } from './tables.ts'

type Held = z.input<typeof PersonalData>
type Tx = Transaction<AccessDb>

/** How many deeds are told: those of some years. */
const MOST_DEEDS = 5_000

/**
 * What is held about a person, in every table that names persons or accounts: those to come included. Confidential cases
 * are not among them: who is named in one must not learn of it here. Complete only beyond the reach of a person.
 * @throws AppError `not_found`
 */
export async function heldAbout(tx: Tx, personId: string, { now, today }: { now: Date; today: PlainDate }): Promise<Held> {
  const { id, fullName, address, sex, jobTitle, phone, email, unitName } = await personOf(untyped(tx), personId)
  const account = await accountOf(tx, personId)
  const sessions = account ? await sessionsOf(tx, account.id, now) : []
  return {
    person: { id, fullName, address, sex, jobTitle, phone, email, unitName },
    account: account && {
      username: account.username,
      state: account.state,
      createdAt: account.createdAt,
      passwordSetAt: account.passwordSetAt,
      codesSince: await codesSince(tx, account.id),
      passkeys: (await passkeysOf(tx, account.id)).map(({ name }) => name),
    },
    roles: account ? await rolesOf(tx, account.id, today) : [],
    sessions: sessions.map(({ createdAt, lastSeenAt, address: from, agent }) => ({ createdAt, lastSeenAt, address: from, agent })),
    deeds: account ? await deedsOf(tx, account.id, today) : [],
    mentions: await mentionsOf(tx, personId, account?.id ?? null),
  }
}

type Account = NonNullable<Held['account']> & { readonly id: string; readonly createdAt: Date; readonly passwordSetAt: Date | null }

async function accountOf(tx: Tx, personId: string): Promise<Account | null> {
  const found = await sql<Account>`select id, username, state, created_at, password_set_at from access.account where person_id = ${personId}`.execute(tx)
  return found.rows[0] ?? null
}

async function rolesOf(tx: Tx, accountId: string, today: PlainDate): Promise<Held['roles']> {
  const found = await sql<Held['roles'][number]>`
    select coalesce(v.name, '') as unit_name, g.role, lower(g.valid) as "from", upper(g.valid) - 1 as until
    from access.role_grant g
    left join units.unit_version v on v.unit_id = g.unit_id and v.valid @> ${today}::date
    where g.account_id = ${accountId}
    order by lower(g.valid), g.id`.execute(tx)
  return found.rows
}

async function deedsOf(tx: Tx, accountId: string, today: PlainDate): Promise<Held['deeds']> {
  const found = await sql<Held['deeds'][number]>`
    select e.at, coalesce(v.name, '') as unit_name, e.action, e.entity
    from audit.entry e
    left join units.unit_version v on v.unit_id = e.unit_id and v.valid @> ${today}::date
    where e.account_id = ${accountId} and e.entity not like 'sealed:%'
    order by e.at desc
    limit ${MOST_DEEDS}`.execute(tx)
  return found.rows
}

/** Columns that name persons or accounts are known by their names; schemas of machinery and of cases are left out. */
async function mentionsOf(tx: Tx, personId: string, accountId: string | null): Promise<Held['mentions']> {
  const columns = await sql<{ tableSchema: string; tableName: string; columnName: string }>`
    select table_schema, table_name, column_name
    from information_schema.columns
    where data_type = 'uuid' and (column_name ~ '(^|_)(person|account)_id$' or column_name ~ '_by$')
      and table_schema not in ('cases', 'platform', 'pgboss', 'audit', 'access', 'people', 'information_schema', 'pg_catalog')
    order by 1, 2, 3`.execute(tx)
  const ids = [personId, ...(accountId ? [accountId] : [])]
  const found: Held['mentions'] = []
  for (const { tableSchema, tableName, columnName } of columns.rows) {
    const counted = await sql<{ n: number }>`select count(*)::int as n from ${sql.id(tableSchema, tableName)} where ${sql.id(columnName)} = any (${ids}::uuid[])`.execute(tx)
    const count = counted.rows[0]?.n ?? 0
    if (count > 0) found.push({ place: `${tableSchema}.${tableName}.${columnName}`, count })
  }
  return found
}
