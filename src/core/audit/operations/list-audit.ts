import { namesOfAccounts } from '#core/access/account-store.ts'
import { beyondReach } from '#core/access/operation.ts'
import { listAudit } from '../contract.ts'
import { entriesOf, query } from '../list-store.ts'

export default query(listAudit, async (ctx, { limit, ...filter }) => {
  await ctx.allow('audit.read', filter.unitId)
  const { unitId, accountId, action, entity, from, until, before } = filter
  const found = await entriesOf(ctx.tx, { unitId, accountId, action, entity, from, until, before, limit: limit + 1 })
  const entries = found.slice(0, limit)
  // A superior acts here as well; the unit may know its name.
  const ids = [...new Set(entries.flatMap((entry) => entry.accountId ?? []))]
  const names = new Map((await beyondReach(ctx.tx, () => namesOfAccounts(ctx.tx, ids))).map((row) => [row.accountId, row.fullName]))
  return {
    entries: entries.map((entry) => ({ ...entry, fullName: entry.accountId ? (names.get(entry.accountId) ?? '') : null })),
    hasMore: found.length > limit,
  }
})
