import { previewRound } from '../round-contract.ts'
import { figurePlaces } from '../model/form.ts'
import { roundOf } from '../model/round.ts'
import { givenElsewhere } from '../figure-store.ts'
import { query } from '../store.ts'
import { forms } from '../templates/all.ts'
import { chooseRecipients } from './choose-recipients.ts'
import { dueDayOf } from './due-day.ts'

export default query(previewRound, async (ctx, { unitId, ...fields }) => {
  await ctx.allow('reports.ask', unitId)
  const round = roundOf(fields, forms[fields.formCode], ctx.today)
  const { recipients, gone } = await chooseRecipients(ctx.tx, { ...round, unitId }, ctx.today)
  const codes = [...new Set(figurePlaces(round.form).map(({ code }) => code))]
  const given = await givenElsewhere(ctx.tx, { unitIds: recipients.map((unit) => unit.unitId), codes, from: round.windowFrom, to: round.windowTo })
  return {
    dueOn: round.dueOn,
    dueDay: await dueDayOf(ctx.tx, unitId, round.dueOn),
    treeOn: round.treeOn,
    recipients: recipients.map((unit) => ({ unitId: unit.unitId, name: unit.name, level: unit.level })),
    gone: gone.map((unit) => ({ unitId: unit.unitId, name: unit.name })),
    figures: codes.length,
    reuse: given.map((row) => ({ ...row, asked: codes.length })),
  }
})
