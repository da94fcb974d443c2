import { getPreferences } from '../contract.ts'
import { homeOf, preferencesOf } from '../preference-store.ts'
import { query } from '../store.ts'

export default query(
  getPreferences,
  async (ctx) => {
    const { accountId } = ctx.actor!
    const { email } = await homeOf(ctx.tx, accountId)
    return { ...(await preferencesOf(ctx.tx, accountId)), email }
  },
  { as: 'system' },
)
