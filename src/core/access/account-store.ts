import { sql, type Transaction } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { patternOf, unitsOfPage, type PageRequest } from '#core/people/store.ts'
import { ownerOf } from '#core/units/store.ts'
import type { Level } from '#core/units/model/unit.ts'
import type { AccountView, RoleHeld } from './contract.ts'
import type { Line, Role } from './model/roles.ts'
import type { AccessDb } from './tables.ts'

type Tx = Transaction<AccessDb>
export type AccountState = AccountView['state']
type AccountRow = Omit<AccountView, 'roles'>

const COLUMNS = sql`
  a.id, a.unit_id, coalesce(v.name, '') as unit_name, a.person_id, p.full_name, p.job_title, a.username, a.state`

/** Accounts that a unit looks after, and those that hold a role in it. */
export async function accountsOfPage(tx: Tx, page: PageRequest): Promise<AccountView[]> {
  const pattern = patternOf(page.search)
  const units = unitsOfPage(page)
  const found = await sql<AccountRow>`
    select ${COLUMNS}
    from access.account a
    join people.person p on p.id = a.person_id
    left join units.unit_version v on v.unit_id = a.unit_id and v.valid @> ${page.today}::date
    where (a.unit_id in ${units} or exists (
        select from access.role_grant g where g.account_id = a.id and g.unit_id in ${units} and g.valid @> ${page.today}::date
      ))
      and (${pattern}::text is null or p.search_name like platform.fold(${pattern}) or a.username like lower(${pattern}))
      and (${page.after ?? null}::uuid is null or (split_part(p.search_name, ' ', -1), p.search_name, a.id) > (
        select split_part(l.search_name, ' ', -1), l.search_name, k.id
        from access.account k join people.person l on l.id = k.person_id
        where k.id = ${page.after ?? null}
      ))
    order by split_part(p.search_name, ' ', -1), p.search_name, a.id
    limit ${page.limit}`.execute(tx)
  return withRoles(tx, found.rows, page.today)
}

/** @throws AppError `not_found` */
export async function accountView(tx: Tx, id: string, today: PlainDate): Promise<AccountView> {
  const found = await sql<AccountRow>`
    select ${COLUMNS}
    from access.account a
    join people.person p on p.id = a.person_id
    left join units.unit_version v on v.unit_id = a.unit_id and v.valid @> ${today}::date
    where a.id = ${id}`.execute(tx)
  const [account] = await withRoles(tx, found.rows, today)
  if (!account) throw new AppError('not_found', 'access.account_not_found')
  return account
}

/** Keeps the account for the rest of the transaction. @throws AppError `not_found` */
export async function lockAccountRow(tx: Tx, id: string): Promise<void> {
  const found = await sql`select 1 from access.account where id = ${id} for update`.execute(tx)
  if (found.rows.length === 0) throw new AppError('not_found', 'access.account_not_found')
}

async function withRoles(tx: Tx, accounts: readonly AccountRow[], today: PlainDate): Promise<AccountView[]> {
  const ids = accounts.map((account) => account.id)
  const roles = await rolesOf(tx, ids, today)
  return accounts.map((account) => ({ ...account, roles: roles.get(account.id) ?? [] }))
}

/** Roles that the accounts hold on the day or will hold, in units that the transaction sees. */
async function rolesOf(tx: Tx, accountIds: readonly string[], today: PlainDate): Promise<Map<string, RoleHeld[]>> {
  const found = await sql<RoleHeld & { accountId: string }>`
    select g.account_id, g.id, g.unit_id, coalesce(v.name, '') as unit_name, g.role, g.line, lower(g.valid) as "from", upper(g.valid) - 1 as until
    from access.role_grant g
    left join units.unit_version v on v.unit_id = g.unit_id and v.valid @> ${today}::date
    where g.account_id = any (${accountIds}::uuid[]) and (upper_inf(g.valid) or upper(g.valid) > ${today}::date)
    order by g.id`.execute(tx)
  const roles = new Map<string, RoleHeld[]>()
  for (const { accountId, ...role } of found.rows) roles.set(accountId, [...(roles.get(accountId) ?? []), role])
  return roles
}

/** A role with the level of its unit; null where the unit has no version on the day. */
export interface RoleAtLevel {
  readonly unitId: string
  readonly role: Role
  readonly unitLevel: Level | null
}

