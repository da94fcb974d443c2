import { exportRegister } from '../contract.ts'
import { query, registerOfYear, unitFacts } from '../store.ts'

export default query(exportRegister, async (ctx, { unitId, direction, year }) => {
  await ctx.allow('documents.readDrafts', unitId)
  return { unitName: (await unitFacts(ctx.tx, unitId, ctx.today)).name, documents: await registerOfYear(ctx.tx, unitId, direction, year) }
})
