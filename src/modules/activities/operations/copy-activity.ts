import { findRecord, recordTables } from '#core/records/store.ts'
import { AppError } from '#platform/errors.ts'
import { copyActivity } from '../contract.ts'
import { kindOf } from '../model/kinds.ts'
import { command, lockActivity } from '../store.ts'
import { keepActivity } from './keep-activity.ts'

export default command(
  copyActivity,
  async (ctx, { recordId, newId, onDay }) => {
    const from = await lockActivity(ctx.tx, recordId)
    await ctx.allow('activities.edit', from.unitId)
    if (await findRecord(recordTables(ctx.tx), newId)) throw new AppError('conflict', 'activities.id_taken')
    const kind = kindOf(from.kind)
    const person = ctx.actor!.personId
    // What was measured that day is not true of another: numbers, results, proof and names are asked anew.
    const fields = Object.fromEntries(Object.entries(from.values.fields).filter(([, value]) => typeof value === 'string'))
    const values = { ...from.values, onDay, untilDay: null, result: null, cost: null, costSource: null, headCounts: [], fields }
    const traces = { createdBy: person, createdAt: ctx.now, changedBy: person, changedAt: ctx.now }
    await keepActivity(ctx, undefined, { ...from, ...traces, id: newId, kindVersion: kind.version, state: 'draft', values, attendance: [], attendanceRevision: 0, revision: 1 }, undefined)
    await ctx.audit({ unitId: from.unitId, action: copyActivity.name, entity: newId, after: { from: recordId, onDay } })
    return { recordId: newId, revision: 1 }
  },
  { conflicts: { record_id_key: 'activities.id_taken' } },
)
