import { sql, type Selectable, type Transaction } from 'kysely'
import { tablesOf } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import type { Kind } from './model/kind.ts'
import type { Attendee, RecordState, RecordValues } from './model/record.ts'
import type { RecordTables } from './tables.ts'

/** A transaction of any module, narrowed to the tables of records. */
export const recordTables = tablesOf<RecordTables>()

type Tx = Transaction<RecordTables>
type Row = Selectable<RecordTables['records.record']>

/** A record with its traces; who took part by name only in `attendance`. */
export interface SavedRecord {
  readonly id: string
  readonly provinceId: string
  readonly unitId: string
  readonly kind: string
  readonly kindVersion: number
  readonly state: RecordState
  readonly values: RecordValues
  readonly attendance: readonly Attendee[]
  readonly attendanceRevision: number
  readonly revision: number
  readonly createdBy: string
  readonly createdAt: Date
  readonly changedBy: string
  readonly changedAt: Date
}

const COLUMNS = [
  'id', 'provinceId', 'unitId', 'kind', 'kindVersion', 'state', 'onDay', 'untilDay', 'title', 'place', 'result', 'fields', 'cost', 'costSource',
  'taskId', 'planId', 'nodeId', 'attendance', 'attendanceRevision', 'revision', 'createdBy', 'createdAt', 'changedBy', 'changedAt',
] as const

/** Removed ones too. Undefined when there is none that the person sees. */
export async function findRecord(tx: Tx, id: string, lock = false): Promise<SavedRecord | undefined> {
  const found = tx.selectFrom('records.record').select(COLUMNS).where('id', '=', id)
  const row = await (lock ? found.forUpdate() : found).executeTakeFirst()
  if (!row) return undefined
  return (await withCounts(tx, [row]))[0]
}

/** Locked until the transaction ends; one that may only be read is read, so that the operation says why it refuses. @throws AppError `not_found` */
export async function lockRecord(tx: Tx, id: string, code: string): Promise<SavedRecord> {
  const found = (await findRecord(tx, id, true)) ?? (await findRecord(tx, id))
  if (!found) throw new AppError('not_found', code)
  return found
}

/** Some records with their head-counts, in the order of `ids`. */
export async function recordsOf(tx: Tx, ids: readonly string[]): Promise<SavedRecord[]> {
  if (ids.length === 0) return []
  const rows = await tx.selectFrom('records.record').select(COLUMNS).where('id', 'in', ids).execute()
  const byId = new Map((await withCounts(tx, rows)).map((record) => [record.id, record]))
  return ids.flatMap((id) => byId.get(id) ?? [])
}

async function withCounts(tx: Tx, rows: readonly Pick<Row, (typeof COLUMNS)[number]>[]): Promise<SavedRecord[]> {
  if (rows.length === 0) return []
  const counts = await tx
    .selectFrom('records.headCount')
    .select(['recordId', 'audience', 'sex', 'ageGroup', 'ethnicity', 'contacts', 'persons'])
    .where('recordId', 'in', rows.map(({ id }) => id))
    .orderBy('audience')
    .orderBy('sex')
    .orderBy('ageGroup')
    .orderBy('ethnicity')
    .execute()
  return rows.map((row) => {
    const { onDay, untilDay, title, place, result, fields, cost, costSource, taskId, planId, nodeId, ...traces } = row
    const headCounts = counts.filter(({ recordId }) => recordId === row.id).map(({ recordId: _, ...cell }) => cell)
    const values = { onDay, untilDay, title, place, result, fields, headCounts, cost: cost === null ? null : Number(cost), costSource, taskId, planId, nodeId }
    return { ...traces, values }
  })
}

/** The record as a revision left it; null when that revision is not known. */
export async function valuesAt(tx: Tx, recordId: string, revision: number): Promise<RecordValues | null> {
  const row = await tx.selectFrom('records.recordVersion').select('values').where('recordId', '=', recordId).where('revision', '=', revision).executeTakeFirst()
  return row?.values ?? null
}

/** Every revision, the newest first. */
export function versionsOf(tx: Tx, recordId: string) {
  return tx
    .selectFrom('records.recordVersion')
    .select(['revision', 'state', 'values', 'reason', 'changedBy', 'changedAt'])
    .where('recordId', '=', recordId)
    .orderBy('revision', 'desc')
    .execute()
}

/** Writes the record, its head-counts and the version that it now is. `reason` says why what was reported changes. */
export async function putRecord(tx: Tx, kind: Kind, record: SavedRecord, reason: string | null): Promise<void> {
  const { provinceId, unitId, id, values, revision, state, changedBy, changedAt } = record
  const { headCounts, fields, ...plain } = values
  const row = {
    kind: record.kind,
    kindVersion: record.kindVersion,
    state,
    ...plain,
    fields: JSON.stringify(fields),
    detail: detailOf(kind, values),
    figures: JSON.stringify(figuresOf(kind, values)),
    attendance: JSON.stringify(record.attendance),
    attendanceRevision: record.attendanceRevision,
    revision,
    changedBy,
    changedAt,
    searchText: sql<string>`platform.fold(${[values.title, values.place, values.result].filter(Boolean).join(' ')})`,
  }
  await tx
    .insertInto('records.record')
    .values({ provinceId, unitId, id, createdBy: record.createdBy, createdAt: record.createdAt, ...row })
    .onConflict((conflict) => conflict.columns(['provinceId', 'id']).doUpdateSet(row))
    .execute()
  await tx.deleteFrom('records.headCount').where('provinceId', '=', provinceId).where('recordId', '=', id).execute()
  if (headCounts.length > 0) {
    await tx.insertInto('records.headCount').values(headCounts.map((cell) => ({ provinceId, recordId: id, unitId, ...cell }))).execute()
  }
  await tx
    .insertInto('records.recordVersion')
    .values({ provinceId, recordId: id, revision, unitId, state, values: JSON.stringify(values), reason, changedBy, changedAt })
    .execute()
}

/** What the kind breaks its facts down by. */
export function detailOf(kind: Kind, { fields }: RecordValues): string {
  const value = kind.detail ? fields[kind.detail] : undefined
  return typeof value === 'string' ? value : ''
}

/** What the kind counts of a record beside its people; what is unknown is left out, not zero. */
export function figuresOf(kind: Kind, values: RecordValues): Record<string, number> {
  const known = (measure: string): number | null => {
    if (measure === 'count') return 1
    const value = measure === 'cost' ? values.cost : values.fields[measure]
    return typeof value === 'number' ? value : null
  }
  return Object.fromEntries(
    kind.measures.flatMap((measure) => {
      const value = known(measure)
      return value === null ? [] : [[measure, value]]
    }),
  )
}
