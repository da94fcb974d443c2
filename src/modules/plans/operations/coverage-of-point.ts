import { coverageOfPoint } from '../board-contract.ts'
import { answersTo, unitsUnder } from '../coverage-store.ts'
import { pointsOf } from '../directive-store.ts'
import { query } from '../store.ts'

export default query(coverageOfPoint, async (ctx, { unitId, directiveId, pointId }) => {
  await ctx.allow('plans.board', unitId)
  const units = await unitsUnder(ctx.tx, unitId, directiveId, ctx.today)
  const answers = await answersTo(ctx.tx, pointId, units.flatMap((unit) => unit.planId ?? []))
  const isOwnDuty = (await pointsOf(ctx.tx, directiveId)).some((point) => point.id === pointId && point.ownDuty)
  return units.map((unit) => {
    const answer = answers.find((row) => row.planId === unit.planId)
    const waiver = answer?.decisions.find((decision) => decision.verdict === 'not_applicable')
    const isProposed = isOwnDuty && answer?.state === 'not_applicable' && !waiver
    return { unitId: unit.unitId, unitName: unit.unitName, planId: unit.planId, state: answer?.state ?? null, reason: waiver?.reason ?? null, isProposed, gaps: [...(answer?.gaps ?? [])] }
  })
})
