import { sealedEntity } from '#core/audit/store.ts'
import { notify } from '#modules/notifications/public.ts'
import { confirmKey } from '../key-contract.ts'
import { replace } from '../keeper-store.ts'
import { waitingOne } from '../near-store.ts'
import { openedPair } from '../opened-store.ts'
import { asIntake, caseCommand } from '../store.ts'

/**
 * Another person with an open key vouches for a pair that was made anew. It opens what comes, and old cases once somebody
 * who can open them does; a case that nobody else can open stays shut for ever.
 */
export default caseCommand(confirmKey, async (ctx, { unitId, pairId }) => {
  await ctx.allow('cases.work', unitId)
  const own = await openedPair(ctx)
  const waiting = await waitingOne(ctx, unitId, pairId)
  await asIntake(ctx.tx, async () => {
    await ctx.tx.deleteFrom('cases.keyAnswer').where('waitingPairId', '=', pairId).execute()
    await replace(ctx.tx, waiting.lostId, pairId, own.accountId)
  })
  await ctx.audit({ unitId, action: confirmKey.name, entity: sealedEntity(pairId) })
  await notify(ctx, { unitId: waiting.unitId, to: { accountIds: [waiting.accountId] }, topic: 'work', once: `cases.key_confirmed:${pairId}`, text: { key: 'cases.notice_key_back', params: {} }, href: '/viec-rieng/khoa' })
  return null
})
