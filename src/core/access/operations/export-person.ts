import { untyped } from '#platform/db/connect.ts'
import { personOf } from '#core/people/store.ts'
import { exportPerson } from '../contract.ts'
import { beyondReach } from '../operation.ts'
import { heldAbout } from '../personal-data.ts'
import { query } from '../store.ts'

export default query(exportPerson, async (ctx, { personId }) => {
  const { unitId } = await personOf(untyped(ctx.tx), personId)
  await ctx.allow('people.change', unitId)
  await ctx.noteReading({ unitId, action: exportPerson.name, entity: personId })
  return beyondReach(ctx.tx, () => heldAbout(ctx.tx, personId, ctx))
})
