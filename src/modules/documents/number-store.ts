import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { ownerOf } from '#core/units/store.ts'
import { numberText, type DocumentNumber } from './model/number.ts'
import { type Tx } from './store.ts'

export const ARRIVALS = 'arrival'
const SINGLE = 'all'

export interface Numbering {
  readonly mode: 'per_type' | 'single'
  readonly unitSymbol: string | null
}

/** How a unit numbers; per type and with its own letters unless it decided otherwise. */
export async function numberingOf(tx: Tx, unitId: string): Promise<Numbering> {
  const row = await tx.selectFrom('documents.numbering').select(['mode', 'unitSymbol']).where('unitId', '=', unitId).executeTakeFirst()
  return row ?? { mode: 'per_type', unitSymbol: null }
}

export async function saveNumbering(tx: Tx, unitId: string, numbering: Numbering): Promise<void> {
  const owner = await ownerOf(untyped(tx), unitId)
  await tx
    .insertInto('documents.numbering')
    .values({ ...owner, ...numbering })
    .onConflict((conflict) => conflict.columns(['provinceId', 'unitId']).doUpdateSet({ ...numbering }))
    .execute()
}

/** The series in which a unit counts documents of a type. */
export function seriesFor(numbering: Numbering, docType: string): string {
  return numbering.mode === 'single' ? SINGLE : docType
}

export interface SeriesKey {
  readonly unitId: string
  readonly series: string
  readonly year: number
}

/** Holds the series until the transaction ends, so that numbers are given one after the other. */
async function lockSeries(tx: Tx, key: SeriesKey): Promise<number> {
  const owner = await ownerOf(untyped(tx), key.unitId)
  await tx
    .insertInto('documents.numberSeries')
    .values({ ...owner, series: key.series, year: key.year, lastNumber: 0 })
    .onConflict((conflict) => conflict.columns(['provinceId', 'unitId', 'series', 'year']).doNothing())
    .execute()
  const row = await tx
    .selectFrom('documents.numberSeries')
    .select('lastNumber')
    .where('unitId', '=', key.unitId)
    .where('series', '=', key.series)
    .where('year', '=', key.year)
    .forUpdate()
    .executeTakeFirstOrThrow()
  return row.lastNumber
}

/** The lowest number past `last` that nobody has. */
async function freeAfter(tx: Tx, key: SeriesKey, last: number): Promise<number> {
  const taken = await tx
    .selectFrom('documents.takenNumber')
    .select('number')
    .where('unitId', '=', key.unitId)
    .where('series', '=', key.series)
    .where('year', '=', key.year)
    .where('number', '>', last)
    .where('suffix', '=', '')
    .orderBy('number')
    .execute()
  let next = last + 1
  for (const { number } of taken) {
    if (number > next) break
    next = number + 1
  }
  return next
}

/** The next free number as it is now; another may take it. */
export async function peekNext(tx: Tx, key: SeriesKey): Promise<number> {
  const row = await tx
    .selectFrom('documents.numberSeries')
    .select('lastNumber')
    .where('unitId', '=', key.unitId)
    .where('series', '=', key.series)
    .where('year', '=', key.year)
    .executeTakeFirst()
  return freeAfter(tx, key, row?.lastNumber ?? 0)
}

/**
 * Takes a number: the chosen one, or the next free one.
 *
 * A number that was only held back is given to the document that asks for it by name.
 * @throws AppError `conflict` `documents.number_taken` with the next free one
 */
export async function takeNumber(
  tx: Tx,
  key: SeriesKey,
  chosen: DocumentNumber | null,
  holder: { documentId: string; at: Date } | { note: string; at: Date },
): Promise<DocumentNumber> {
  const last = await lockSeries(tx, key)
  const given = chosen ?? { number: await freeAfter(tx, key, last), suffix: '' }
  const documentId = 'documentId' in holder ? holder.documentId : null
  const note = 'note' in holder ? holder.note : null
  const owner = await ownerOf(untyped(tx), key.unitId)
  const taken = await tx
    .insertInto('documents.takenNumber')
    .values({ ...owner, series: key.series, year: key.year, ...given, documentId, note, takenAt: holder.at })
    .onConflict((conflict) =>
      conflict
        .columns(['provinceId', 'unitId', 'series', 'year', 'number', 'suffix'])
        .doUpdateSet({ documentId, note })
        .where('documents.takenNumber.documentId', 'is', null)
        // A second reservation does not push the first one out.
        .where((where) => where.val(documentId !== null)),
    )
    .returning('number')
    .executeTakeFirst()
  if (!taken) {
    const next = numberText({ number: await freeAfter(tx, key, last), suffix: '' })
    throw new AppError('conflict', 'documents.number_taken', { number: numberText(given), next })
  }
  await countOn(tx, key, (await freeAfter(tx, key, last)) - 1)
  return given
}

/** A document gives its number back: it is the next free one again. */
export async function releaseNumber(tx: Tx, documentId: string): Promise<void> {
  const given = await tx
    .selectFrom('documents.takenNumber')
    .select(['unitId', 'series', 'year', 'number', 'suffix'])
    .where('documentId', '=', documentId)
    .executeTakeFirst()
  if (!given) return
  // First the series, then the number, as everywhere: two who take and give back at once do not wait for each other.
  const last = await lockSeries(tx, given)
  await tx.deleteFrom('documents.takenNumber').where('documentId', '=', documentId).execute()
  if (given.suffix === '') await countOn(tx, given, Math.min(last, given.number - 1))
}

/** Numbers up to `lastNumber` count as spent. */
export async function countOn(tx: Tx, key: SeriesKey, lastNumber: number): Promise<void> {
  await lockSeries(tx, key)
  await tx
    .updateTable('documents.numberSeries')
    .set({ lastNumber })
    .where('unitId', '=', key.unitId)
    .where('series', '=', key.series)
    .where('year', '=', key.year)
    .execute()
}

export function seriesOfYear(tx: Tx, unitId: string, year: number): Promise<{ series: string; lastNumber: number }[]> {
  return tx
    .selectFrom('documents.numberSeries')
    .select(['series', 'lastNumber'])
    .where('unitId', '=', unitId)
    .where('year', '=', year)
    .orderBy('series')
    .execute()
}

/** Numbers that are held back for documents on paper. */
export function heldNumbers(tx: Tx, unitId: string, year: number): Promise<{ series: string; number: number; suffix: string; note: string | null }[]> {
  return tx
    .selectFrom('documents.takenNumber')
    .select(['series', 'number', 'suffix', 'note'])
    .where('unitId', '=', unitId)
    .where('year', '=', year)
    .where('documentId', 'is', null)
    .orderBy('number')
    .execute()
}
