import { newToken, tokenHash } from '#core/access/token.ts'
import { ownerOf } from '#core/units/store.ts'
import { untyped } from '#platform/db/connect.ts'
import { createFeed } from '../contract.ts'
import { command, insertFeed } from '../store.ts'

export default command(
  createFeed,
  async (ctx, { unitId, scope }) => {
    await ctx.allow('agenda.list', unitId)
    const id = ctx.newId()
    const token = newToken()
    const owner = await ownerOf(untyped(ctx.tx), unitId)
    await insertFeed(ctx.tx, { ...owner, id, accountId: ctx.actor!.accountId, scope, tokenHash: tokenHash(token), createdAt: ctx.now })
    await ctx.audit({ unitId, action: createFeed.name, entity: id, after: { scope } })
    return { id, path: `/ics/${token}.ics` }
  },
  // A repeated command must not bring the secret back.
  { redact: ({ id }) => ({ id, path: '' }) },
)
