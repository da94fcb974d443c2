import { markTold } from '../contract.ts'
import { changeMail, lockMail } from '../mail-store.ts'
import { mailLifecycle } from '../model/mail-lifecycle.ts'
import { command } from '../store.ts'

export default command(markTold, async (ctx, { mailId }) => {
  const { unitId, accountId: _, ...before } = await lockMail(ctx.tx, mailId)
  await ctx.allow('notifications.manageMails', unitId)
  const state = mailLifecycle.next(before.state, 'tell')
  await changeMail(ctx.tx, mailId, { state })
  await ctx.audit({ unitId, action: markTold.name, entity: mailId, before: { state: before.state }, after: { state } })
  return { ...before, state }
})
