import { createUnit } from '../contract.ts'
import { bearUnit } from '../birth.ts'
import { command } from '../handle.ts'
import { deriveAncestors, lockTree } from '../tree-store.ts'

export default command(createUnit, async (ctx, { from, provinceId, ...unit }) => {
  await lockTree(ctx.tx)
  const id = await bearUnit(ctx, unit, from, provinceId)
  await deriveAncestors(ctx.tx, [id])
  await ctx.audit({ unitId: id, action: createUnit.name, entity: id, after: { from, ...unit } })
  return { id }
})
