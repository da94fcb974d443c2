import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { aWorld, type World } from '#testing/world.ts'

/** Schemas that hold no data of units: the machinery. */
const MACHINERY = ['platform', 'pgboss']

/** Tables without an owner: areas, days of the nation, what is derived of the tree of units, what belongs to sign-in alone. */
const REFERENCE = [
  'access.device_key',
  'access.passkey',
  'access.passkey_challenge',
  'access.password_link',
  'access.recovery_code',
  'access.session',
  'access.sign_in_throttle',
  'access.totp',
  'audit.verification',
  'case_counts.half_year',
  'facts.cell',
  'facts.check_run',
  'facts.measure',
  'facts.period',
  'learners.usual_day',
  'periods.holiday',
  'units.area',
  'units.area_succession',
  'units.area_version',
  'units.unit_ancestor',
]

/** The tree of units, which everybody reads and few change. */
const READ_BY_ALL = ['units.succession', 'units.unit', 'units.unit_version']

/** Totals, which the program derives from what units write: people read their own, and write none. */
const DERIVED = ['facts.difference', 'facts.roll_total', 'facts.unit_place', 'facts.unit_total']

/** The schema that the roles of ordinary requests do not even enter, and the roles that do. */
const SEALED = 'cases.'
const SEALED_ROLES = ['songhanh_cases', 'songhanh_cases_intake']

interface Table {
  readonly name: string
  readonly ownedByUnit: boolean
  readonly enabled: boolean
  readonly forced: boolean
  /** Commands that songhanh_app has a policy for. */
  readonly ruled: readonly string[]
  /** Whether some policy lets songhanh_app or everybody read whatever there is. */
  readonly open: boolean
  readonly keyedByProvince: boolean
}

let world: World
let tables: readonly Table[]

/** Every table of a module, as the database itself describes it. */
const LOOK = sql<Table>`
    select
      n.nspname || '.' || c.relname as name,
      exists (select from pg_attribute a where a.attrelid = c.oid and a.attname = 'unit_id' and not a.attisdropped) as owned_by_unit,
      c.relrowsecurity as enabled,
      c.relforcerowsecurity as forced,
      array(
        select distinct command
        from pg_policies p, unnest(case p.cmd when 'ALL' then array['SELECT', 'INSERT', 'UPDATE', 'DELETE'] else array[p.cmd] end) as command
        where p.schemaname = n.nspname and p.tablename = c.relname and p.roles && array['songhanh_app', 'public']::name[]
        order by command
      ) as ruled,
      exists (
        select from pg_policies p
        where p.schemaname = n.nspname and p.tablename = c.relname and p.roles && array['songhanh_app', 'public']::name[] and p.qual = 'true'
      ) as open,
      coalesce((
        select a.attnum = any (i.indkey)
        from pg_index i
        join pg_attribute a on a.attrelid = c.oid and a.attname = 'province_id'
        where i.indrelid = c.oid and i.indisprimary
      ), false) as keyed_by_province
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition
      and n.nspname not in ('pg_catalog', 'information_schema') and n.nspname not like 'pg\_%'
      and n.nspname <> all (${MACHINERY})
    order by 1`

beforeAll(async () => {
  world = await aWorld()
  tables = await world.rows(LOOK)
})

const bareOf = (all: readonly Table[]) => all.filter((table) => !(table.enabled && table.forced) && !REFERENCE.includes(table.name)).map(({ name }) => name)

