import { untyped } from '#platform/db/connect.ts'
import { ownerOf } from '#core/units/store.ts'
import { importActivities } from '../sheet-contract.ts'
import { weighImport } from '../import/weigh-import.ts'
import { command } from '../store.ts'
import { keepActivity } from './keep-activity.ts'

export default command(
  importActivities,
  async (ctx, { unitId, sheets }) => {
    await ctx.allow('activities.edit', unitId)
    const { answer, writes } = await weighImport(ctx.tx, unitId, sheets)
    const owner = await ownerOf(untyped(ctx.tx), unitId)
    const person = ctx.actor!.personId
    for (const { row, id, there } of writes) {
      const { values, state } = row.activity
      const traces = there ?? { createdBy: person, createdAt: ctx.now, attendance: [], attendanceRevision: 0, revision: 0 }
      await keepActivity(ctx, there, { ...traces, ...owner, id, kind: row.kind.code, kindVersion: row.kind.version, state, values, revision: traces.revision + 1, changedBy: person, changedAt: ctx.now }, undefined)
    }
    const { fresh, changed, same } = answer
    await ctx.audit({ unitId, action: importActivities.name, entity: unitId, after: { fresh, changed, same, faults: answer.faults.length, written: writes.length } })
    return { ...answer, isDry: answer.faults.length > 0 }
  },
  { conflicts: { record_id_key: 'activities.id_taken' } },
)
