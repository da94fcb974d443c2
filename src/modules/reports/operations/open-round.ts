import { markChanged, trackPeriods } from '#core/facts/store.ts'
import { AppError } from '#platform/errors.ts'
import { formatDay } from '#platform/i18n/day.ts'
import { openRound } from '../round-contract.ts'
import { treeDayOf } from '../model/deadline.ts'
import { roundLifecycle } from '../model/lifecycle.ts'
import { spansOfWindow } from '../model/spans.ts'
import { insertReports } from '../report-store.ts'
import { lockRound, moveRound } from '../round-store.ts'
import { command } from '../store.ts'
import { chooseRecipients } from './choose-recipients.ts'

export default command(openRound, async (ctx, { roundId, exempt }) => {
  const round = await lockRound(ctx.tx, roundId)
  const { unitId } = round
  await ctx.allow('reports.ask', unitId)
  const state = roundLifecycle.next(round.state, 'open')
  if (round.dueOn < ctx.today) throw new AppError('invalid', 'reports.due_passed', { due: formatDay(round.dueOn) })

  const treeOn = treeDayOf(round.periodTo, ctx.today)
  const { recipients } = await chooseRecipients(ctx.tx, { ...round, treeOn }, ctx.today)
  if (recipients.length === 0) throw new AppError('invalid', 'reports.no_recipients')
  const reasons = new Map(exempt.map((one) => [one.unitId, one.reason]))
  const chosen = new Set(recipients.map((unit) => unit.unitId))
  if (exempt.some((one) => !chosen.has(one.unitId))) throw new AppError('invalid', 'reports.exempt_elsewhere')

  const reports = recipients.map((unit) => ({
    provinceId: unit.provinceId,
    id: ctx.newId(),
    unitId: unit.unitId,
    roundId,
    superiorId: unitId,
    exemptReason: reasons.get(unit.unitId) ?? null,
    changedAt: ctx.now,
  }))
  await insertReports(ctx.tx, reports)
  await moveRound(ctx.tx, roundId, state, { openedBy: ctx.actor!.personId, openedAt: ctx.now, treeOn })
  await trackPeriods(ctx.tx, spansOfWindow({ from: round.windowFrom, to: round.windowTo }))
  for (const { unitId: asked, provinceId } of reports) await markChanged(ctx.tx, { unitId: asked, provinceId, days: [round.dueOn] })
  await ctx.publish('reports.round_opened', { roundId, unitId })
  await ctx.audit({ unitId, action: openRound.name, entity: roundId, before: { state: round.state }, after: { state, reports: reports.length, exempt: reasons.size } })
  return { roundId, reports: reports.length, exempt: reasons.size }
})
