import type { CommandContext } from '#core/access/request.ts'
import { frozenBy, type Holder } from '#core/facts/freeze.ts'
import { markChanged } from '#core/facts/store.ts'
import { assignmentsOf, markStarted } from '#modules/assignments/public.ts'
import { putRecord, recordTables, type SavedRecord } from '#core/records/store.ts'
import { AppError } from '#platform/errors.ts'
import { kindOf } from '../model/kinds.ts'
import type { ActivitiesDb } from '../tables.ts'

/** The table that facts of activities name as their source. */
export const SOURCE = 'records.record'

/**
 * Writes a new revision with all that follows from it: totals are counted anew, and where a report was submitted with
 * the activity, everybody who holds it is told.
 *
 * @param before  as it stood; undefined when it is new
 * @throws AppError `conflict` `activities.frozen` when reports hold it and no reason is given
 */
export async function keepActivity(ctx: CommandContext<ActivitiesDb>, before: SavedRecord | undefined, after: SavedRecord, reason: string | undefined): Promise<void> {
  const { id, unitId, provinceId } = after
  const holders: readonly Holder[] = before ? await frozenBy(ctx.tx, SOURCE, id) : []
  if (holders.length > 0 && !reason) throw new AppError('conflict', 'activities.frozen', { reports: holders.length, first: holders[0]!.title, unit: holders[0]!.unitName })
  await startTask(ctx, before, after)
  await putRecord(recordTables(ctx.tx), kindOf(after.kind), after, reason ?? null)
  const days = [before, after].filter((record) => record?.state === 'recorded').map((record) => record!.values.onDay)
  await markChanged(ctx.tx, { unitId, provinceId, days: [...new Set(days)] })
  if (after.state === 'recorded') await ctx.publish('activities.recorded', { recordId: id, unitId, taskId: after.values.taskId })
  if (holders.length > 0) await ctx.publish('facts.corrected', { sourceTable: SOURCE, sourceId: id, unitId, reason, occasion: ctx.newId() })
}

/** The work that an activity carries out is in progress from now on. @throws AppError `invalid` `activities.task_unknown` */
async function startTask(ctx: CommandContext<ActivitiesDb>, before: SavedRecord | undefined, { unitId, state, values }: SavedRecord): Promise<void> {
  const { taskId, onDay } = values
  if (taskId === null || (before?.values.taskId === taskId && before.state === state)) return
  // The work of a plan may end in January of the next year, or begin before its own.
  const year = Number(onDay.slice(0, 4))
  const known = (await Promise.all([year - 1, year, year + 1].map((one) => assignmentsOf(ctx.tx, unitId, one)))).flat()
  if (!known.some(({ id }) => id === taskId)) throw new AppError('invalid', 'activities.task_unknown')
  if (state === 'recorded') await markStarted(ctx, taskId)
}
