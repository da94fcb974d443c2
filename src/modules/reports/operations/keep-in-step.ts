import type { CommandContext } from '#core/access/request.ts'
import { saveReport } from '../contract.ts'
import { applyChanges, type Change } from '../model/entries.ts'
import { alsoIn } from '../model/in-step.ts'
import { progressOf } from '../model/part-state.ts'
import { changeReport, draftsBeside, saveEntries, type ReportRow } from '../report-store.ts'
import type { RoundRow } from '../round-store.ts'
import type { ReportsDb } from '../tables.ts'
import { composeReport } from './compose-report.ts'

/** Writes the edits of a draft into the unit's other drafts over the same window, where they stood the same and neither is written apart. */
export async function keepInStep(ctx: CommandContext<ReportsDb>, report: ReportRow, round: RoundRow, changes: readonly Change[]): Promise<void> {
  if (report.isApart || report.state !== 'draft' || !changes.some(({ kind }) => kind === 'texts' || kind === 'cells')) return
  for (const { report: other, round: asked } of await draftsBeside(ctx.tx, report, round, 'lock')) {
    if (other.isApart) continue
    const taken = alsoIn(round.form, changes, { form: asked.form, entries: other.entries })
    if (taken.length === 0) continue
    const { entries } = applyChanges(other.entries, taken)
    const revision = await saveEntries(ctx.tx, other.id, entries, ctx.now)
    await changeReport(ctx.tx, other.id, progressOf(asked.form, await composeReport(ctx.tx, { ...other, entries }, asked)))
    await ctx.audit({ unitId: other.unitId, action: saveReport.name, entity: other.id, after: { revision, with: report.id, fields: taken.map(({ kind, key }) => `${kind}:${key}`) } })
  }
}
