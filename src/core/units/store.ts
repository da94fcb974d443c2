import { sql, type Transaction } from 'kysely'
import type { PlainDate } from '#platform/clock.ts'
import { AppError } from '#platform/errors.ts'
import type { Standing } from './model/standing.ts'

/** The unit itself and every unit above it in the tree of a day, on both lines; none when it does not exist that day. */
export async function standingsOf(tx: Transaction<unknown>, unitId: string, today: PlainDate): Promise<Standing[]> {
  const found = await sql<Standing>`
    select ancestor_id, line, depth from units.unit_ancestor
    where unit_id = ${unitId} and valid @> ${today}::date`.execute(tx)
  return found.rows
}

/** The owner columns of a new row of this unit. @throws AppError `not_found` */
export async function ownerOf(tx: Transaction<unknown>, unitId: string): Promise<{ unitId: string; provinceId: string }> {
  const found = await sql<{ provinceId: string }>`select province_id from units.unit where id = ${unitId}`.execute(tx)
  const row = found.rows[0]
  if (!row) throw new AppError('not_found', 'units.not_found')
  return { unitId, provinceId: row.provinceId }
}
