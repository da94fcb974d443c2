import { AppError } from '#platform/errors.ts'
import { checkLink } from '../contract.ts'
import { accountById, openPasswordLink, personById, query } from '../store.ts'
import { tokenHash } from '../token.ts'

export default query(checkLink, async (ctx, { token }) => {
  const link = await openPasswordLink(ctx.tx, tokenHash(token), ctx.now)
  const account = link && (await accountById(ctx.tx, link.accountId))
  const person = account && (await personById(ctx.tx, account.personId))
  if (!link || !account || !person || account.state === 'locked') throw new AppError('invalid', 'access.link_unusable')
  return { username: account.username, fullName: person.fullName, purpose: link.purpose, expiresAt: link.expiresAt }
})
