import { ownerOf } from '#core/units/store.ts'
import { untyped } from '#platform/db/connect.ts'
import { AppError } from '#platform/errors.ts'
import { createConsolidation } from '../consolidation-contract.ts'
import { insertConsolidation, replaceIncluded } from '../consolidation-store.ts'
import { command } from '../store.ts'
import { askedRound } from './board-view.ts'
import { sumUp } from './choose-consolidated.ts'

export default command(createConsolidation, async (ctx, { roundId, title, cutOff, withSubmitted, reportIds = null }) => {
  const round = await askedRound(ctx, roundId)
  const { unitId } = round
  if (round.state !== 'open' && round.state !== 'closed') throw new AppError('conflict', 'reports.round_not_open', { round: round.title })
  const { included, figures, said } = await sumUp(ctx.tx, round, { cutOff, withSubmitted, reportIds })
  if (included.length === 0) throw new AppError('invalid', 'reports.nothing_to_consolidate')
  const { provinceId } = await ownerOf(untyped(ctx.tx), unitId)
  const id = ctx.newId()
  await insertConsolidation(ctx.tx, { provinceId, id, unitId, roundId, title, cutOff, withSubmitted, reportIds, figures, said, createdBy: ctx.actor!.personId, at: ctx.now })
  await replaceIncluded(ctx.tx, { provinceId, id, unitId }, included)
  await ctx.audit({ unitId, action: createConsolidation.name, entity: id, after: { roundId, cutOff, withSubmitted, included: included.length } })
  return { consolidationId: id }
})
