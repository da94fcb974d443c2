import { listSessions } from '../contract.ts'
import { query, sessionsOf } from '../store.ts'

export default query(
  listSessions,
  async (ctx) => {
    const { accountId, sessionId } = ctx.actor!
    const sessions = await sessionsOf(ctx.tx, accountId, ctx.now)
    return sessions.map((session) => ({ ...session, isCurrent: session.id === sessionId }))
  },
  { as: 'system' },
)
