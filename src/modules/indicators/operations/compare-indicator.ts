import { beyondReach } from '#core/access/operation.ts'
import { compareIndicator } from '../contract.ts'
import { similarTo, standingAmong } from '../model/similar.ts'
import { yearSpan } from '../model/year.ts'
import { definitionOf, groundOf } from '../public.ts'
import { query, similarUnits, sizesOf, unitOn } from '../store.ts'
import { figuresOfUnits } from './units-figures.ts'

export default query(compareIndicator, async (ctx, { unitId, code, year }) => {
  await ctx.allow('indicators.read', unitId)
  const unit = await unitOn(ctx.tx, unitId, ctx.today)
  const span = yearSpan(year)
  const ground = await groundOf(ctx.tx, unitId, span.to)
  const definition = definitionOf(ground, code)
  // Of cases of violence nothing is compared: few of them point to one school.
  if (definition.code.startsWith('E')) return standingAmong(null, [], 0)
  // Figures of units beside one's own: only the places between them leave the server.
  return beyondReach(ctx.tx, async () => {
    const candidates = await similarUnits(ctx.tx, unit, ctx.today)
    const sizes = await sizesOf(ctx.tx, [unitId, ...candidates], span)
    const similar = similarTo(sizes.get(unitId) ?? null, candidates, sizes)
    const figures = await figuresOfUnits(ctx.tx, ground, definition, { unitIds: [unitId, ...similar], ...span })
    const values = similar.flatMap((id) => figures.get(id)?.value ?? [])
    return standingAmong(figures.get(unitId)?.value ?? null, values, similar.length)
  })
})
