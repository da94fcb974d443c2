import { untyped } from '#platform/db/connect.ts'
import { ownerOf } from '#core/units/store.ts'
import { createRound } from '../round-contract.ts'
import { roundOf } from '../model/round.ts'
import { insertRound } from '../round-store.ts'
import { command } from '../store.ts'
import { forms } from '../templates/all.ts'
import { chooseRecipients } from './choose-recipients.ts'

export default command(createRound, async (ctx, { unitId, ...fields }) => {
  await ctx.allow('reports.ask', unitId)
  const round = roundOf(fields, forms[fields.formCode], ctx.today)
  await chooseRecipients(ctx.tx, { ...round, unitId }, ctx.today)
  const { provinceId } = await ownerOf(untyped(ctx.tx), unitId)
  const id = ctx.newId()
  await insertRound(ctx.tx, { ...round, provinceId, id, unitId, createdBy: ctx.actor!.personId, createdAt: ctx.now })
  await ctx.audit({ unitId, action: createRound.name, entity: id, after: fields })
  return { roundId: id }
})
