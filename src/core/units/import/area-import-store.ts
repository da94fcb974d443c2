import { sql } from 'kysely'
import type { Tx } from '../tree-store.ts'

export interface AreaToStore {
  readonly id: string
  readonly code: string
  readonly level: 'province' | 'district' | 'commune'
}

export interface AreaVersionToStore {
  readonly area_id: string
  /** A `daterange`. */
  readonly valid: string
  readonly name: string
  readonly full_name: string
  readonly kind: string
  readonly parent_id: string | null
  readonly source: string
}

export interface AreaSuccessionToStore {
  readonly from_id: string
  readonly to_id: string
  readonly on_day: string
  readonly share: 'whole' | 'rest' | 'part'
  readonly source: string
}

/** Stores areas with their versions in place of what was stored of them. */
export async function storeAreas(tx: Tx, areas: readonly AreaToStore[], versions: readonly AreaVersionToStore[]): Promise<void> {
  await sql`
    insert into units.area (id, code, level)
    select * from jsonb_to_recordset(${JSON.stringify(areas)}::jsonb) as r (id uuid, code text, level text)
    on conflict (id) do nothing`.execute(tx)
  await sql`
    delete from units.area_version v
    using jsonb_to_recordset(${JSON.stringify(areas)}::jsonb) as r (id uuid)
    where v.area_id = r.id`.execute(tx)
  await sql`
    insert into units.area_version (area_id, valid, name, full_name, kind, parent_id, search_name, source)
    select r.area_id, r.valid, r.name, r.full_name, r.kind, r.parent_id, platform.fold(r.full_name), r.source
    from jsonb_to_recordset(${JSON.stringify(versions)}::jsonb)
      as r (area_id uuid, valid daterange, name text, full_name text, kind text, parent_id uuid, source text)`.execute(tx)
}

/** Stores the successions of a day in place of those that were stored of it. */
export async function storeAreaSuccessions(tx: Tx, onDay: string, successions: readonly AreaSuccessionToStore[]): Promise<void> {
  await sql`delete from units.area_succession where on_day = ${onDay}`.execute(tx)
  await sql`
    insert into units.area_succession (from_id, to_id, on_day, share, source)
    select * from jsonb_to_recordset(${JSON.stringify(successions)}::jsonb) as r (from_id uuid, to_id uuid, on_day date, share text, source text)`.execute(tx)
}
