import { sql, type Transaction } from 'kysely'
import { commandFor, queryFor } from '#core/access/operation.ts'
import type { PlainDate } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import type { SchoolLevel } from '#core/units/model/unit.ts'
import { COLUMN_KEYS, type ClassRow, type ColumnKey, type Dropout, type SnapshotKind } from './model/columns.ts'
import { levelOfGrade } from './model/grades.ts'
import type { LearnersDb } from './tables.ts'

export const command = commandFor<LearnersDb>()
export const query = queryFor<LearnersDb>()

type Tx = Transaction<LearnersDb>

export interface School {
  readonly unitId: string
  readonly provinceId: string
  readonly name: string
  readonly isSchool: boolean
  readonly schoolLevels: readonly SchoolLevel[]
}

/** The unit as it is now, or was on its last day. @throws AppError `not_found` */
export async function schoolOf(tx: Tx, unitId: string): Promise<School> {
  const row = await tx
    .selectFrom('units.unitVersion as v')
    .innerJoin('units.unit as u', 'u.id', 'v.unitId')
    .select(['u.provinceId', 'v.name', 'v.level', 'v.schoolLevels'])
    .where('u.id', '=', unitId)
    .orderBy('v.valid', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) throw new AppError('not_found', 'units.not_found')
  return { unitId, provinceId: row.provinceId, name: row.name, isSchool: row.level === 'school', schoolLevels: row.schoolLevels }
}

export function usualDayOf(tx: Tx, kind: SnapshotKind) {
  return tx.selectFrom('learners.usualDay').select(['month', 'day', 'source']).where('kind', '=', kind).executeTakeFirstOrThrow()
}

export interface SnapshotRow {
  readonly id: string
  readonly schoolYear: number
  readonly kind: SnapshotKind
  readonly onDay: PlainDate
  readonly state: 'draft' | 'final'
  readonly revision: number
  readonly changedAt: Date
}

const SNAPSHOT = ['id', 'schoolYear', 'kind', 'onDay', 'state', 'revision', 'changedAt'] as const

export interface Place {
  readonly unitId: string
  readonly schoolYear: number
  readonly kind: SnapshotKind
}

export async function snapshotOf(tx: Tx, { unitId, schoolYear, kind }: Place): Promise<SnapshotRow | null> {
  const row = await tx.selectFrom('learners.snapshot').select(SNAPSHOT).where('unitId', '=', unitId).where('schoolYear', '=', schoolYear).where('kind', '=', kind).executeTakeFirst()
  return row ?? null
}

/** As `snapshotOf`, locked until the transaction ends; two that begin the same one wait for each other. */
export async function lockSnapshot(tx: Tx, place: Place): Promise<SnapshotRow | null> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`learners ${place.unitId} ${place.schoolYear} ${place.kind}`}, 0))`.execute(tx)
  return snapshotOf(tx, place)
}

/** The newest other count of the school, whose classes can be taken over. */
export async function latestBefore(tx: Tx, { unitId, schoolYear, kind }: Place): Promise<SnapshotRow | null> {
  const row = await tx
    .selectFrom('learners.snapshot')
    .select(SNAPSHOT)
    .where('unitId', '=', unitId)
    .where((where) => where.or([where('schoolYear', '<', schoolYear), where.and([where('schoolYear', '=', schoolYear), where('kind', '=', kind === 'end' ? 'start' : 'none' as SnapshotKind)])]))
    .orderBy('onDay', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? null
}

export async function classesOf(tx: Tx, snapshotId: string): Promise<ClassRow[]> {
  const rows = await tx.selectFrom('learners.classRow').select(['id', 'grade', 'name', ...COLUMN_KEYS]).where('snapshotId', '=', snapshotId).orderBy('position').execute()
  return rows.map(({ id, grade, name, ...numbers }) => ({ id, grade, name, numbers }))
}

export async function dropoutsOf(tx: Tx, snapshotId: string): Promise<Dropout[]> {
  const rows = await tx.selectFrom('learners.dropout').select(['id', 'classId', 'reason', 'sex', 'ethnicity', 'pupils']).where('snapshotId', '=', snapshotId).orderBy('id').execute()
  return rows.map(({ ethnicity, ...row }) => ({ ...row, isMinority: ethnicity === 'minority' }))
}

export interface BookToStore extends Place {
  readonly provinceId: string
  readonly id: string
  readonly onDay: PlainDate
  readonly state: 'draft' | 'final'
  readonly revision: number
  readonly changedBy: string
  readonly changedAt: Date
  /** Level of a class whose grade is not told yet. */
  readonly fallbackLevel: SchoolLevel
  readonly classes: readonly ClassRow[]
  readonly dropouts: readonly Dropout[]
}

/** Writes a count in place of what was there. */
export async function storeBook(tx: Tx, book: BookToStore): Promise<void> {
  const { provinceId, unitId, id } = book
  const { schoolYear, kind, onDay, state, revision, changedBy, changedAt } = book
  await tx
    .insertInto('learners.snapshot')
    .values({ provinceId, id, unitId, schoolYear, kind, onDay, state, revision, changedBy, changedAt })
    .onConflict((conflict) => conflict.columns(['provinceId', 'id']).doUpdateSet({ onDay, state, revision, changedBy, changedAt }))
    .execute()
  await tx.deleteFrom('learners.classRow').where('snapshotId', '=', id).execute()
  if (book.classes.length > 0) {
    await tx.insertInto('learners.classRow').values(book.classes.map((row, position) => ({
      provinceId, unitId, snapshotId: id, id: row.id, position, grade: row.grade, level: levelOfGrade(row.grade) ?? book.fallbackLevel, name: row.name, ...numbersOf(row),
    }))).execute()
  }
  if (book.dropouts.length > 0) {
    await tx.insertInto('learners.dropout').values(book.dropouts.map(({ isMinority, ...dropout }) => ({ provinceId, unitId, snapshotId: id, ...dropout, ethnicity: isMinority ? ('minority' as const) : ('majority' as const) }))).execute()
  }
}

function numbersOf({ numbers }: ClassRow): Record<ColumnKey, number | null> {
  return Object.fromEntries(COLUMN_KEYS.map((key) => [key, numbers[key] ?? null])) as Record<ColumnKey, number | null>
}
