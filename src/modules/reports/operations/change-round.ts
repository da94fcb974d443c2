import { changeRound } from '../round-contract.ts'
import { roundLifecycle } from '../model/lifecycle.ts'
import { roundOf } from '../model/round.ts'
import { lockRound, updateRound } from '../round-store.ts'
import { command } from '../store.ts'
import { forms } from '../templates/all.ts'
import { chooseRecipients } from './choose-recipients.ts'

export default command(changeRound, async (ctx, { roundId, ...fields }) => {
  const before = await lockRound(ctx.tx, roundId)
  await ctx.allow('reports.ask', before.unitId)
  roundLifecycle.next(before.state, 'edit')
  const round = roundOf(fields, forms[fields.formCode], ctx.today)
  await chooseRecipients(ctx.tx, { ...round, unitId: before.unitId }, ctx.today)
  await updateRound(ctx.tx, roundId, round)
  await ctx.audit({ unitId: before.unitId, action: changeRound.name, entity: roundId, after: fields })
  return { roundId }
})
