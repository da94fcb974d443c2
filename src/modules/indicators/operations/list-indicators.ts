import { listIndicators } from '../contract.ts'
import { yearSpan } from '../model/year.ts'
import { groundOf } from '../public.ts'
import { query, unitOn } from '../store.ts'
import { indicatorRows, isShownTo } from './indicator-rows.ts'

export default query(listIndicators, async (ctx, { unitId, year }) => {
  await ctx.allow('indicators.read', unitId)
  const unit = await unitOn(ctx.tx, unitId, ctx.today)
  const ground = await groundOf(ctx.tx, unitId, yearSpan(year).to)
  const shown = ground.definitions.filter((definition) => isShownTo(definition, unit))
  return {
    unitName: unit.name,
    level: unit.level,
    year,
    isBelow: unit.level !== 'school',
    indicators: await indicatorRows(ctx.tx, ground, unit, shown, year, ctx.today),
    can: {
      target: await ctx.may('indicators.setTarget', unitId),
      enter: await ctx.may('indicators.enter', unitId),
      define: await ctx.may('indicators.define', unitId),
      give: await ctx.may('indicators.give', unitId),
      board: unit.level !== 'school' && (await ctx.may('indicators.board', unitId)),
    },
  }
})
