import { sealedEntity } from '#core/audit/store.ts'
import { closeKey } from '../key-contract.ts'
import { closeSession } from '../opened-store.ts'
import { asIntake, caseCommand } from '../store.ts'

export default caseCommand(closeKey, async (ctx, { unitId }) => {
  await ctx.allow('cases.work', unitId)
  const { sessionId } = ctx.actor!
  await asIntake(ctx.tx, () => closeSession(ctx.tx, sessionId))
  await ctx.audit({ unitId, action: closeKey.name, entity: sealedEntity(sessionId) })
  return null
})
