import { sql } from 'kysely'
import type { Tx } from './store.ts'

export interface CorrectionRow {
  readonly id: string
  readonly number: number
  readonly sourceUnitName: string
  readonly reason: string
  readonly at: Date
}

/** Corrections beneath a report that no version has taken up yet. */
export async function openCorrections(tx: Tx, reportId: string): Promise<CorrectionRow[]> {
  const found = await sql<CorrectionRow>`
    select c.id, c.number, c.reason, c.at,
      coalesce((select v.name from units.unit_version v where v.unit_id = c.source_unit_id order by v.valid desc limit 1), '') as source_unit_name
    from reports.correction c
    where c.report_id = ${reportId} and c.settled_number is null
    order by c.at desc`.execute(tx)
  return found.rows
}

/** A new version agrees again with what was corrected before it. */
export async function settleCorrections(tx: Tx, reportId: string, number: number): Promise<void> {
  await tx.updateTable('reports.correction').set({ settledNumber: number }).where('reportId', '=', reportId).where('settledNumber', 'is', null).execute()
}

/** Marks a submitted report as no longer agreeing; the same correction once. @returns whether it is new */
export async function insertCorrection(
  tx: Tx,
  correction: { provinceId: string; id: string; reportId: string; number: number; unitId: string; superiorId: string; sourceTable: string; sourceId: string; sourceUnitId: string; reason: string; at: Date },
): Promise<boolean> {
  const row = await tx
    .insertInto('reports.correction')
    .values({ ...correction, settledNumber: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}
