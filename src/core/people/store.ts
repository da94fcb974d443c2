import { sql, type Transaction } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import { commandFor, queryFor } from '#core/access/operation.ts'
import { ownerOf } from '#core/units/store.ts'
import type { UnitTables } from '#core/units/tables.ts'
import type { PersonFields, PersonRow, PersonView } from './contract.ts'
import type { PeopleTables } from './tables.ts'

type PeopleDb = PeopleTables & UnitTables
export const command = commandFor<PeopleDb>()
export const query = queryFor<PeopleDb>()

/** A page of a list that is ordered by given name: Vietnamese lists stand by the last word of a name. */
export interface PageRequest {
  readonly unitId: string
  /** With the units below on this day. */
  readonly below: boolean
  readonly today: PlainDate
  readonly search: string | undefined
  readonly after: string | undefined
  readonly limit: number
}

/** The units of a page: `unitId` itself, and those below it when asked. What the caller may not see stays hidden. */
export function unitsOfPage({ unitId, below, today }: Pick<PageRequest, 'unitId' | 'below' | 'today'>) {
  return below ? sql`(select a.unit_id from units.unit_ancestor a where a.ancestor_id = ${unitId} and a.valid @> ${today}::date)` : sql`(select ${unitId}::uuid)`
}

/** Text to be found anywhere, as a pattern for `like` over folded text. */
export function patternOf(search: string | undefined): string | null {
  return search ? `%${search.replace(/[\\%_]/g, '\\$&')}%` : null
}

export async function peopleOfPage(tx: Transaction<PeopleDb>, page: PageRequest): Promise<PersonRow[]> {
  const pattern = patternOf(page.search)
  const found = await sql<PersonRow>`
    select p.id, p.unit_id, coalesce(v.name, '') as unit_name, p.full_name, p.address, p.job_title
    from people.person p
    left join units.unit_version v on v.unit_id = p.unit_id and v.valid @> ${page.today}::date
    where p.unit_id in ${unitsOfPage(page)}
      and (p.left_on is null or p.left_on > ${page.today}::date)
      and (${pattern}::text is null or p.search_name like platform.fold(${pattern}))
      and (${page.after ?? null}::uuid is null or (split_part(p.search_name, ' ', -1), p.search_name, p.id) > (
        select split_part(l.search_name, ' ', -1), l.search_name, l.id from people.person l where l.id = ${page.after ?? null}
      ))
    order by split_part(p.search_name, ' ', -1), p.search_name, p.id
    limit ${page.limit}`.execute(tx)
  return found.rows
}

/** Keeps the person for the rest of the transaction. @throws AppError `not_found` */
export function lockPerson(tx: Transaction<unknown>, id: string): Promise<PersonView> {
  return personOf(tx, id, sql`for update of p`)
}

/** @throws AppError `not_found` */
export async function personOf(tx: Transaction<unknown>, id: string, lock = sql``): Promise<PersonView> {
  const found = await sql<PersonView>`
    select p.id, p.unit_id, coalesce(v.name, '') as unit_name, p.full_name, p.address, p.job_title, p.sex, p.phone, p.email
    from people.person p
    left join units.unit_version v on v.unit_id = p.unit_id and v.valid @> units.app_today()
    where p.id = ${id} ${lock}`.execute(tx)
  const row = found.rows[0]
  if (!row) throw new AppError('not_found', 'people.not_found')
  return row
}

/** @throws AppError `not_found` when there is no such unit */
export async function insertPerson(tx: Transaction<unknown>, id: string, unitId: string, fields: PersonFields): Promise<void> {
  const { provinceId } = await ownerOf(tx, unitId)
  const { fullName, address, sex, jobTitle, phone, email } = fields
  await sql`
    insert into people.person (province_id, id, unit_id, full_name, address, sex, job_title, phone, email, search_name)
    values (${provinceId}, ${id}, ${unitId}, ${fullName}, ${address}, ${sex}, ${jobTitle}, ${phone}, ${email}, platform.fold(${fullName}))`.execute(tx)
}

export async function updatePerson(tx: Transaction<PeopleDb>, id: string, fields: PersonFields): Promise<void> {
  await tx
    .updateTable('people.person')
    .set({ ...fields, searchName: sql`platform.fold(${fields.fullName})` })
    .where('id', '=', id)
    .execute()
}
