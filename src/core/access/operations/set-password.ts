import { AppError } from '#platform/errors.ts'
import { newPasswordFault } from '../common-passwords.ts'
import { setPassword } from '../contract.ts'
import { hashPassword } from '../password.ts'
import { accountById, command, deleteSessionsOf, openPasswordLink, spendPasswordLinks, storePassword } from '../store.ts'
import { tokenHash } from '../token.ts'

export default command(setPassword, async (ctx, { token, password }) => {
  const link = await openPasswordLink(ctx.tx, tokenHash(token), ctx.now)
  const account = link && (await accountById(ctx.tx, link.accountId))
  if (!account || account.state === 'locked') throw new AppError('invalid', 'access.link_unusable')
  const fault = await newPasswordFault(password, account.username)
  if (fault) throw new AppError('invalid', `access.password_${fault}`)

  await storePassword(ctx.tx, account.id, await hashPassword(password), ctx.now)
  await spendPasswordLinks(ctx.tx, account.id, ctx.now)
  await deleteSessionsOf(ctx.tx, account.id)
  await ctx.audit({ unitId: account.unitId, action: setPassword.name, entity: account.id })
  return { username: account.username }
})
