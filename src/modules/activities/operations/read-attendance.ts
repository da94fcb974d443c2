import { readAttendance as contract } from '../attendance-contract.ts'
import { readAttendance } from '../import/attendance-sheet.ts'
import { kindOf } from '../model/kinds.ts'
import { query } from '../store.ts'

export default query(contract, async (ctx, { unitId, kind, sheets }) => {
  await ctx.allow('activities.edit', unitId)
  const known = kindOf(kind)
  const filled = sheets.find(({ rows }) => rows.some((cells) => cells.some((cell) => cell !== null && cell !== '')))
  return readAttendance(known, filled ?? { name: '', rows: [], formulas: [], merged: [] })
})
