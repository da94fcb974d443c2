import { sql } from 'kysely'
import type { World } from './world.ts'

/** What every unit owns: ids by table, by unit. */
export interface Things {
  /** Tables of things with an id, `plans.plan`. */
  readonly tables: readonly string[]
  /** The first id of a table that a unit owns; undefined when it owns none. */
  idOf(table: string, unitId: string): string | undefined
  /** All ids of all tables that the units own. */
  idsOf(unitIds: readonly string[]): Set<string>
}

/** Reads, past all walls, which things there are: every table with an `id` and a `unit_id`, those to come included. */
export async function thingsOf(world: World): Promise<Things> {
  const tables = await world.rows(sql<{ name: string }>`
    select n.nspname || '.' || c.relname as name
    from pg_class c
    join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema', 'pgboss', 'platform')
      and 2 = (select count(*) from pg_attribute a where a.attrelid = c.oid and a.attname in ('id', 'unit_id') and a.atttypid = 'uuid'::regtype and not a.attisdropped)
    order by 1`)
  const owned = new Map<string, Map<string, string[]>>()
  for (const { name } of tables) {
    const rows = await world.rows(sql<{ unitId: string; ids: string[] }>`select unit_id, array_agg(id::text order by id) as ids from ${sql.table(name)} group by unit_id`)
    owned.set(name, new Map(rows.map(({ unitId, ids }) => [unitId, ids])))
  }
  return {
    tables: tables.map(({ name }) => name),
    idOf: (table, unitId) => owned.get(table)?.get(unitId)?.[0],
    idsOf: (unitIds) => new Set([...owned.values()].flatMap((byUnit) => unitIds.flatMap((unitId) => byUnit.get(unitId) ?? []))),
  }
}

/** Parameters whose name is not that of a table. */
const CALLED_OTHERWISE: Readonly<Record<string, string>> = {
  roleId: 'access.role_grant',
  caseId: 'cases.case_file',
  figureId: 'indicators.hand_figure',
  fileId: 'cases.attachment',
  stepId: 'cases.entry',
  pairId: 'cases.key_pair',
  requestId: 'cases.glass_request',
  pointId: 'plans.directive_point',
  changeId: 'periods.holiday_change',
  trustedId: 'documents.trusted_file',
}

/** The table of the things that a parameter such as `planId` names; null when there is none. */
export function tableOf(parameter: string, module: string, tables: readonly string[]): string | null {
  const noun = parameter.replace(/Id$/, '').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
  const named = tables.filter((table) => table.endsWith(`.${noun}`))
  return named.find((table) => table.startsWith(`${module}.`)) ?? CALLED_OTHERWISE[parameter] ?? named[0] ?? null
}
