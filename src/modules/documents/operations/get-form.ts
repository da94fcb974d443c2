import { getForm } from '../form-contract.ts'
import { formOfUnit } from '../form-store.ts'
import { query } from '../store.ts'

export default query(getForm, async (ctx, { unitId }) => {
  await ctx.allow('documents.readDrafts', unitId)
  return formOfUnit(ctx.tx, unitId)
})
