import { sql, type Transaction } from 'kysely'
import { storeAreas, storeAreaSuccessions } from '#core/units/import/area-import-store.ts'
import type { UnitTables } from '#core/units/tables.ts'
import type { PlainDate } from '#platform/clock.ts'
import type { DemoAreas } from './areas.ts'
import type { DemoPerson } from './people.ts'
import type { DemoTree } from './unit-lives.ts'
import { REFORM } from './units.ts'

type Tx = Transaction<unknown>

/** Writes the administrative areas and which went over to which. */
export async function insertAreas(tx: Transaction<UnitTables>, { areas, successions }: DemoAreas, idOf: (key: string) => string): Promise<void> {
  const source = 'Dữ liệu mẫu, địa danh không có thật'
  await storeAreas(
    tx,
    areas.map(({ key, code, level }) => ({ id: idOf(key), code, level })),
    areas.flatMap(({ key, stages }) =>
      stages.map(({ from, until, fullName, kind, parent }) => ({
        area_id: idOf(key),
        valid: `[${from},${until ?? ''})`,
        name: fullName.slice(kind.length + 1),
        full_name: fullName,
        kind,
        parent_id: parent && idOf(parent),
        source,
      })),
    ),
  )
  const wholes = successions.map(({ from, to }) => ({ from_id: idOf(from), to_id: idOf(to), on_day: REFORM, share: 'whole' as const, source }))
  await storeAreaSuccessions(tx, REFORM, wholes)
}

/** Writes units, their versions and successions at once, and derives who stands above whom. */
export async function insertTree(tx: Tx, tree: DemoTree, idOf: (key: string) => string): Promise<void> {
  const units = tree.units.map(({ key, provinceId, code, stages }) => ({ id: idOf(key), province_id: provinceId, code, closed_on: stages.at(-1)!.until }))
  const versions = tree.units.flatMap(({ key, stages }) =>
    stages.map((stage) => ({
      unit_id: idOf(key),
      starts: stage.from,
      ends: stage.until,
      name: stage.name,
      level: stage.level,
      school_levels: stage.schoolLevels,
      form: stage.form,
      ownership: stage.ownership,
      symbol: stage.symbol,
      place: stage.place,
      administrative_parent_id: stage.administrative && idOf(stage.administrative),
      professional_parent_id: stage.professional && idOf(stage.professional),
      area_id: stage.area && idOf(stage.area),
    })),
  )
  const steps = tree.steps.map(({ from, to, onDay, kind, decision }) => ({ from_id: idOf(from), to_id: to && idOf(to), on_day: onDay, kind, decision }))
  await sql`
    insert into units.unit (id, province_id, code, closed_on)
    select * from jsonb_to_recordset(${JSON.stringify(units)}::jsonb) as r (id uuid, province_id text, code text, closed_on date)`.execute(tx)
  await sql`
    insert into units.unit_version (unit_id, valid, name, level, school_levels, form, ownership, symbol, place, administrative_parent_id, professional_parent_id, area_id, search_name)
    select unit_id, daterange(starts, ends), name, level, school_levels, form, ownership, symbol, place, administrative_parent_id, professional_parent_id, area_id, platform.fold(name)
    from jsonb_to_recordset(${JSON.stringify(versions)}::jsonb) as r (
      unit_id uuid, starts date, ends date, name text, level text, school_levels text[], form text, ownership text, symbol text, place text,
      administrative_parent_id uuid, professional_parent_id uuid, area_id uuid)`.execute(tx)
  await sql`
    insert into units.succession (from_id, to_id, on_day, kind, decision)
    select * from jsonb_to_recordset(${JSON.stringify(steps)}::jsonb) as r (from_id uuid, to_id uuid, on_day date, kind text, decision text)`.execute(tx)
  await sql`select units.derive_ancestors(null)`.execute(tx)
}

/** Writes people with active accounts, all of one password, and the roles that they hold since the unit is there. */
export async function insertPeople(
  tx: Tx,
  people: readonly DemoPerson[],
  { idOf, newId, passwordHash, at, since }: { idOf: (key: string) => string; newId: () => string; passwordHash: string; at: Date; since: PlainDate },
): Promise<void> {
  const rows = people.map(({ id, accountId, unitKey, username, fullName, sex, address, jobTitle }) => ({
    id,
    account_id: accountId,
    unit_id: idOf(unitKey),
    username,
    full_name: fullName,
    sex,
    address,
    job_title: jobTitle,
  }))
  const held = people.flatMap((person) => person.grants.map((grant) => ({ ...grant, accountId: person.accountId })))
  // Roles are listed by their ids: the first is the one in the person's own unit.
  const grantIds = held.map(() => newId()).sort()
  const grants = held.map(({ accountId, unitKey, role, line }, order) => ({ id: grantIds[order], unit_id: idOf(unitKey), account_id: accountId, role, line }))
  const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r (
    id uuid, account_id uuid, unit_id uuid, username text, full_name text, sex text, address text, job_title text)
    join units.unit u on u.id = r.unit_id`
  await sql`
    insert into people.person (province_id, id, unit_id, full_name, address, sex, job_title, search_name)
    select u.province_id, r.id, r.unit_id, r.full_name, r.address, r.sex, r.job_title, platform.fold(r.full_name) from ${given}`.execute(tx)
  await sql`
    insert into access.account (province_id, id, unit_id, person_id, username, password_hash, state, created_at, password_set_at)
    select u.province_id, r.account_id, r.unit_id, r.id, r.username, ${passwordHash}, 'active', ${at}, ${at} from ${given}`.execute(tx)
  await sql`
    insert into access.role_grant (province_id, id, unit_id, account_id, role, line, valid)
    select u.province_id, r.id, r.unit_id, r.account_id, r.role, r.line, daterange(greatest(${since}::date, (select min(lower(v.valid)) from units.unit_version v where v.unit_id = r.unit_id)), null)
    from jsonb_to_recordset(${JSON.stringify(grants)}::jsonb) as r (id uuid, unit_id uuid, account_id uuid, role text, line text)
    join units.unit u on u.id = r.unit_id`.execute(tx)
}

/** Whether this database was filled with the demo: its Ministry stands under the demo's name. */
export async function ministryIsCalled(tx: Tx, name: string): Promise<boolean> {
  const found = await sql`select 1 from units.unit_version where level = 'ministry' and name = ${name} limit 1`.execute(tx)
  return found.rows.length > 0
}
