import { coverageBoard } from '../contract.ts'
import { pointCounts, unitsUnder, type PointCount } from '../coverage-store.ts'
import { directiveById, pointsOf } from '../directive-store.ts'
import { leafPoints } from '../model/superior-points.ts'
import { numberTextOf } from './view-plan.ts'
import { query } from '../store.ts'

export default query(coverageBoard, async (ctx, { unitId, directiveId }) => {
  await ctx.allow('plans.board', unitId)
  const directive = await directiveById(ctx.tx, directiveId, ctx.today)
  const points = leafPoints(await pointsOf(ctx.tx, directiveId))
  const units = await unitsUnder(ctx.tx, unitId, directiveId, ctx.today)
  const counts = await pointCounts(ctx.tx, units.flatMap((unit) => unit.planId ?? []))
  return {
    directive,
    units: units.map(({ number, symbol, ...unit }) => ({ ...unit, numberText: numberTextOf(number, symbol) })),
    points: points.map(({ id, labelPath, text }) => ({ id, labelPath, text, ...countsOf(counts, id) })),
  }
})

function countsOf(counts: readonly PointCount[], pointId: string) {
  const of = (state: PointCount['state']) => counts.find((row) => row.pointId === pointId && row.state === state)?.count ?? 0
  return { covered: of('covered'), partial: of('partial'), notApplicable: of('not_applicable'), missing: of('missing') }
}
