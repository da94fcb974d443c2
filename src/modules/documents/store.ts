import type { DocumentModel } from '@songhanh/vanban/model'
import { sql, type Insertable, type Selectable, type Transaction, type Updateable } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import { tablesOf } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { commandFor, queryFor } from '#core/access/operation.ts'
import type { FoundField } from './model/doubtful.ts'
import { headOf, type AppliedHabit } from './model/habits.ts'
import type { Direction, State } from './model/lifecycle.ts'
import { numberKey } from './model/number.ts'
import { plainText, registerFieldsOf } from './model/reading.ts'
import { searchOf } from './model/search.ts'
import type { DocumentsDb } from './tables.ts'

export const command = commandFor<DocumentsDb>()
export const query = queryFor<DocumentsDb>()

export type Tx = Transaction<DocumentsDb>

/** The transaction of another module, narrowed to the tables of this one. */
export const documentTables = tablesOf<DocumentsDb>()

const SUMMARY = [
  'id',
  'unitId',
  'direction',
  'state',
  'version',
  'docType',
  'numberText',
  'symbol',
  'issuedOn',
  'issuer',
  'subject',
  'signerName',
  'recipientsText',
  'arrivalNumber',
  'arrivedOn',
  'readingSource',
  'confirmedAt',
  'seenAt',
  'published',
  'sourceDocumentId',
  'createdAt',
  'urgency',
  'handledBy',
  'copyKeeper',
  'copies',
  'forwardedOn',
  'receiptBy',
  'note',
] as const

const WHOLE = [
  ...SUMMARY,
  'provinceId',
  'reading',
  'readText',
  'evidence',
  'foundHead',
  'appliedHabits',
  'confirmedBy',
  'approvedAt',
  'approvedBy',
  'returnedNote',
  'withdrawnNote',
] as const

type Row = Selectable<DocumentsDb['documents.document']>
export type SummaryRow = Pick<Row, (typeof SUMMARY)[number]>
export type DocumentRow = Pick<Row, (typeof WHOLE)[number]>

/** @throws AppError `not_found`, also for a row that the person may not see */
export async function documentById(tx: Tx, id: string): Promise<DocumentRow> {
  const row = await tx.selectFrom('documents.document').select(WHOLE).where('id', '=', id).executeTakeFirst()
  if (!row) throw new AppError('not_found', 'documents.not_found')
  return row
}

/**
 * The row, held until the transaction ends; one that the person may read but not write is only read, so that the
 * operation says why it refuses. @throws AppError `not_found`
 */
export async function lockDocument(tx: Tx, id: string): Promise<DocumentRow> {
  const row = await tx.selectFrom('documents.document').select(WHOLE).where('id', '=', id).forUpdate().executeTakeFirst()
  if (!row) return documentById(tx, id)
  return row
}

export interface RegisterFilter {
  readonly unitId: string
  readonly direction?: Direction | undefined
  readonly state?: State | undefined
  readonly docType?: string | undefined
  readonly year?: number | undefined
  readonly q?: string | undefined
  readonly after?: string | undefined
  readonly limit: number
  /** Drafts and what is on the way are seen in the unit itself alone. */
  readonly issuedOnly: boolean
}

export async function registerPage(tx: Tx, filter: RegisterFilter): Promise<{ documents: SummaryRow[]; next: string | null }> {
  let found = tx
    .selectFrom('documents.document')
    .select([...SUMMARY, 'listedOn'])
    .where('unitId', '=', filter.unitId)
    .orderBy('listedOn', 'desc')
    .orderBy('id', 'desc')
    .limit(filter.limit + 1)
  if (filter.direction) found = found.where('direction', '=', filter.direction)
  if (filter.state) found = found.where('state', '=', filter.state)
  if (filter.docType) found = found.where('docType', '=', filter.docType)
  if (filter.issuedOnly) found = found.where('state', 'in', ['issued', 'withdrawn']).where('direction', '=', 'outgoing')
  if (filter.year) found = found.where('listedOn', '>=', `${filter.year}-01-01`).where('listedOn', '<=', `${filter.year}-12-31`)
  if (filter.q) {
    const { words, number } = searchOf(await fold(tx, filter.q))
    if (words === null) return { documents: [], next: null }
    found = found.where((where) =>
      where.or([
        sql<boolean>`search @@ to_tsquery('simple', ${words})`,
        ...(number === null ? [] : [where('numberKey', 'like', `${number.replace(/[\\%_]/g, '\\$&')}%`)]),
      ]),
    )
  }
  if (filter.after) {
    const [day, id] = filter.after.split('_') as [string, string]
    found = found.where(sql<boolean>`(listed_on, id) < (${day}::date, ${id}::uuid)`)
  }
  const rows = await found.execute()
  const page = rows.slice(0, filter.limit)
  const last = page.at(-1)
  return { documents: page, next: rows.length > filter.limit && last ? `${last.listedOn}_${last.id}` : null }
}

