import { sql } from 'kysely'
import { searchTerms } from '#core/units/model/search-terms.ts'
import type { PlainDate } from '#platform/clock.ts'
import { inOrderOfPassing, type Body, type Candidate } from './model/routing.ts'
import type { CaseTables } from './tables.ts'
import { receiversOf } from './case-key-store.ts'
import { asIntake, type Tx } from './store.ts'

/** A unit as the public page names it. */
export interface PublicUnit {
  readonly id: string
  readonly name: string
  readonly provinceId: string
  readonly isSchool: boolean
}

/** Units that exist on the day, by name, for a reporter who looks for the own one. */
export async function unitsByName(tx: Tx, search: { readonly phrase: string; readonly provinceId: string | null; readonly today: PlainDate; readonly limit: number }): Promise<PublicUnit[]> {
  const terms = searchTerms(search.phrase)
  if (terms === null) return []
  const found = await sql<PublicUnit>`
    select u.id, v.name, u.province_id, v.level = 'school' as is_school
    from units.unit_version v
    join units.unit u on u.id = v.unit_id
    where v.valid @> ${search.today}::date
      and v.search_words @@ ${terms}::tsquery
      and (${search.provinceId}::text is null or u.province_id = ${search.provinceId})
    order by v.level = 'school' desc, v.search_name, u.id
    limit ${search.limit}`.execute(tx)
  return found.rows
}

export async function publicUnit(tx: Tx, id: string, today: PlainDate): Promise<PublicUnit | null> {
  const found = await sql<PublicUnit>`
    select u.id, v.name, u.province_id, v.level = 'school' as is_school
    from units.unit_version v
    join units.unit u on u.id = v.unit_id
    where u.id = ${id} and v.valid @> ${today}::date`.execute(tx)
  return found.rows[0] ?? null
}

/** The unit and the bodies above it in the order in which a report passes, each with its head and its handlers today. */
export async function bodiesOf(tx: Tx, unitId: string, today: PlainDate): Promise<Body[]> {
  const above = await sql<{ unitId: string; line: 'administrative' | 'professional'; depth: number }>`
    select ancestor_id as unit_id, line, depth from units.unit_ancestor
    where unit_id = ${unitId} and depth > 0 and valid @> ${today}::date`.execute(tx)
  const order = [unitId, ...inOrderOfPassing(above.rows).map((body) => body.unitId)]
  const people = await sql<Omit<Candidate, 'hasKey'> & { unitId: string }>`
    select g.unit_id, a.id as account_id, p.full_name, bool_or(g.role = 'principal') as is_head, bool_or(g.role = 'case_handler') as is_handler
    from access.role_grant g
    join access.account a on a.id = g.account_id and a.state = 'active'
    join people.person p on p.id = a.person_id
    where g.unit_id = any (${order}::uuid[]) and g.role in ('principal', 'case_handler') and g.valid @> ${today}::date
      and (p.left_on is null or p.left_on > ${today}::date)
    group by g.unit_id, a.id, p.full_name
    order by p.full_name, a.id`.execute(tx)
  const withKey = new Set((await asIntake(tx, () => receiversOf(tx, people.rows.map(({ accountId }) => accountId)))).map(({ accountId }) => accountId))
  return order.map((id) => ({ unitId: id, people: people.rows.filter((person) => person.unitId === id).map((person) => ({ ...person, hasKey: withKey.has(person.accountId) })) }))
}

export interface NewCase {
  readonly row: Omit<CaseTables['cases.caseFile'], 'number' | 'state' | 'closedAt'>
  readonly seats: readonly CaseTables['cases.seat'][]
}

/** Writes a report that has come in, under the next number of its unit and year. */
export async function insertCase(tx: Tx, { row, seats }: NewCase): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`cases ${row.unitId} ${row.year}`}, 0))`.execute(tx)
  const last = await tx.selectFrom('cases.caseFile').select((of) => of.fn.max('number').as('number')).where('unitId', '=', row.unitId).where('year', '=', row.year).executeTakeFirst()
  await tx.insertInto('cases.caseFile').values({ ...row, number: (last?.number ?? 0) + 1, state: 'received', closedAt: null }).execute()
  await tx.insertInto('cases.seat').values([...seats]).execute()
}

export async function insertAttachments(tx: Tx, attachments: readonly CaseTables['cases.attachment'][]): Promise<void> {
  if (attachments.length > 0) await tx.insertInto('cases.attachment').values([...attachments]).execute()
}

export async function insertFollowUp(tx: Tx, followUp: CaseTables['cases.followUp']): Promise<void> {
  await tx.insertInto('cases.followUp').values(followUp).execute()
}

export async function followUpOf(tx: Tx, codeDigest: Buffer) {
  return tx.selectFrom('cases.followUp').select(['caseId', 'salt', 'secretHash', 'toldKey']).where('codeDigest', '=', codeDigest).executeTakeFirst()
}

/** Two that come with one code wait for each other. */
export async function lockFollowUp(tx: Tx, codeDigest: Buffer): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`cases ${codeDigest.toString('hex')}`}, 0))`.execute(tx)
}

/** Names of units as of a day, by id. */
export async function unitNames(tx: Tx, ids: readonly string[], today: PlainDate): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const found = await sql<{ unitId: string; name: string }>`
    select distinct on (unit_id) unit_id, name from units.unit_version
    where unit_id = any (${[...new Set(ids)]}::uuid[]) and lower(valid) <= ${today}::date
    order by unit_id, lower(valid) desc`.execute(tx)
  return new Map(found.rows.map(({ unitId, name }) => [unitId, name]))
}

/** Cases that are not closed, of all units: for the clocks. */
export function openCases(tx: Tx): Promise<{ id: string; unitId: string; receivedAt: Date }[]> {
  return tx.selectFrom('cases.caseFile').select(['id', 'unitId', 'receivedAt']).where('state', '<>', 'closed').where('channel', '<>', 'upward').orderBy('receivedAt').execute()
}

/** Accounts among these that may work on cases in the unit today, by unit and account. */
export async function workersOf(tx: Tx, seats: readonly { readonly unitId: string; readonly accountId: string }[], today: PlainDate): Promise<Set<string>> {
  if (seats.length === 0) return new Set()
  const found = await sql<{ unitId: string; accountId: string }>`
    select distinct g.unit_id, g.account_id from access.role_grant g
    join access.account a on a.id = g.account_id and a.state = 'active'
    where g.account_id = any (${seats.map(({ accountId }) => accountId)}::uuid[]) and g.unit_id = any (${seats.map(({ unitId }) => unitId)}::uuid[])
      and g.role in ('principal', 'case_handler') and g.valid @> ${today}::date`.execute(tx)
  return new Set(found.rows.map(({ unitId, accountId }) => `${unitId} ${accountId}`))
}

/** Which of these units are the unit itself or stand below it today. */
export async function unitsUnder(tx: Tx, unitId: string, among: readonly string[], today: PlainDate): Promise<Set<string>> {
  if (among.length === 0) return new Set()
  const found = await sql<{ unitId: string }>`
    select distinct unit_id from units.unit_ancestor
    where ancestor_id = ${unitId} and unit_id = any (${among}::uuid[]) and valid @> ${today}::date`.execute(tx)
  return new Set([unitId, ...found.rows.map((row) => row.unitId)])
}
