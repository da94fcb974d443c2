import { AppError } from '#platform/errors.ts'
import { reserveNumber } from '../number-contract.ts'
import { numberText, parseNumber, symbolOf } from '../model/number.ts'
import { numberingOf, seriesFor, takeNumber } from '../number-store.ts'
import { command, unitFacts } from '../store.ts'

export default command(reserveNumber, async (ctx, { unitId, docType, year, number, note }) => {
  await ctx.allow('documents.number', unitId)
  const chosen = number === undefined ? null : parseNumber(number)
  if (number !== undefined && !chosen) throw new AppError('invalid', 'documents.number_invalid', { number })

  const numbering = await numberingOf(ctx.tx, unitId)
  const given = numberText(await takeNumber(ctx.tx, { unitId, series: seriesFor(numbering, docType), year }, chosen, { note, at: ctx.now }))
  const { symbol } = await unitFacts(ctx.tx, unitId, ctx.today)
  await ctx.audit({ unitId, action: reserveNumber.name, entity: unitId, after: { docType, year, numberText: given, note } })
  return { numberText: given, symbol: symbolOf(docType, numbering.unitSymbol ?? symbol) }
})
