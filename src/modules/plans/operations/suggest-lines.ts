import { AppError } from '#platform/errors.ts'
import { observanceDaysFor } from '#modules/calendar/public.ts'
import { suggestLines } from '../contract.ts'
import { pointsOf } from '../directive-store.ts'
import { suggestFor } from '../model/suggest.ts'
import { lineNode } from '../model/draft-plan.ts'
import { positionBetween } from '../model/position.ts'
import { unitKindOf } from '../model/unit-kind.ts'
import { wireNode } from './view-plan.ts'
import { planById, query, unitOn } from '../store.ts'
import { templates } from '../templates/all.ts'

export default query(suggestLines, async (ctx, { planId, pointId }) => {
  const plan = await planById(ctx.tx, planId)
  await ctx.allow('plans.read', plan.unitId)
  const points = plan.directiveId ? await pointsOf(ctx.tx, plan.directiveId) : []
  const point = points.find((candidate) => candidate.id === pointId)
  if (!point) throw new AppError('not_found', 'plans.point_not_found')
  const unit = await unitOn(ctx.tx, plan.unitId, ctx.today)
  const kind = unitKindOf(unit) ?? 'department'
  const observances = await observanceDaysFor(ctx.tx, plan.unitId, plan.year, ctx.today)
  return suggestFor(point, templates[kind]).map(({ line }) => {
    const node = wireNode(lineNode(line, null, positionBetween(null, null), { year: plan.year, unit: { ...unit, kind }, observances, newId: ctx.newId }))
    return { lineId: line.id, text: node.text, node }
  })
})
