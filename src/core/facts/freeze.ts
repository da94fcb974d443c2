import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { beyondReach } from '#core/access/operation.ts'
import { canonicalJson } from '#platform/canonical-json.ts'
import { AppError } from '#platform/errors.ts'
import { uuidv7 } from '#platform/ids.ts'
import type { AnyTx } from './store.ts'

/** Something that figures stand on, as it was. */
export interface Source {
  /** Schema and table, `records.record`. */
  readonly sourceTable: string
  readonly sourceId: string
  readonly digest: string
}

export interface Freezing {
  readonly holderTable: string
  readonly holderId: string
  readonly unitId: string
  /** As a person of another unit may read it. */
  readonly title: string
  readonly sources: readonly Source[]
  readonly at?: Date
  /** Nothing of this holder can be held yet: none is looked for to be replaced. */
  readonly isFirst?: boolean
}

/** SHA-256 in hex of what a source says; equal values give equal digests, whatever the order of their keys. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value)).digest('hex')
}

/** Holds down what the figures of a holder stand on; freezing the same holder again replaces its sources. */
export async function freeze<DB>(tx: AnyTx<DB>, { holderTable, holderId, unitId, title, sources, at, isFirst = false }: Freezing): Promise<void> {
  if (!isFirst) await release(tx, holderTable, holderId)
  // As one parameter: a consolidation stands on more rows than a statement has parameters.
  const made = await sql`
    with holder as (
      insert into facts.frozen (province_id, id, unit_id, holder_table, holder_id, title, frozen_at)
      select u.province_id, ${uuidv7()}::uuid, u.id, ${holderTable}, ${holderId}::uuid, ${title}, ${at ?? new Date()}::timestamptz from units.unit u where u.id = ${unitId}::uuid
      returning province_id, id, unit_id
    ), held as (
      insert into facts.frozen_source (province_id, frozen_id, unit_id, source_table, source_id, digest)
      select distinct on (s."sourceTable", s."sourceId") h.province_id, h.id, h.unit_id, s."sourceTable", s."sourceId", s.digest
      from holder h cross join jsonb_to_recordset(${JSON.stringify(sources)}::jsonb) as s ("sourceTable" text, "sourceId" uuid, digest text)
    )
    select 1 from holder`.execute(tx)
  if (made.rows.length === 0) throw new AppError('not_found', 'units.not_found')
}

/** Lets go of the sources of a holder that no longer stands: it was returned, withdrawn or removed. */
export async function release<DB>(tx: AnyTx<DB>, holderTable: string, holderId: string): Promise<void> {
  await sql`
    with holder as (
      delete from facts.frozen where holder_table = ${holderTable} and holder_id = ${holderId}::uuid returning province_id, id
    )
    delete from facts.frozen_source s using holder h where s.province_id = h.province_id and s.frozen_id = h.id`.execute(tx)
}

/** A report or consolidation that stands on a source, directly or through another. */
export interface Holder {
  readonly holderTable: string
  readonly holderId: string
  readonly unitId: string
  readonly unitName: string
  readonly title: string
  readonly frozenAt: Date
  /** 1: it holds the source itself; 2: it holds such a one; and so on. */
  readonly steps: number
}

/**
 * Every report at every level that would no longer agree when a source changes, nearest first.
 *
 * Title and unit alone, also of holders that the person may not read: who corrects must know whom it concerns.
 */
export async function frozenBy<DB>(tx: AnyTx<DB>, sourceTable: string, sourceId: string): Promise<Holder[]> {
  return beyondReach(tx, async () => {
    const found = await sql<Holder>`
      with recursive holder (province_id, id, holder_table, holder_id, steps) as (
        select f.province_id, f.id, f.holder_table, f.holder_id, 1
        from facts.frozen_source s join facts.frozen f on f.province_id = s.province_id and f.id = s.frozen_id
        where s.source_id = ${sourceId} and s.source_table = ${sourceTable}
        union
        select f.province_id, f.id, f.holder_table, f.holder_id, h.steps + 1
        from holder h
        join facts.frozen_source s on s.source_id = h.holder_id and s.source_table = h.holder_table
        join facts.frozen f on f.province_id = s.province_id and f.id = s.frozen_id
        where h.steps < 12
      )
      select f.holder_table, f.holder_id, f.unit_id, coalesce(v.name, '') as unit_name, f.title, f.frozen_at, min(h.steps)::int as steps
      from holder h
      join facts.frozen f on f.province_id = h.province_id and f.id = h.id
      left join lateral (select name from units.unit_version v where v.unit_id = f.unit_id order by v.valid desc limit 1) v on true
      group by f.holder_table, f.holder_id, f.unit_id, v.name, f.title, f.frozen_at
      order by steps, f.frozen_at, f.title`.execute(tx)
    return found.rows
  })
}
