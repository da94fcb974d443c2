import { beyondReach } from '#core/access/operation.ts'
import { AppError } from '#platform/errors.ts'
import { retryMail } from '../contract.ts'
import { addressOf, changeMail, lockMail } from '../mail-store.ts'
import { mailLifecycle } from '../model/mail-lifecycle.ts'
import { SEND } from '../public.ts'
import { command } from '../store.ts'

export default command(retryMail, async (ctx, { mailId }) => {
  const { unitId, accountId, ...before } = await lockMail(ctx.tx, mailId)
  await ctx.allow('notifications.manageMails', unitId)
  const state = mailLifecycle.next(before.state, 'retry')
  // The address may have been corrected meanwhile.
  const toAddress = await beyondReach(ctx.tx, () => addressOf(ctx.tx, accountId))
  if (toAddress === null) throw new AppError('conflict', 'notifications.no_address')
  await changeMail(ctx.tx, mailId, { state, toAddress, attempts: 0, nextAt: ctx.now, lastError: null })
  await ctx.enqueue(SEND, {})
  await ctx.audit({ unitId, action: retryMail.name, entity: mailId, before: { state: before.state }, after: { state } })
  return { ...before, state, toAddress, attempts: 0, nextAt: ctx.now, lastError: null }
})
