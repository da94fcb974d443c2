import { FIELD_REGISTER } from '@songhanh/vanban/advice/field-register'
import type { RegisteredDocument } from '@songhanh/vanban/advice/register'
import { sql, type Transaction } from 'kysely'
import { commandFor } from '#core/access/operation.ts'
import type { PlainDate } from '#platform/clock.ts'
import { referencesOf, type HeldReference, type Word } from './model/references.ts'
import type { CitationsDb, CitationTables } from './tables.ts'

export const command = commandFor<CitationsDb>()

type Change = CitationTables['citations.referenceChange']

/** The register of the field as it holds for a unit of a day, with what was taken out of it. */
export async function referencesFor<DB>(tx: Transaction<DB>, unitId: string, today: PlainDate): Promise<HeldReference[]> {
  const words = await sql<Word>`
    select c.reference_key as key, c.id as change_id, c.unit_id as by_unit_id, min(a.depth) as distance, c.doc_type as type, c.number_text as number, c.symbol,
      c.issued_on as date, c.issuer, c.title, c.valid_from as "from", c.valid_until as until, c.replaced_by, c.source, c.certainty as sure, c.checked_on, c.dropped
    from units.unit_ancestor a
    join citations.reference_change c on c.unit_id = a.ancestor_id
    where a.unit_id = ${unitId} and a.valid @> ${today}::date
    group by c.province_id, c.id`.execute(tx)
  return referencesOf(FIELD_REGISTER, words.rows)
}

/** What a checker of citations is given: the register as it holds for the unit. */
export async function registerFor<DB>(tx: Transaction<DB>, unitId: string, today: PlainDate): Promise<RegisteredDocument[]> {
  return (await referencesFor(tx, unitId, today)).filter(({ dropped }) => !dropped)
}

/** The unit's word, held until the transaction ends. */
export function lockChange(tx: Transaction<CitationsDb>, unitId: string, id: string): Promise<Change | undefined> {
  return tx
    .selectFrom('citations.referenceChange')
    .select(['provinceId', 'id', 'unitId', 'referenceKey', 'docType', 'numberText', 'symbol', 'issuedOn', 'issuer', 'title', 'validFrom', 'validUntil', 'replacedBy', 'source', 'certainty', 'checkedOn', 'dropped', 'changedAt'])
    .where('unitId', '=', unitId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Writes a word, in the place of an earlier one of the same unit on the same document. */
export async function putChange(tx: Transaction<CitationsDb>, change: Change): Promise<void> {
  await tx
    .deleteFrom('citations.referenceChange')
    .where('unitId', '=', change.unitId)
    .where((where) => where.or([where('referenceKey', '=', change.referenceKey), where('id', '=', change.id)]))
    .execute()
  await tx.insertInto('citations.referenceChange').values(change).execute()
}

export async function deleteChange(tx: Transaction<CitationsDb>, unitId: string, id: string): Promise<void> {
  await tx.deleteFrom('citations.referenceChange').where('unitId', '=', unitId).where('id', '=', id).execute()
}
