import { markChanged } from '#core/facts/store.ts'
import { AppError } from '#platform/errors.ts'
import { addRecipient } from '../round-contract.ts'
import { roundLifecycle } from '../model/lifecycle.ts'
import { insertReports, reportInRound } from '../report-store.ts'
import { lockRound, unitsBelowOn } from '../round-store.ts'
import { command } from '../store.ts'

export default command(addRecipient, async (ctx, { roundId, unitId }) => {
  const round = await lockRound(ctx.tx, roundId)
  await ctx.allow('reports.ask', round.unitId)
  roundLifecycle.next(round.state, 'manage')
  // In today's tree: whoever was formed in the middle of the round was not there before.
  const { here } = await unitsBelowOn(ctx.tx, round.unitId, round.line, ctx.today, ctx.today)
  const unit = here.find((one) => one.unitId === unitId)
  if (!unit) throw new AppError('invalid', 'reports.recipient_elsewhere', { count: 1 })
  if (await reportInRound(ctx.tx, roundId, unitId)) throw new AppError('conflict', 'reports.asked_already', { unit: unit.name })

  const reportId = ctx.newId()
  await insertReports(ctx.tx, [{ provinceId: unit.provinceId, id: reportId, unitId, roundId, superiorId: round.unitId, exemptReason: null, changedAt: ctx.now }])
  await markChanged(ctx.tx, { unitId, provinceId: unit.provinceId, days: [round.dueOn] })
  await ctx.audit({ unitId: round.unitId, action: addRecipient.name, entity: roundId, after: { unitId, reportId } })
  return { reportId }
})
