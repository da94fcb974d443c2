import { AppError } from '#platform/errors.ts'
import { untyped } from '#platform/db/connect.ts'
import { checkValues } from '#core/records/model/check-values.ts'
import { changedParts, mergeValues, partOf } from '#core/records/model/merge.ts'
import { tidyValues } from '#core/records/model/tidy.ts'
import { findRecord, recordTables, type SavedRecord, valuesAt } from '#core/records/store.ts'
import { ownerOf } from '#core/units/store.ts'
import { saveActivity } from '../contract.ts'
import { evidenceMissingOf, questionsOf } from '../evidence-store.ts'
import { kindOf } from '../model/kinds.ts'
import { wireValues } from '../model/wire-values.ts'
import { blameOf, command } from '../store.ts'
import { keepActivity } from './keep-activity.ts'

export default command(
  saveActivity,
  async (ctx, input) => {
    const { unitId, recordId } = input
    await ctx.allow('activities.edit', unitId)
    const kind = kindOf(input.kind)
    if (input.kindVersion > kind.version) throw new AppError('conflict', 'activities.kind_newer')
    const tx = recordTables(ctx.tx)
    const mine = tidyValues(kind, input.values)
    const there = await findRecord(tx, recordId, true)
    if (there) refuseOther(there, unitId, input.kind)

    const base = there && input.revision > 0 ? await valuesAt(tx, recordId, input.revision) : null
    const { values, conflicts } = there ? mergeValues(base, mine, there.values) : { values: mine, conflicts: [] }
    const state = there?.state === 'recorded' && input.revision < there.revision ? 'recorded' : input.state
    const fault = checkValues(kind, input.kindVersion, values, state === 'draft')[0]
    if (fault) throw new AppError('invalid', `activities.fault_${fault.code}`, { at: fault.at })

    const names = attendanceOf(there, input.attendance, input.revision)
    const parts = there ? changedParts(there.values, values) : []
    const isChanged = !there || parts.length > 0 || state !== there.state || names.isChanged
    const person = ctx.actor!.personId
    const revision = (there?.revision ?? 0) + (isChanged ? 1 : 0)
    const after: SavedRecord = {
      id: recordId,
      ...(there ?? { ...(await ownerOf(untyped(ctx.tx), unitId)), createdBy: person, createdAt: ctx.now, attendanceRevision: 0 }),
      kind: input.kind,
      kindVersion: Math.max(input.kindVersion, there?.kindVersion ?? 0),
      state,
      values,
      attendance: names.attendance,
      ...(names.isChanged ? { attendanceRevision: revision } : {}),
      revision,
      changedBy: person,
      changedAt: ctx.now,
    }
    if (isChanged) await keepActivity(ctx, there, after, input.reason)
    // The names of participants stay out of the log.
    await ctx.audit({ unitId, action: saveActivity.name, entity: recordId, after: { revision, state, kind: input.kind, parts } })

    const blame = conflicts.length > 0 || names.conflict ? await blameOf(ctx.tx, recordId) : undefined
    return {
      recordId,
      revision,
      state,
      values: wireValues(values),
      conflicts: [
        ...conflicts.map((part) => ({ part, mine: partOf(mine, part), theirs: partOf(there!.values, part), ...blame!.of(part) })),
        ...(names.conflict ? [{ part: 'attendance', mine: input.attendance, theirs: there!.attendance, ...blame!.at(there!.attendanceRevision) }] : []),
      ],
      questions: await questionsOf(ctx.tx, after, ctx.today),
      evidenceMissing: await evidenceMissingOf(ctx.tx, after),
    }
  },
  { conflicts: { record_id_key: 'activities.id_taken' } },
)

/** @throws AppError when the id is that of something else */
function refuseOther(there: SavedRecord, unitId: string, kind: string): void {
  if (there.unitId !== unitId) throw new AppError('not_found', 'activities.not_found')
  if (there.state === 'removed') throw new AppError('conflict', 'activities.removed')
  if (there.kind !== kind) throw new AppError('conflict', 'activities.kind_fixed')
}

/** The list of participants is taken as a whole: it is not joined name by name. */
function attendanceOf(there: SavedRecord | undefined, given: SavedRecord['attendance'] | undefined, revision: number) {
  const now = there?.attendance ?? []
  if (given === undefined || JSON.stringify(given) === JSON.stringify(now)) return { attendance: now, isChanged: false, conflict: false }
  const conflict = there !== undefined && there.attendanceRevision > revision
  return { attendance: conflict ? now : given, isChanged: !conflict, conflict }
}
