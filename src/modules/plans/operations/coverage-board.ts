import { beyondReach } from '#core/access/operation.ts'
import { coverageBoard } from '../board-contract.ts'
import { answeredOf, pointCounts, unitsUnder, type PointCount } from '../coverage-store.ts'
import { directiveById, pointsOf } from '../directive-store.ts'
import { leafPoints } from '../model/superior-points.ts'
import { numberTextOf } from './view-plan.ts'
import { query } from '../store.ts'

export default query(coverageBoard, async (ctx, { unitId, directiveId }) => {
  await ctx.allow('plans.board', unitId)
  const directive = await directiveById(ctx.tx, directiveId, ctx.today)
  const points = leafPoints(await pointsOf(ctx.tx, directiveId))
  const units = await unitsUnder(ctx.tx, unitId, directiveId, ctx.today)
  // Counted over the plans just seen: to judge each of their 90,000 answers once more would take longer than to count.
  const planIds = units.flatMap((unit) => unit.planId ?? [])
  const { counts, answered } = await beyondReach(ctx.tx, async () => ({ counts: await pointCounts(ctx.tx, planIds), answered: await answeredOf(ctx.tx, planIds) }))
  return {
    directive,
    units: units.map(({ number, symbol, ...unit }) => ({ ...unit, answered: answered.get(unit.planId ?? '')?.answered ?? 0, numberText: numberTextOf(number, symbol) })),
    points: points.map(({ id, labelPath, text }) => ({ id, labelPath, text, ...countsOf(counts, id) })),
  }
})

function countsOf(counts: readonly PointCount[], pointId: string) {
  const of = (state: PointCount['state']) => counts.find((row) => row.pointId === pointId && row.state === state)?.count ?? 0
  return { covered: of('covered'), partial: of('partial'), notApplicable: of('not_applicable'), missing: of('missing') }
}
