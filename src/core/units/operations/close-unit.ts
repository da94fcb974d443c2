import { closeUnit } from '../contract.ts'
import { endLife, moveBelow } from '../closing.ts'
import { command } from '../handle.ts'
import { factsOf } from '../model/facts.ts'
import { deriveAncestors, insertSuccessions, lockTree } from '../tree-store.ts'

export default command(closeUnit, async (ctx, { unitId, on, decision = null }) => {
  await ctx.allow('units.change', unitId)
  await lockTree(ctx.tx)
  await moveBelow(ctx.tx, [unitId], on, decision, () => null)
  const last = await endLife(ctx.tx, unitId, on)
  await insertSuccessions(ctx.tx, [{ fromId: unitId, toId: null, onDay: on, kind: 'abolish', decision }])
  await ctx.audit({ unitId, action: closeUnit.name, entity: unitId, before: factsOf(last), after: { closedOn: on, decision } })
  await deriveAncestors(ctx.tx, [unitId])
  await ctx.publish('units.closed', { unitId, on })
  return null
})
