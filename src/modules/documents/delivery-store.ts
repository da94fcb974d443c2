import { sql } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import { untyped } from '#platform/db/connect.ts'
import type { Level, SchoolLevel } from '#core/units/model/unit.ts'
import { ownerOf } from '#core/units/store.ts'
import { type Tx } from './store.ts'

export interface RecipientChoice {
  readonly group: 'schools' | 'communes' | 'departments' | 'all'
  readonly schoolLevel?: SchoolLevel | undefined
  /** Only the units directly below. */
  readonly direct?: boolean | undefined
}

const LEVELS_OF = {
  schools: ['school'],
  communes: ['commune'],
  departments: ['department'],
  all: ['department', 'commune', 'school'],
} as const satisfies Record<RecipientChoice['group'], readonly Level[]>

/** Units below one, on either line of subordination in the tree of a day, by group. */
export async function unitsBelow(tx: Tx, unitId: string, choice: RecipientChoice, today: PlainDate): Promise<{ unitId: string; name: string; level: Level }[]> {
  const found = await sql<{ unitId: string; name: string; level: Level }>`
    select v.unit_id, v.name, v.level
    from units.unit_version v
    where v.valid @> ${today}::date
      and v.level = any (${[...LEVELS_OF[choice.group]]})
      and (${choice.schoolLevel ?? null}::text is null or ${choice.schoolLevel ?? null} = any (v.school_levels))
      and v.unit_id in (
        select a.unit_id from units.unit_ancestor a
        where a.ancestor_id = ${unitId} and a.depth > 0 and a.valid @> ${today}::date
          and (not ${choice.direct ?? false} or a.depth = 1)
      )
    order by v.search_name, v.unit_id`.execute(tx)
  return found.rows
}

/** Those of the units that exist on a day. */
export async function unitsOpen(tx: Tx, unitIds: readonly string[], today: PlainDate): Promise<Set<string>> {
  if (unitIds.length === 0) return new Set()
  const rows = await tx
    .selectFrom('units.unitVersion')
    .select('unitId')
    .where('unitId', 'in', unitIds)
    .where(sql<boolean>`valid @> ${today}::date`)
    .execute()
  return new Set(rows.map((row) => row.unitId))
}

/** Puts these recipients in the place of those before. */
export async function replaceRecipients(tx: Tx, document: { id: string; unitId: string }, recipientUnitIds: readonly string[], newId: () => string): Promise<void> {
  const owner = await ownerOf(untyped(tx), document.unitId)
  await tx.deleteFrom('documents.documentRecipient').where('documentId', '=', document.id).execute()
  const unique = [...new Set(recipientUnitIds)]
  for (let at = 0; at < unique.length; at += 1_000) {
    const values = unique.slice(at, at + 1_000).map((recipientUnitId) => ({ ...owner, id: newId(), documentId: document.id, recipientUnitId, deliveredId: null, deliveredAt: null, seenAt: null }))
    await tx.insertInto('documents.documentRecipient').values(values).execute()
  }
}

export function recipientsOf(tx: Tx, documentId: string, today: PlainDate): Promise<{ unitId: string; name: string; deliveredAt: Date | null; seenAt: Date | null }[]> {
  return tx
    .selectFrom('documents.documentRecipient as r')
    .innerJoinLateral(
      (from) =>
        from
          .selectFrom('units.unitVersion as v')
          .select('v.name')
          .whereRef('v.unitId', '=', 'r.recipientUnitId')
          .orderBy(sql`v.valid @> ${today}::date`, 'desc')
          .orderBy(sql`lower(v.valid)`, 'desc')
          .limit(1)
          .as('u'),
      (join) => join.onTrue(),
    )
    .select(['r.recipientUnitId as unitId', 'u.name', 'r.deliveredAt', 'r.seenAt'])
    .where('r.documentId', '=', documentId)
    .orderBy('u.name')
    .execute()
}

/** Recipients that have not got the document yet and exist today. */
export async function undelivered(tx: Tx, documentId: string, today: PlainDate): Promise<string[]> {
  const rows = await tx
    .selectFrom('documents.documentRecipient as r')
    .select('r.id')
    .where('r.documentId', '=', documentId)
    .where('r.deliveredId', 'is', null)
    .where((where) =>
      where.exists(
        where
          .selectFrom('units.unitVersion as v')
          .select('v.unitId')
          .whereRef('v.unitId', '=', 'r.recipientUnitId')
          .where(sql<boolean>`v.valid @> ${today}::date`),
      ),
    )
    .orderBy('r.id')
    .execute()
  return rows.map((row) => row.id)
}

/** The recipient, held until the transaction ends; undefined when another one has delivered meanwhile. */
export function lockUndelivered(tx: Tx, recipientId: string): Promise<{ recipientUnitId: string } | undefined> {
  return tx
    .selectFrom('documents.documentRecipient')
    .select('recipientUnitId')
    .where('id', '=', recipientId)
    .where('deliveredId', 'is', null)
    .forUpdate()
    .executeTakeFirst()
}

export async function markDelivered(tx: Tx, recipientId: string, deliveredId: string, at: Date): Promise<void> {
  await tx.updateTable('documents.documentRecipient').set({ deliveredId, deliveredAt: at }).where('id', '=', recipientId).execute()
}

/** The issuer sees that a recipient has opened the document. */
export async function markOpened(tx: Tx, deliveredId: string, at: Date): Promise<void> {
  await tx.updateTable('documents.documentRecipient').set({ seenAt: at }).where('deliveredId', '=', deliveredId).where('seenAt', 'is', null).execute()
}

/** Whether a document is issued still; it stays so until the transaction ends. */
export async function holdIssued(tx: Tx, documentId: string): Promise<boolean> {
  const row = await tx.selectFrom('documents.document').select('state').where('id', '=', documentId).forShare().executeTakeFirst()
  return row?.state === 'issued'
}

/** Entries of other units that came from a document and still stand. */
export async function deliveredEntries(tx: Tx, sourceId: string): Promise<string[]> {
  const rows = await tx.selectFrom('documents.document').select('id').where('sourceDocumentId', '=', sourceId).where('state', '<>', 'withdrawn').orderBy('id').execute()
  return rows.map((row) => row.id)
}
