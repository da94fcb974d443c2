import { sql, type Transaction } from 'kysely'
import { commandFor, queryFor } from '#core/access/operation.ts'
import type { PlainDate } from '#platform/clock.ts'
import type { Word } from './model/observances.ts'
import type { CalendarDb, CalendarTables } from './tables.ts'

export const command = commandFor<CalendarDb>()
export const query = queryFor<CalendarDb>()

type Change = CalendarTables['calendar.observanceChange']

/** What a unit and its superiors of a day say of observances. */
export async function wordsFor<DB>(tx: Transaction<DB>, unitId: string, today: PlainDate): Promise<Word[]> {
  const found = await sql<Word>`
    select c.id, c.unit_id, min(a.depth) as distance, c.code, c.year, c.name, c.from_day, c.to_day, c.theme, c.dropped, c.certainty, c.source
    from units.unit_ancestor a
    join calendar.observance_change c on c.unit_id = a.ancestor_id
    where a.unit_id = ${unitId} and a.valid @> ${today}::date
    group by c.province_id, c.id`.execute(tx)
  return found.rows
}

/** The unit's word, held until the transaction ends. */
export function lockChange(tx: Transaction<CalendarDb>, unitId: string, id: string): Promise<Change | undefined> {
  return tx
    .selectFrom('calendar.observanceChange')
    .select(['provinceId', 'id', 'unitId', 'code', 'year', 'name', 'fromDay', 'toDay', 'theme', 'dropped', 'certainty', 'source', 'changedAt'])
    .where('unitId', '=', unitId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()
}

/** Writes a word, in the place of an earlier one of the same unit on the same observance and year. */
export async function putChange(tx: Transaction<CalendarDb>, change: Change): Promise<void> {
  if (change.code !== null) {
    await tx
      .deleteFrom('calendar.observanceChange')
      .where('unitId', '=', change.unitId)
      .where('code', '=', change.code)
      .where('year', 'is not distinct from', change.year)
      .where('id', '<>', change.id)
      .execute()
  }
  const { provinceId: _, id: __, unitId: ___, ...said } = change
  await tx
    .insertInto('calendar.observanceChange')
    .values(change)
    .onConflict((conflict) => conflict.columns(['provinceId', 'id']).doUpdateSet(said))
    .execute()
}

export async function deleteChange(tx: Transaction<CalendarDb>, unitId: string, id: string): Promise<void> {
  await tx.deleteFrom('calendar.observanceChange').where('unitId', '=', unitId).where('id', '=', id).execute()
}
