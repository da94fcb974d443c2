import { sql } from 'kysely'
import { untyped } from '#platform/db/connect.ts'
import { ownerOf } from '#core/units/store.ts'
import type { Habit, Lesson } from './model/habits.ts'
import type { Tx } from './store.ts'

/** Corrections that a unit made, the latest first. */
export function habitsOf(tx: Tx, unitId: string): Promise<Habit[]> {
  return tx
    .selectFrom('documents.issuerHabit')
    .select(['id', 'issuerKeys', 'field', 'found', 'corrected'])
    .where('unitId', '=', unitId)
    .orderBy('learnedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(2_000)
    .execute()
}

interface Learned {
  readonly unitId: string
  readonly documentId: string
  readonly issuerKeys: readonly string[]
  readonly lessons: readonly Lesson[]
  readonly at: Date
}

/** Keeps corrections in the place of earlier ones of the same reading. */
export async function remember(tx: Tx, { unitId, documentId, issuerKeys, lessons, at }: Learned, newId: () => string): Promise<void> {
  if (lessons.length === 0 || issuerKeys.length === 0) return
  const owner = await ownerOf(untyped(tx), unitId)
  for (const { field, found, corrected } of lessons) {
    await tx
      .deleteFrom('documents.issuerHabit')
      .where('unitId', '=', unitId)
      .where('field', '=', field)
      .where(sql<boolean>`issuer_keys && ${[...issuerKeys]}::text[]`)
      .where('found', 'is not distinct from', found)
      .execute()
    await tx.insertInto('documents.issuerHabit').values({ ...owner, id: newId(), issuerKeys: [...issuerKeys], field, found, corrected, documentId, learnedAt: at }).execute()
  }
}

export async function forget(tx: Tx, unitId: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  await tx.deleteFrom('documents.issuerHabit').where('unitId', '=', unitId).where('id', 'in', [...ids]).execute()
}
