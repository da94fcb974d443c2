import { AppError } from '#platform/errors.ts'
import { frozenBy } from '#core/facts/freeze.ts'
import { markChanged, trackPeriods } from '#core/facts/store.ts'
import { saveBook } from '../contract.ts'
import { checkBook } from '../model/check-book.ts'
import { columnsOf, type ClassRow, type ColumnKey, type SnapshotKind } from '../model/columns.ts'
import { isWithin, spanOf } from '../model/school-year.ts'
import { sumOf } from '../model/totals.ts'
import { command, lockSnapshot, schoolOf, storeBook } from '../store.ts'

export default command(saveBook, async (ctx, { unitId, schoolYear, kind, onDay, state, revision, classes: given, dropouts, reason = null }) => {
  await ctx.allow('learners.edit', unitId)
  const school = await schoolOf(ctx.tx, unitId)
  if (!school.isSchool) throw new AppError('conflict', 'learners.no_school')
  if (!isWithin(schoolYear, kind, onDay)) throw new AppError('invalid', 'learners.day_outside')
  if (onDay > ctx.today && state === 'final') throw new AppError('invalid', 'learners.day_ahead')
  const classes = given.map((row) => onlyColumnsOf(kind, row))
  const ids = new Set(classes.map(({ id }) => id))
  if (ids.size < classes.length || dropouts.some(({ classId }) => !ids.has(classId)) || (kind === 'start' && dropouts.length > 0)) throw new AppError('invalid', 'learners.rows_apart')

  const before = await lockSnapshot(ctx.tx, { unitId, schoolYear, kind })
  if ((before?.revision ?? 0) !== revision) throw new AppError('conflict', 'learners.changed_meanwhile')
  const faults = state === 'final' ? checkBook(kind, classes, dropouts) : []
  if (faults.length > 0) throw new AppError('invalid', 'learners.faults', { count: faults.length })
  const isCorrection = before?.state === 'final'
  if (isCorrection && state === 'draft') throw new AppError('conflict', 'learners.is_final')
  const holders = isCorrection ? await frozenBy(ctx.tx, 'learners.snapshot', before.id) : []
  if (holders.length > 0 && !reason) throw new AppError('invalid', 'learners.reason_missing', { count: holders.length })

  const id = before?.id ?? ctx.newId()
  await storeBook(ctx.tx, {
    provinceId: school.provinceId, unitId, schoolYear, kind, id, onDay, state, revision: revision + 1, changedBy: ctx.actor!.accountId, changedAt: ctx.now,
    fallbackLevel: school.schoolLevels[0] ?? 'primary', classes, dropouts,
  })
  if (state === 'final') {
    // The first book of a span has its totals kept, so that superiors read them instead of all books.
    await trackPeriods(ctx.tx, [spanOf(schoolYear, kind)])
    await markChanged(ctx.tx, { unitId, provinceId: school.provinceId, days: before ? [before.onDay, onDay] : [onDay] })
  }
  if (holders.length > 0) await ctx.publish('facts.corrected', { sourceTable: 'learners.snapshot', sourceId: id, unitId, reason, occasion: ctx.newId() })
  await ctx.audit({ unitId, action: saveBook.name, entity: id, before: before && { onDay: before.onDay, state: before.state, revision }, after: { schoolYear, kind, onDay, state, classes: classes.length, sums: sumOf(classes), reason } })
  return { id, revision: revision + 1, changedAt: ctx.now }
})

/** At the start of a year nothing is known of its end. */
function onlyColumnsOf(kind: SnapshotKind, row: ClassRow): ClassRow {
  const numbers: Partial<Record<ColumnKey, number | null>> = {}
  for (const { key } of columnsOf(kind)) numbers[key] = row.numbers[key] ?? null
  return { ...row, numbers }
}
