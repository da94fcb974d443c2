import { ownerOf } from '#core/units/store.ts'
import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { giveTargets } from '../target-contract.ts'
import { definitionOf, groundOf } from '../public.ts'
import { command, lineOf, putTargets, unitOn, unitsAnywhereBelow } from '../store.ts'
import { refuseImpossible } from './set-target.ts'

export default command(giveTargets, async (ctx, { unitId, code, year, note, targets }) => {
  await ctx.allow('indicators.give', unitId)
  const unit = await unitOn(ctx.tx, unitId, ctx.today)
  const definition = definitionOf(await groundOf(ctx.tx, unitId, ctx.today), code)
  const below = new Set((await unitsAnywhereBelow(ctx.tx, unitId, lineOf(unit.level), ctx.today)).map(({ id }) => id))
  if (targets.some((target) => !below.has(target.unitId))) throw new AppError('not_found', 'access.not_found')
  for (const { value } of targets) refuseImpossible(definition.unit, value)
  const rows = []
  for (const target of targets) {
    const owner = await ownerOf(untyped(ctx.tx), target.unitId)
    rows.push({ ...owner, id: ctx.newId(), code, year, kind: 'given' as const, value: target.value, givenBy: unitId, note, changedBy: ctx.actor!.personId, changedAt: ctx.now })
  }
  await putTargets(ctx.tx, rows)
  await ctx.audit({ unitId, action: giveTargets.name, entity: `${code}/${year}`, after: { note, targets } })
  return { given: rows.length }
})