describe('every table of a module', () => {
  it('is seen by this test', () => {
    expect(tables.length).toBeGreaterThan(10)
  })

  it('has a unit_id or is protected, unless it is listed as reference', () => {
    expect(tables.filter((table) => !table.ownedByUnit && !table.enabled && !REFERENCE.includes(table.name)).map(({ name }) => name)).toEqual([])
  })

  it('has row-level security, forced upon its owner as well', () => {
    expect(bareOf(tables)).toEqual([])
  })

  it('is found without it the day it is added, also when somebody forgot to force it', async () => {
    const refuse = world.db.transaction().execute(async (tx) => {
      await sql`create schema probe`.execute(tx)
      for (const name of ['forgotten', 'half', 'whole']) await sql`create table ${sql.id('probe', name)} (province_id text, id uuid, unit_id uuid not null, primary key (province_id, id))`.execute(tx)
      await sql`alter table probe.half enable row level security`.execute(tx)
      await sql`select units.protect('probe.whole')`.execute(tx)
      throw Object.assign(new Error('put back'), { found: bareOf((await LOOK.execute(tx)).rows) })
    })
    await expect(refuse).rejects.toMatchObject({ found: ['probe.forgotten', 'probe.half'] })
  })

  it('has a policy for every kind of access of a person', () => {
    const rules = (name: string) => (DERIVED.includes(name) ? 'SELECT' : 'DELETE,INSERT,SELECT,UPDATE')
    const gaps = tables.filter(({ name, ruled }) => !name.startsWith(SEALED) && ![...REFERENCE, ...READ_BY_ALL].includes(name) && ruled.join() !== rules(name))
    expect(gaps.map(({ name, ruled }) => ({ name, ruled }))).toEqual([])
  })

  it('is closed to persons altogether, when it belongs to confidential cases', async () => {
    expect(tables.filter(({ name, ruled }) => name.startsWith(SEALED) && ruled.length > 0)).toEqual([])
    const granted = await world.rows(sql<{ name: string }>`
      select distinct grantee as name from information_schema.role_table_grants where table_schema = 'cases'
      union
      select distinct role::regrole::text from pg_namespace, aclexplode(nspacl) as given (grantor, role) where nspname = 'cases'`)
    const owner = await world.rows(sql<{ name: string }>`select nspowner::regrole::text as name from pg_namespace where nspname = 'cases'`)
    expect(granted.map(({ name }) => name).filter((name) => name !== owner[0]!.name).sort()).toEqual(SEALED_ROLES)
  })

  it('is not thrown open by a policy without a condition', () => {
    expect(tables.filter((table) => table.open && !READ_BY_ALL.includes(table.name)).map(({ name }) => name)).toEqual([])
  })

  it('has the province in its primary key, when a unit owns it', () => {
    const listed = [...REFERENCE, ...READ_BY_ALL]
    expect(tables.filter((table) => table.ownedByUnit && !table.keyedByProvince && !listed.includes(table.name)).map(({ name }) => name)).toEqual([])
  })

  it('is on the list of reference tables only while it exists', () => {
    const names = tables.map(({ name }) => name)
    expect([...REFERENCE, ...READ_BY_ALL, ...DERIVED].filter((name) => !names.includes(name))).toEqual([])
  })
})

describe('the database', () => {
  it('grants nothing to everybody', async () => {
    const given = await world.rows(sql<{ name: string }>`
      select distinct table_schema || '.' || table_name as name from information_schema.role_table_grants
      where grantee = 'PUBLIC' and table_schema not in ('pg_catalog', 'information_schema')`)
    // Extensions lend their own views; ours give nothing away.
    expect(given.map(({ name }) => name).filter((name) => !name.startsWith('public.pg_stat'))).toEqual([])
  })

  it('lets no view read with the rights of its owner', async () => {
    const views = await world.rows(sql<{ name: string }>`
      select n.nspname || '.' || c.relname as name
      from pg_class c
      join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'v' and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'pgboss')
        and not coalesce('security_invoker=true' = any (c.reloptions) or 'security_invoker=on' = any (c.reloptions), false)`)
    expect(views).toEqual([])
  })

  it('fixes the search path of every function that runs with the rights of its owner', async () => {
    const loose = await world.rows(sql<{ name: string }>`
      select n.nspname || '.' || p.proname as name
      from pg_proc p
      join pg_namespace n on n.oid = p.pronamespace
      where p.prosecdef and n.nspname not in ('pg_catalog', 'information_schema', 'public', 'pgboss')
        and not exists (select from unnest(p.proconfig) as setting where setting like 'search\_path=%')`)
    expect(loose).toEqual([])
  })
})
