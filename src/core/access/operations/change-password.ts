import { AppError } from '#platform/errors.ts'
import { newPasswordFault } from '../common-passwords.ts'
import { changePassword } from '../contract.ts'
import { hashPassword } from '../password.ts'
import { command, deleteSessionsOf, spendPasswordLinks, storePassword } from '../store.ts'
import { countingFailures, ownAccount } from './own-password.ts'

const changing = command(
  changePassword,
  async (ctx, { oldPassword, newPassword }) => {
    const { accountId, sessionId } = ctx.actor!
    const account = await ownAccount(ctx, oldPassword, 'access.old_password_wrong')
    const fault = await newPasswordFault(newPassword, account.username)
    if (fault) throw new AppError('invalid', `access.password_${fault}`)

    await storePassword(ctx.tx, accountId, await hashPassword(newPassword), ctx.now)
    await spendPasswordLinks(ctx.tx, accountId, ctx.now)
    const ended = await deleteSessionsOf(ctx.tx, accountId, sessionId)
    await ctx.audit({ unitId: account.unitId, action: changePassword.name, entity: accountId, after: { sessionsEnded: ended } })
    return null
  },
  { as: 'system', redact: (answer) => answer },
)

export default countingFailures(changing)
