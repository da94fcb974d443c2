import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { ownerOf } from '#core/units/store.ts'
import { setObservance } from '../contract.ts'
import { command, lockChange, putChange } from '../store.ts'

export default command(setObservance, async (ctx, input) => {
  const { unitId, changeId, code, from, to } = input
  await ctx.allow('calendar.change', unitId)
  if (to < from) throw new AppError('invalid', 'calendar.ends_before_it_begins')
  if (from.slice(0, 4) !== to.slice(0, 4)) throw new AppError('invalid', 'calendar.beyond_the_year')
  if (code === null && input.dropped) throw new AppError('invalid', 'calendar.own_is_removed')
  const before = await lockChange(ctx.tx, unitId, changeId)
  const { year, name, theme, dropped, source } = input
  const certainty = input.isCertain ? 'stated' as const : 'recalled' as const
  const said = { code, year, name, fromDay: from.slice(5), toDay: to.slice(5), theme, dropped, certainty, source }
  await putChange(ctx.tx, { ...(await ownerOf(untyped(ctx.tx), unitId)), id: changeId, ...said, changedAt: ctx.now })
  await ctx.audit({ unitId, action: setObservance.name, entity: changeId, ...(before ? { before: wordOf(before) } : {}), after: said })
  return {}
})

function wordOf({ code, year, name, fromDay, toDay, theme, dropped, certainty, source }: NonNullable<Awaited<ReturnType<typeof lockChange>>>) {
  return { code, year, name, fromDay, toDay, theme, dropped, certainty, source }
}
