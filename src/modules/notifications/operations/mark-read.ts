import { markRead } from '../contract.ts'
import { markMessagesRead, unreadOf } from '../message-store.ts'
import { homeOf } from '../preference-store.ts'
import { command } from '../store.ts'

export default command(
  markRead,
  async (ctx, { messageIds }) => {
    const { accountId } = ctx.actor!
    const count = await markMessagesRead(ctx.tx, accountId, messageIds ?? null, ctx.now)
    const { unitId } = await homeOf(ctx.tx, accountId)
    await ctx.audit({ unitId, action: markRead.name, entity: accountId, after: { count } })
    return { unread: await unreadOf(ctx.tx, accountId) }
  },
  { as: 'system' },
)