async function fold(tx: Tx, text: string): Promise<string> {
  const folded = await sql<{ text: string }>`select platform.fold(${text}) as text`.execute(tx)
  return folded.rows[0]?.text ?? ''
}

/** The register of a year in the order of its numbers. What is only drafted is not in it. */
export function registerOfYear(tx: Tx, unitId: string, direction: Direction, year: number): Promise<SummaryRow[]> {
  return tx
    .selectFrom('documents.document')
    .select(SUMMARY)
    .where('unitId', '=', unitId)
    .where('direction', '=', direction)
    .where('state', 'in', ['issued', 'registered', 'withdrawn'])
    .where('listedOn', '>=', `${year}-01-01`)
    .where('listedOn', '<=', `${year}-12-31`)
    .orderBy('arrivalNumber')
    .orderBy('issuedOn')
    .orderBy('numberText')
    .orderBy('id')
    .execute()
}

/** The columns that follow from the content. */
export function columnsOf(reading: DocumentModel) {
  const fields = registerFieldsOf(reading)
  return {
    ...fields,
    recipientsText: [...fields.recipientsText],
    numberKey: numberKey(fields.numberText, fields.symbol),
    reading: JSON.stringify(reading),
    // A tsvector holds a megabyte at most.
    body: plainText(reading).slice(0, 400_000),
  }
}

/** What was read from a file, as it was read: kept beside the content that persons change. */
export function readColumns(found: { readonly reading: DocumentModel; readonly evidence: readonly FoundField[] } | null, applied: readonly AppliedHabit[] = []) {
  if (found === null) return {}
  return { evidence: JSON.stringify(found.evidence), foundHead: JSON.stringify(headOf(found.reading)), appliedHabits: JSON.stringify(applied) }
}

type New = Insertable<DocumentsDb['documents.document']>

export async function insertDocument(tx: Tx, row: New): Promise<void> {
  await tx.insertInto('documents.document').values(row).execute()
}

type Change = Omit<Updateable<DocumentsDb['documents.document']>, 'version' | 'id' | 'unitId' | 'provinceId'>

/** Changes the row and counts its version up. Returns the new version. */
export async function updateDocument(tx: Tx, id: string, change: Change): Promise<number> {
  const row = await tx
    .updateTable('documents.document')
    .set({ ...change, version: sql<number>`version + 1` })
    .where('id', '=', id)
    .returning('version')
    .executeTakeFirstOrThrow()
  return row.version
}

/** No change of the content: the version stays. */
export async function setSeen(tx: Tx, id: string, at: Date): Promise<void> {
  await tx.updateTable('documents.document').set({ seenAt: at }).where('id', '=', id).where('seenAt', 'is', null).execute()
}

export async function deleteDocument(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('documents.document').where('id', '=', id).execute()
}

/** Name, letters and place of a unit on a day; those of its last day when it is closed. */
export async function unitFacts(tx: Tx, unitId: string, today: PlainDate): Promise<{ name: string; symbol: string | null; place: string | null }> {
  const found = await tx
    .selectFrom('units.unitVersion')
    .select(['name', 'symbol', 'place'])
    .where('unitId', '=', unitId)
    .orderBy(sql`valid @> ${today}::date`, 'desc')
    .orderBy(sql`lower(valid)`, 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!found) throw new AppError('not_found', 'units.not_found')
  return found
}

export async function personName(tx: Tx, personId: string | null): Promise<string | null> {
  if (personId === null) return null
  const row = await tx.selectFrom('people.person').select('fullName').where('id', '=', personId).executeTakeFirst()
  return row?.fullName ?? null
}

/** Entries of a unit in some states, oldest first: for the list of things to do. */
export function documentsInState(tx: Tx, unitId: string, directions: readonly Direction[], state: State): Promise<SummaryRow[]> {
  return tx
    .selectFrom('documents.document')
    .select(SUMMARY)
    .where('unitId', '=', unitId)
    .where('direction', 'in', directions)
    .where('state', '=', state)
    .orderBy('id')
    .limit(50)
    .execute()
}

/** Drafts that somebody sent back. */
export function returnedDrafts(tx: Tx, unitId: string): Promise<SummaryRow[]> {
  return tx
    .selectFrom('documents.document')
    .select(SUMMARY)
    .where('unitId', '=', unitId)
    .where('state', '=', 'draft')
    .where('returnedNote', 'is not', null)
    .orderBy('id')
    .limit(50)
    .execute()
}
