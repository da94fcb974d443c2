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

/** Whether a version is marked already because of a source. */
export async function isMarked(tx: Tx, of: { reportId: string; number: number; sourceTable: string; sourceId: string }): Promise<boolean> {
  const row = await tx.selectFrom('reports.correction').select('id').where('reportId', '=', of.reportId).where('number', '=', of.number).where('sourceTable', '=', of.sourceTable).where('sourceId', '=', of.sourceId).limit(1).executeTakeFirst()
  return row !== undefined
}

/** Marks a submitted report as no longer agreeing; the same correction once. @returns whether it is new */
export async function insertCorrection(
  tx: Tx,
  correction: { provinceId: string; id: string; reportId: string; number: number; unitId: string; superiorId: string; sourceTable: string; sourceId: string; sourceUnitId: string; reason: string; occasion: string; at: Date },
): Promise<boolean> {
  const row = await tx
    .insertInto('reports.correction')
    .values({ ...correction, settledNumber: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Marks a frozen consolidation as no longer agreeing; the same correction once. @returns whether it is new */
export async function insertConsolidationCorrection(
  tx: Tx,
  correction: { provinceId: string; id: string; consolidationId: string; unitId: string; sourceTable: string; sourceId: string; sourceUnitId: string; reason: string; occasion: string; at: Date },
): Promise<boolean> {
  const row = await tx
    .insertInto('reports.consolidationCorrection')
    .values({ ...correction, seenAt: null, seenBy: null, seenNote: null })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  return row !== undefined
}

/** Corrections beneath frozen consolidations of a unit that nobody has decided about, newest first. */
export async function correctionsBeneath(tx: Tx, of: { unitId: string; consolidationId?: string }) {
  const found = await sql<{ id: string; consolidationId: string; roundId: string; title: string; sourceUnitName: string; reason: string; occasion: string; at: Date }>`
    select k.id, k.consolidation_id, c.round_id, c.title, k.reason, k.at,
      coalesce((select v.name from units.unit_version v where v.unit_id = k.source_unit_id order by v.valid desc limit 1), '') as source_unit_name
    from reports.consolidation_correction k
    join reports.consolidation c on c.id = k.consolidation_id
    where k.unit_id = ${of.unitId}::uuid and k.seen_at is null and (${of.consolidationId ?? null}::uuid is null or k.consolidation_id = ${of.consolidationId ?? null}::uuid)
    order by k.at desc, k.id desc`.execute(tx)
  return found.rows
}

/** Notes what was decided about the corrections beneath the consolidations of a round, or one of them. @returns how many there were */
export async function settleBeneath(tx: Tx, of: { roundId: string; consolidationId?: string }, seen: { at: Date; by: string; note: string | null }): Promise<number> {
  const found = await sql`
    update reports.consolidation_correction k set seen_at = ${seen.at}::timestamptz, seen_by = ${seen.by}::uuid, seen_note = ${seen.note}
    from reports.consolidation c
    where c.id = k.consolidation_id and c.round_id = ${of.roundId}::uuid and k.seen_at is null and (${of.consolidationId ?? null}::uuid is null or c.id = ${of.consolidationId ?? null}::uuid)`.execute(tx)
  return Number(found.numAffectedRows ?? 0n)
}
