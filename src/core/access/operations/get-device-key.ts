import { AppError } from '#platform/errors.ts'
import { getDeviceKey } from '../contract.ts'
import { deviceKeyOf } from '../device-key-store.ts'
import { accountById, command } from '../store.ts'

export default command(
  getDeviceKey,
  async (ctx) => {
    const account = await accountById(ctx.tx, ctx.actor!.accountId)
    if (!account) throw new AppError('unauthenticated', 'access.sign_in_required')
    const key = await deviceKeyOf(ctx.tx, account.id, ctx.now)
    await ctx.audit({ unitId: account.unitId, action: getDeviceKey.name, entity: account.id })
    return { key: key.toString('base64') }
  },
  { as: 'system', redact: () => ({ key: '' }) },
)
