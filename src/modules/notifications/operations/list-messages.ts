import { listMessages } from '../contract.ts'
import { messagesOf, unreadOf } from '../message-store.ts'
import { query } from '../store.ts'

export default query(
  listMessages,
  async (ctx, { onlyUnread, after, limit }) => {
    const { accountId } = ctx.actor!
    const found = await messagesOf(ctx.tx, accountId, { onlyUnread, after, limit: limit + 1 }, ctx.today)
    return { messages: found.slice(0, limit), hasMore: found.length > limit, unread: await unreadOf(ctx.tx, accountId) }
  },
  // What a person was told in a unit stays theirs after they have left it.
  { as: 'system' },
)
