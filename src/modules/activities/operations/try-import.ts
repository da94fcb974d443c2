import { tryImport } from '../sheet-contract.ts'
import { weighImport } from '../import/weigh-import.ts'
import { query } from '../store.ts'

export default query(tryImport, async (ctx, { unitId, sheets }) => {
  await ctx.allow('activities.edit', unitId)
  return (await weighImport(ctx.tx, unitId, sheets)).answer
})
