import { sql, type Transaction } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import type { SuccessionKind, UnitFacts } from '#core/units/model/unit.ts'
import type { DemoPerson } from './people-part.ts'

type Tx = Transaction<unknown>

export interface UnitToStore {
  readonly id: string
  readonly provinceId: string
  readonly closedOn: PlainDate | null
  readonly versions: readonly { readonly from: PlainDate; readonly until: PlainDate | null; readonly facts: UnitFacts }[]
}

export interface StepToStore {
  readonly fromId: string
  readonly toId: string | null
  readonly onDay: PlainDate
  readonly kind: SuccessionKind
  readonly decision: string
}

export async function hasUnits(tx: Tx): Promise<boolean> {
  return (await sql`select 1 from units.unit limit 1`.execute(tx)).rows.length > 0
}

/** Two programs that begin at once on an empty database: the second waits and then finds units. */
export async function lockDemo(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended('app.demo', 0))`.execute(tx)
}

export async function storeUnits(tx: Tx, units: readonly UnitToStore[], steps: readonly StepToStore[]): Promise<void> {
  const identities = JSON.stringify(units.map(({ id, provinceId, closedOn }) => ({ id, province_id: provinceId, closed_on: closedOn })))
  await sql`
    insert into units.unit (id, province_id, closed_on)
    select * from jsonb_to_recordset(${identities}::jsonb) as r (id uuid, province_id text, closed_on date)`.execute(tx)
  const versions = units.flatMap(({ id, versions }) =>
    versions.map(({ from, until, facts: { schoolLevels, administrativeParentId, professionalParentId, areaId: _areaId, ...rest } }) => ({
      ...rest,
      unit_id: id,
      starts: from,
      ends: until,
      school_levels: schoolLevels,
      administrative_parent_id: administrativeParentId,
      professional_parent_id: professionalParentId,
    })),
  )
  await sql`
    insert into units.unit_version (unit_id, valid, name, level, school_levels, form, ownership, symbol, place, administrative_parent_id, professional_parent_id, search_name)
    select unit_id, daterange(starts, ends), name, level, school_levels, form, ownership, symbol, place, administrative_parent_id, professional_parent_id, platform.fold(name)
    from jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) as r (
      unit_id uuid, starts date, ends date, name text, level text, school_levels text[], form text, ownership text, symbol text, place text,
      administrative_parent_id uuid, professional_parent_id uuid)`.execute(tx)
  const successions = steps.map(({ fromId, toId, onDay, kind, decision }) => ({ from_id: fromId, to_id: toId, on_day: onDay, kind, decision }))
  await sql`
    insert into units.succession (from_id, to_id, on_day, kind, decision)
    select * from jsonb_to_recordset(${JSON.stringify(successions)}::jsonb) as r (from_id uuid, to_id uuid, on_day date, kind text, decision text)`.execute(tx)
  await sql`select units.derive_ancestors(null)`.execute(tx)
}

/** People with an active account each; all have one password. */
export async function storePeople(tx: Tx, people: readonly DemoPerson[], passwordHash: string, now: Date, since: PlainDate, newId: () => string): Promise<void> {
  const rows = JSON.stringify(
    people.map(({ id, accountId, unitId, fullName, sex, address, jobTitle, username }) => ({ id, account_id: accountId, unit_id: unitId, full_name: fullName, sex, address, job_title: jobTitle, username })),
  )
  const record = sql`jsonb_to_recordset(${rows}::jsonb) as r (id uuid, account_id uuid, unit_id uuid, full_name text, sex text, address text, job_title text, username text)`
  await sql`
    insert into people.person (province_id, id, unit_id, full_name, address, sex, job_title, search_name)
    select u.province_id, r.id, u.id, r.full_name, r.address, r.sex, r.job_title, platform.fold(r.full_name)
    from ${record} join units.unit u on u.id = r.unit_id`.execute(tx)
  await sql`
    insert into access.account (province_id, id, unit_id, person_id, username, password_hash, state, created_at, password_set_at)
    select u.province_id, r.account_id, u.id, r.id, r.username, ${passwordHash}, 'active', ${now}, ${now}
    from ${record} join units.unit u on u.id = r.unit_id`.execute(tx)
  const grants = JSON.stringify(people.flatMap(({ accountId, unitId, roles }) => roles.map((role) => ({ id: newId(), account_id: accountId, unit_id: unitId, role }))))
  await sql`
    insert into access.role_grant (province_id, id, unit_id, account_id, role, valid)
    select u.province_id, r.id, u.id, r.account_id, r.role, daterange(${since}::date, null)
    from jsonb_to_recordset(${grants}::jsonb) as r (id uuid, account_id uuid, unit_id uuid, role text)
    join units.unit u on u.id = r.unit_id`.execute(tx)
}
