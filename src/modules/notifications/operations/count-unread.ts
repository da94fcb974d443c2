import { countUnread } from '../contract.ts'
import { unreadOf } from '../message-store.ts'
import { query } from '../store.ts'

export default query(countUnread, async (ctx) => ({ unread: await unreadOf(ctx.tx, ctx.actor!.accountId) }), { as: 'system' })
