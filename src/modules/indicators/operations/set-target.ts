import { ownerOf } from '#core/units/store.ts'
import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { setTarget } from '../target-contract.ts'
import { asksLess, targetOf } from '../model/targets.ts'
import { definitionOf, groundOf } from '../public.ts'
import { command, putTargets, unitOn } from '../store.ts'
import { targetGrounds } from './indicator-rows.ts'

export default command(setTarget, async (ctx, input) => {
  const { unitId, code, year, kind, value } = input
  await ctx.allow('indicators.setTarget', unitId)
  const definition = definitionOf(await groundOf(ctx.tx, unitId, ctx.today), code)
  refuseImpossible(definition.unit, value)
  if ((input.baseline === null) !== (input.baselineYear === null) || (input.baselineYear !== null && input.baselineYear >= year)) throw new AppError('invalid', 'indicators.baseline_incomplete')
  const unit = await unitOn(ctx.tx, unitId, ctx.today)
  const ground = (await targetGrounds(ctx.tx, unit, ctx.today, [code]))(definition)
  const asked = targetOf({ ...ground, set: ground.set.filter((target) => target.kind === 'given'), lastActual: null }, year)
  const hasDecision = input.decisionText !== null || (input.decisionNumber !== null && input.decisionOn !== null)
  if (kind === 'own' && asked && asksLess(value, asked.value, definition.direction) && !hasDecision) {
    throw new AppError('invalid', 'indicators.decision_needed', { value: asked.value })
  }
  const { decisionNumber, decisionOn, decisionText, note, baseline, baselineYear } = input
  const owner = await ownerOf(untyped(ctx.tx), unitId)
  await putTargets(ctx.tx, [{ ...owner, id: ctx.newId(), code, year, kind, value, baseline, baselineYear, decisionNumber, decisionOn, decisionText, note, changedBy: ctx.actor!.personId, changedAt: ctx.now }])
  const before = ground.set.find((target) => target.year === year && target.kind === kind)
  await ctx.audit({ unitId, action: setTarget.name, entity: `${code}/${year}/${kind}`, ...(before ? { before: { value: before.value } } : {}), after: { value, decisionNumber, decisionOn, decisionText } })
  return null
})

/** @throws AppError `invalid` for more than all, or less than nothing */
export function refuseImpossible(unit: string, value: string): void {
  const number = Number(value)
  if (number < 0 || (unit === 'percent' && number > 100)) throw new AppError('invalid', 'indicators.target_impossible', { value })
}
