import { markChanged } from '#core/facts/store.ts'
import { removeHandFigure } from '../hand-contract.ts'
import { deleteHandFigure, handFigureById } from '../hand-store.ts'
import { command } from '../store.ts'
import { tellHolders } from './save-hand-figure.ts'

export default command(removeHandFigure, async (ctx, { figureId, reason }) => {
  const figure = await handFigureById(ctx.tx, figureId)
  await ctx.allow('indicators.enter', figure.unitId)
  await tellHolders(ctx, figure, reason)
  await deleteHandFigure(ctx.tx, figureId)
  await markChanged(ctx.tx, { unitId: figure.unitId, provinceId: figure.provinceId, days: [figure.toDay] })
  const { code, toDay, part, whole, value, yes, note } = figure
  await ctx.audit({ unitId: figure.unitId, action: removeHandFigure.name, entity: figureId, before: { code, toDay, part, whole, value, yes, note }, after: { reason } })
  return null
})
