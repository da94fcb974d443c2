import { AppError } from '#platform/errors.ts'
import { savePreferences } from '../contract.ts'
import { modesFor } from '../model/topics.ts'
import { homeOf, moveDelivery, preferencesOf, putPreferences } from '../preference-store.ts'
import { command } from '../store.ts'

export default command(
  savePreferences,
  async (ctx, preferences) => {
    const { accountId } = ctx.actor!
    if (preferences.modes.some(({ topic, mode }) => !modesFor(topic).includes(mode))) throw new AppError('invalid', 'notifications.topic_is_binding')
    const before = await preferencesOf(ctx.tx, accountId)
    await putPreferences(ctx.tx, accountId, preferences)
    await moveDelivery(ctx.tx, accountId, preferences, ctx.now)
    const { unitId } = await homeOf(ctx.tx, accountId)
    await ctx.audit({ unitId, action: savePreferences.name, entity: accountId, before, after: preferences })
    return preferencesOf(ctx.tx, accountId)
  },
  { as: 'system' },
)
