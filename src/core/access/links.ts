import { linkExpiry, passwordLinkPath, type LinkPurpose } from './model/password-link.ts'
import { beyondReach } from './operation.ts'
import type { CommandContext } from './request.ts'
import { insertPasswordLink, spendPasswordLinks } from './store.ts'
import type { AccessDb } from './tables.ts'
import { newToken, tokenHash } from './token.ts'

/** Makes the one link of an account that works from now on; who may have it, the operation has judged. */
export async function issueLink(ctx: Pick<CommandContext<AccessDb>, 'tx' | 'now'>, accountId: string, purpose: LinkPurpose): Promise<{ path: string; expiresAt: Date }> {
  const token = newToken()
  const expiresAt = linkExpiry(purpose, ctx.now)
  await beyondReach(ctx.tx, async () => {
    await spendPasswordLinks(ctx.tx, accountId, ctx.now)
    await insertPasswordLink(ctx.tx, { tokenHash: tokenHash(token), accountId, purpose, createdAt: ctx.now, expiresAt })
  })
  return { path: passwordLinkPath(token), expiresAt }
}