/** Every role that the account holds on the day or will hold. Complete only beyond the reach of a person. */
export async function rolesWithLevels(tx: Tx, accountId: string, today: PlainDate): Promise<RoleAtLevel[]> {
  const found = await sql<RoleAtLevel>`
    select g.unit_id, g.role, v.level as unit_level
    from access.role_grant g
    left join units.unit_version v on v.unit_id = g.unit_id and v.valid @> ${today}::date
    where g.account_id = ${accountId} and (upper_inf(g.valid) or upper(g.valid) > ${today}::date)`.execute(tx)
  return found.rows
}

export async function levelOf(tx: Tx, unitId: string, today: PlainDate): Promise<Level | null> {
  const found = await sql<{ level: Level }>`select level from units.unit_version where unit_id = ${unitId} and valid @> ${today}::date`.execute(tx)
  return found.rows[0]?.level ?? null
}

export async function insertAccount(tx: Tx, account: { id: string; unitId: string; personId: string; username: string; createdAt: Date }): Promise<void> {
  const owner = await ownerOf(untyped(tx), account.unitId)
  await sql`
    insert into access.account (province_id, id, unit_id, person_id, username, created_at)
    values (${owner.provinceId}, ${account.id}, ${account.unitId}, ${account.personId}, ${account.username}, ${account.createdAt})`.execute(tx)
}

export async function personHasAccount(tx: Tx, personId: string): Promise<boolean> {
  return (await sql`select 1 from access.account where person_id = ${personId}`.execute(tx)).rows.length > 0
}

export async function setAccountState(tx: Tx, id: string, state: AccountState): Promise<void> {
  await tx.updateTable('access.account').set({ state }).where('id', '=', id).execute()
}

/** Whether a first password has been set; the digest itself is not for people's statements. */
export async function hasPassword(tx: Tx, id: string): Promise<boolean> {
  const found = await sql<{ has: boolean }>`select password_set_at is not null as has from access.account where id = ${id}`.execute(tx)
  return found.rows[0]?.has ?? false
}

export interface RoleToInsert {
  readonly id: string
  readonly unitId: string
  readonly accountId: string
  readonly role: Role
  readonly line: Line
  readonly from: PlainDate
  /** Last day; null without an end. */
  readonly until: PlainDate | null
}

export async function insertRole(tx: Tx, { id, unitId, accountId, role, line, from, until }: RoleToInsert): Promise<void> {
  const { provinceId } = await ownerOf(untyped(tx), unitId)
  await sql`
    insert into access.role_grant (province_id, id, unit_id, account_id, role, line, valid)
    values (${provinceId}, ${id}, ${unitId}, ${accountId}, ${role}, ${line}, daterange(${from}::date, ${until}::date, '[]'))`.execute(tx)
}

/** Whether the account holds the role in the unit on some day of the span already. */
export async function holdsRole(tx: Tx, { accountId, unitId, role, from, until }: Pick<RoleToInsert, 'accountId' | 'unitId' | 'role' | 'from' | 'until'>): Promise<boolean> {
  const found = await sql`
    select 1 from access.role_grant
    where account_id = ${accountId} and unit_id = ${unitId} and role = ${role} and valid && daterange(${from}::date, ${until}::date, '[]')`.execute(tx)
  return found.rows.length > 0
}

export interface RoleRow {
  readonly id: string
  readonly unitId: string
  readonly accountId: string
  readonly role: Role
  readonly from: PlainDate
  readonly until: PlainDate | null
}

/** @throws AppError `not_found` */
export async function lockRole(tx: Tx, id: string): Promise<RoleRow> {
  const found = await sql<RoleRow>`
    select id, unit_id, account_id, role, lower(valid) as "from", upper(valid) - 1 as until from access.role_grant where id = ${id} for update`.execute(tx)
  const row = found.rows[0]
  if (!row) throw new AppError('not_found', 'access.role_not_found')
  return row
}

/** Ends the role before `today`; one that would never have held is deleted. */
export async function endRole(tx: Tx, { id, from }: RoleRow, today: PlainDate): Promise<void> {
  if (from >= today) await sql`delete from access.role_grant where id = ${id}`.execute(tx)
  else await sql`update access.role_grant set valid = daterange(lower(valid), ${today}::date) where id = ${id}`.execute(tx)
}

/** Names of the people behind accounts. Complete only beyond the reach of a person. */
export async function namesOfAccounts(tx: Transaction<unknown>, accountIds: readonly string[]): Promise<{ accountId: string; fullName: string }[]> {
  const found = await sql<{ accountId: string; fullName: string }>`
    select a.id as account_id, p.full_name
    from access.account a
    join people.person p on p.id = a.person_id
    where a.id = any (${accountIds}::uuid[])`.execute(tx)
  return found.rows
}
