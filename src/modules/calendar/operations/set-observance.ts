import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { ownerOf } from '#core/units/store.ts'
import { setObservance } from '../contract.ts'
import { command, lockChange, nationalObservances, putChange } from '../store.ts'

export default command(setObservance, async (ctx, input) => {
  const { unitId, changeId, code, from, to } = input
  await ctx.allow('calendar.change', unitId)
  if (to < from) throw new AppError('invalid', 'calendar.ends_before_it_begins')
  if (from.slice(0, 4) !== to.slice(0, 4)) throw new AppError('invalid', 'calendar.beyond_the_year')
  if (code === null && input.dropped) throw new AppError('invalid', 'calendar.own_is_removed')
  const tx = untyped(ctx.tx)
  if (code !== null && !(await nationalObservances(tx, 0)).some((row) => row.code === code)) throw new AppError('not_found', 'calendar.no_observance')
  const before = await lockChange(ctx.tx, unitId, changeId)
  const { year, name, theme, dropped, source } = input
  const said = { code, year, name, fromDay: from.slice(5), toDay: to.slice(5), theme, dropped, source }
  await putChange(ctx.tx, { ...(await ownerOf(tx, unitId)), id: changeId, ...said, changedAt: ctx.now })
  await ctx.audit({ unitId, action: setObservance.name, entity: changeId, ...(before ? { before: wordOf(before) } : {}), after: said })
  return {}
})

function wordOf({ code, year, name, fromDay, toDay, theme, dropped, source }: NonNullable<Awaited<ReturnType<typeof lockChange>>>) {
  return { code, year, name, fromDay, toDay, theme, dropped, source }
}
