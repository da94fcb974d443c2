import { AppError } from '#platform/errors.ts'
import { exportAttendance } from '../attendance-contract.ts'
import { kindOf } from '../model/kinds.ts'
import { lockActivity, query } from '../store.ts'

export default query(exportAttendance, async (ctx, { unitId, kind, recordId }) => {
  await ctx.allow('activities.readNames', unitId)
  kindOf(kind)
  if (!recordId) return { title: '', kind, attendees: [] }
  const record = await lockActivity(ctx.tx, recordId)
  if (record.unitId !== unitId) throw new AppError('not_found', 'activities.not_found')
  await ctx.noteReading({ unitId, action: exportAttendance.name, entity: recordId })
  return { title: record.values.title, kind: record.kind, attendees: [...record.attendance] }
})
