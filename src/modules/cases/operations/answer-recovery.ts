import { sealedEntity } from '#core/audit/store.ts'
import { notify } from '#modules/notifications/public.ts'
import { AppError } from '#platform/errors.ts'
import { answerRecovery } from '../key-contract.ts'
import { answersOf, answerWith } from '../keeper-store.ts'
import { pairById } from '../key-pair-store.ts'
import { waitingOne } from '../near-store.ts'
import { openedPair } from '../opened-store.ts'
import { asIntake, caseCommand } from '../store.ts'

/** A keeper opens the own piece and seals it to the pair that waits; the program sees it in this transaction alone. */
export default caseCommand(answerRecovery, async (ctx, { unitId, pairId }) => {
  await ctx.allow('cases.work', unitId)
  const keeper = await openedPair(ctx)
  const { lostId, unitId: ownersUnit, accountId } = await waitingOne(ctx, unitId, pairId)
  const answered = await asIntake(ctx.tx, async () => {
    const [lost, waiting] = [await pairById(ctx.tx, lostId), await pairById(ctx.tx, pairId)]
    if (!lost || !waiting || !(await answerWith(ctx.tx, keeper, { lost, waiting, now: ctx.now }))) throw new AppError('not_found', 'cases.no_request')
    return (await answersOf(ctx.tx, pairId)).length
  })
  await ctx.audit({ unitId, action: answerRecovery.name, entity: sealedEntity(pairId) })
  if (answered >= 2) await notify(ctx, { unitId: ownersUnit, to: { accountIds: [accountId] }, topic: 'work', once: `cases.key_back:${pairId}`, text: { key: 'cases.notice_key_back', params: {} }, href: '/viec-rieng/khoa' })
  return { answered }
})
